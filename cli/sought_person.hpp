// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.hpp"
#include "contract/acts_of_registers.hpp"

namespace cli {

/// The options that say who is looked for, and in which registers.
void addSoughtOptions(CLI::App& command, const Desk& desk, contract::SoughtPerson& person,
                      std::vector<std::string>& registers);
void printCandidates(const Desk& desk, const std::vector<contract::CandidateLine>& candidates);
/// That the list does not hold everybody.
void sayCut(const Desk& desk);
/// That somebody was found who is confidential.
void sayWithheld(const Desk& desk);

}  // namespace cli
