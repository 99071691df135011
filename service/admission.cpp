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
    return m_inside;
}

Admission::Verdict Admission::enter(const std::string& workstation, Effect effect) {
    const std::lock_guard lock{m_mutex};
    const auto found = m_ofWorkstation.find(workstation);
    if (found != m_ofWorkstation.end() && found->second >= m_limits.actsOfWorkstation) return Verdict::WorkstationFull;
    const auto room = effect == Effect::Reads ? m_limits.acts - m_limits.acts / 4 : m_limits.acts;
    if (effect != Effect::Waits && m_inside >= room) return Verdict::HouseFull;
    ++m_ofWorkstation[workstation];
    if (effect != Effect::Waits) ++m_inside;
    return Verdict::Admitted;
}

void Admission::leave(const std::string& workstation, Effect effect) {
    const std::lock_guard lock{m_mutex};
    const auto found = m_ofWorkstation.find(workstation);
    if (--found->second == 0) m_ofWorkstation.erase(found);
    if (effect != Effect::Waits) --m_inside;
}

}  // namespace service
