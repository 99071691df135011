// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "issuance/registers/register_row.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// A register that can be asked for persons. Another source is one more of these.
class Register {
   public:
    /// Persons who share a key with the one sought; `more`: for a key that must find everybody there were too many.
    struct Found {
        std::vector<PersonInRegister> persons;
        bool more = false;
    };

    virtual ~Register() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    /// What it holds now, as a diligence records it: "REG-2026-000001,REG-2026-000007". Empty where it holds nothing.
    [[nodiscard]] virtual std::string version(records::Connection& connection) const = 0;
    [[nodiscard]] virtual Found search(records::Connection& connection, const PersonSought& sought) const = 0;
    /// All lines of one person, in the register's order: by day and time where it has them.
    [[nodiscard]] virtual std::vector<RegisterRow> rows(records::Connection& connection,
                                                        const PersonInRegister& person) const = 0;
};

}  // namespace issuance
