// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/registers/register_row.hpp"

namespace issuance {

/// From this score on, somebody is shown.
constexpr std::int64_t kLeastScore = 60;
/// Nobody with the name and another day of birth comes so far.
constexpr std::int64_t kLikelyScore = 70;

/// How like two persons are, 0 to 100, and why: two thirds the name, token by token in any order, one third the day of
/// birth; the same document lifts, another nationality lowers. Grounds:
/// "name.equal", or of "name.accents" (only these differ, or the script), "name.order", "name.sound", "name.spelling",
/// "name.initial", "name.missing" (one has a name more), "name.other" those that hold;
/// "born.equal", "born.swapped" (day and month), "born.digit" (one digit, or two that changed places), "born.year"
/// (the same year only), "born.unknown" (to one of the two), "born.other";
/// "document.equal", "document.other"; "nationality.other".
Candidate match(const PersonSought& sought, PersonInRegister found);

}  // namespace issuance
