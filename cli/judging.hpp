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

/// The standard's place in the user's language.
std::string sourceIn(const Desk& desk, std::string source);

/// "✗ " for a deviation, "· " for advice.
inline const char* markOf(const std::string& grade) { return grade == "deviation" ? "✗ " : "· "; }

}  // namespace cli
