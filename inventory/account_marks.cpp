// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/account_marks.hpp"

namespace inventory {

std::optional<AccountMarks::Mark> AccountMarks::of(const std::string& place, const std::string& state) {
    if (state == state::kNone) return std::nullopt;
    for (const Mark mark : m_lately)
        if (isAccount(mark, place, state)) return mark;
    const auto [at, isNew] = m_marks.try_emplace({place, state}, static_cast<Mark>(m_accounts.size()));
    if (isNew) m_accounts.push_back({place, state});
    m_lately[m_oldest++ % m_lately.size()] = at->second;
    return at->second;
}

bool AccountMarks::isAccount(Mark mark, const std::string& place, const std::string& state) const {
    if (mark < 0) return false;
    const Account& known = account(mark);
    return known.place == place && known.state == state;
}

}  // namespace inventory
