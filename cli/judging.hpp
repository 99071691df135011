// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/desk.hpp"
#include "contract/judgements.hpp"
#include "issuance/office/local_office_factory.hpp"

/// What the commands share that judge files and look at no book.
namespace cli {

/// Asks the reading room; needs neither institution nor session.
template <contract::Request R>
typename R::Answer judge(const Desk& desk, const R& request) {
    return desk.accepted(issuance::openReadingRoom()->ask({}, request));
}

/// A line: "✗ " for a deviation or "· " for advice, the place, the sentence, and the standard's place.
void printFinding(const Desk& desk, const contract::LintFinding& finding);

/// "2 desviaciones, 1 recomendación sin seguir".
std::string tallyOf(const Desk& desk, std::int64_t deviations, std::int64_t advice);
/// "1 archivo", "2 archivos", in the user's language.
std::string counted(std::int64_t number, const std::string& one, const std::string& many);

}  // namespace cli
