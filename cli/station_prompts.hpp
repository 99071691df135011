// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/desk.hpp"
#include "contract/acts_of_line.hpp"

namespace cli {

/// Says, on standard error, what the machines ask of whoever sees to them: each thing once, when it is asked for.
class StationPrompts {
   public:
    explicit StationPrompts(const Desk& desk) : m_desk(desk) {}
    void show(const std::vector<contract::StationCall>& calls);

   private:
    const Desk& m_desk;
    std::vector<std::string> m_said;
};

/// What a chip in doubt says of itself, what that means, and which answer fits it; for the person who resolves it.
void printDoubt(const Desk& desk, const contract::DoubtShown& doubt);

}  // namespace cli
