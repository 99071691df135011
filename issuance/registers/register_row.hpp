// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "issuance/confidential/need_to_know.hpp"

namespace issuance {

/// Who is looked for. Texts as the request has them; what is not known is empty. The nationality is the code of 9303-3
/// section 5.
struct PersonSought {
    std::string surnames;
    std::string givenNames;
    std::optional<base::Date> born;
    std::string document;
    std::string nationality;
    friend bool operator==(const PersonSought&, const PersonSought&) = default;
};

/// A person as one register writes them: whoever differs in a letter is another, until somebody says otherwise.
struct PersonFound {
    std::string surnames;
    std::string givenNames;
    std::optional<base::Date> born;
    std::string document;
    std::string nationality;
    friend auto operator<=>(const PersonFound&, const PersonFound&) = default;
};

/// One line of a register: its values by the names that templates use (docs/formats/registers.md), in the register's
/// order; those that the line leaves empty are left out. Days are "2026-11-26", times "06:42".
struct RegisterRow {
    std::string registerName;
    std::string row;  ///< "REG-2026-000001/417": import and line; a document's number in our own
    PersonFound person;
    std::vector<std::pair<std::string, std::string>> values;
};

/// A person whom a register has, with the places where it has them ("3/17": import and person within it).
struct PersonInRegister {
    std::string registerName;
    PersonFound person;
    std::vector<std::string> ids;
    bool confidential = false;  ///< kept sealed: shown to who has a need to know
};

/// Somebody of a register who may be the one sought. Only a person says who is.
struct Candidate {
    PersonInRegister found;
    std::int64_t score = 0;            ///< 0 to 100
    std::vector<std::string> grounds;  ///< what speaks for and against: "name.order", "born.swapped", … (match.hpp)
};

}  // namespace issuance
