// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "contract/acts_of_orders.hpp"
#include "issuance/office/house.hpp"

namespace issuance {

/// The user names behind the ids that books and journal keep, for answers that people read.
class PeopleNames {
   public:
    PeopleNames(const House& house, records::Connection& connection) {
        for (const auto& person : house.operators->list(connection)) m_names[person.id.text()] = person.userName;
    }
    /// The user name, or the id itself where it is nobody's.
    [[nodiscard]] std::string of(const std::string& id) const {
        const auto found = m_names.find(id);
        return found != m_names.end() ? found->second : id;
    }
    void putInto(std::vector<contract::StageEvent>& stages) const {
        for (auto& stage : stages) stage.person = of(stage.person);
    }

   private:
    std::map<std::string, std::string> m_names;
};

}  // namespace issuance
