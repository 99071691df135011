// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/admission.hpp"

namespace service {

using contract::Effect;

Admission::Place::Place(Admission& admission, std::string workstation, Effect effect)
    : m_admission(admission),
      m_workstation(std::move(workstation)),
      m_effect(effect),
      m_verdict(admission.enter(m_workstation, effect)) {}

Admission::Place::~Place() {
    if (m_verdict == Verdict::Admitted) m_admission.leave(m_workstation, m_effect);
}

std::size_t Admission::inside() const {
    const std::lock_guard lock{m_mutex};
    return m_acts.inside;
}

Admission::Room& Admission::roomFor(Effect effect) { return effect == Effect::Watches ? m_watchers : m_acts; }

Admission::Verdict Admission::enter(const std::string& workstation, Effect effect) {
    const std::lock_guard lock{m_mutex};
    const bool watches = effect == Effect::Watches;
    auto& room = roomFor(effect);
    const auto found = room.ofWorkstation.find(workstation);
    if (found != room.ofWorkstation.end() &&
        found->second >= (watches ? m_limits.watchersOfWorkstation : m_limits.actsOfWorkstation))
        return Verdict::WorkstationFull;
    const auto most = watches                   ? m_limits.watchers
                      : effect == Effect::Reads ? m_limits.acts - m_limits.acts / 4
                                                : m_limits.acts;
    if (effect != Effect::Waits && room.inside >= most) return Verdict::HouseFull;
    ++room.ofWorkstation[workstation];
    if (effect != Effect::Waits) ++room.inside;
    return Verdict::Admitted;
}

void Admission::leave(const std::string& workstation, Effect effect) {
    const std::lock_guard lock{m_mutex};
    auto& room = roomFor(effect);
    const auto found = room.ofWorkstation.find(workstation);
    if (--found->second == 0) room.ofWorkstation.erase(found);
    if (effect != Effect::Waits) --room.inside;
}

}  // namespace service
