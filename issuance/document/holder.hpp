// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"
#include "issuance/document/identifiers.hpp"

namespace issuance {

/// 9303-4 4.1: F, M, or X where the issuer does not state it.
enum class Sex { Female, Male, Unspecified };

/// "F", "M", "X", as the visual zone and order files write it.
inline std::string letterOf(Sex sex) { return sex == Sex::Female ? "F" : sex == Sex::Male ? "M" : "X"; }

/// The person a document is for. Texts are tidy (names.hpp); the nationality is the MRZ code of 9303-3 section 5.
struct Holder {
    std::string surname;
    std::string givenNames;
    base::Date dateOfBirth{};
    Sex sex = Sex::Unspecified;
    std::string nationality;
    std::string placeOfBirth;
    std::optional<Cui> cui;

    friend bool operator==(const Holder&, const Holder&) = default;
};

}  // namespace issuance
