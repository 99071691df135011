// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/two_people.hpp"

namespace inventory {

using namespace base::literals;

std::optional<base::Fault> faultOfTwoPeople(const records::Author& author) {
    if (!author.approver || author.approver->empty()) return base::Fault{"stock.second-person-needed"_code};
    if (*author.approver == author.person)
        return base::Fault{"stock.same-person"_code, {{"person", author.person.text()}}};
    return std::nullopt;
}

}  // namespace inventory
