// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/link/trouble.hpp"

#include <algorithm>

namespace gui {

using namespace base::literals;

bool Trouble::has(const base::FailureCode& code) const {
    if (m_failure && m_failure->code() == code) return true;
    return std::ranges::find(m_faults, code, &base::Fault::code) != m_faults.end();
}

bool Trouble::endsSession() const {
    return has("people.no-session"_code) || has("people.session-expired"_code) ||
           (has("people.clearance-ended"_code) && isRefusal());
}

bool Trouble::isOfficeAway() const { return has("records.lost"_code) || has("service.unreachable"_code); }

}  // namespace gui
