// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "chip/apdu/card.hpp"

namespace issuance {

/// The chips of a training line: one file a blank, so that a chip outlives the process that wrote to it.
class SimulatedChips {
   public:
    explicit SimulatedChips(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// The chip of the blank, blank itself where nobody has written to it.
    [[nodiscard]] std::unique_ptr<chip::Card> cardOf(const std::string& blank) const;
    void wearOut(const std::string& blank) { m_wornOut.insert(blank); }

   private:
    std::filesystem::path m_folder;
    std::set<std::string> m_wornOut;
};

}  // namespace issuance
