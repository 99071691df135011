// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/act_table.hpp"

#include "base/failure.hpp"
#include "contract/acts.hpp"

namespace issuance {

using namespace base::literals;

records::Transaction& Call::transaction() const {
    if (open == nullptr)
        throw base::Failure{"office.no-transaction"_code, base::NextStep::Stop, "act that does not change"};
    return *open;
}

const ActTable::Entry* ActTable::find(std::string_view name) const {
    const auto found = m_entries.find(name);
    return found != m_entries.end() ? &found->second : nullptr;
}

void ActTable::requireAll() const {
    contract::forEachDeclaration([&](const contract::Declaration& act) {
        if (find(act.name) == nullptr)
            throw base::Failure{"office.act-unanswered"_code, base::NextStep::Stop, std::string{act.name}};
    });
}

void ActTable::add(const contract::Declaration& act,
                   std::function<base::Outcome(Call&, const contract::Json&, contract::Json&)> answer) {
    m_entries.insert_or_assign(std::string{act.name}, Entry{act, std::move(answer)});
}

}  // namespace issuance
