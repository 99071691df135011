// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "contract/messages.hpp"

/// The words of the trade behind the codes of the contract: "in_doubt" is "en duda" to a person. JSON keeps the codes.
namespace contract {

/// The word for a stage, step, standing, state, place, outcome, role, check or cause; a code of the house's own
/// ("linea-1", "EF.DG2") stands for itself. What follows a colon or a space is kept: "workstation:linea-1".
std::string wordFor(std::string_view code, Language language);

/// The words for codes in a list, "received, cleared".
std::string wordsFor(std::string_view codes, Language language);

/// The code that a person meant who typed the code itself or the word for it in either language.
std::string codeMeant(const std::string& typed);

}  // namespace contract
