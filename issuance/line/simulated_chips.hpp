// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "chip/apdu/card.hpp"
#include "chip/simulator/chip_fault.hpp"
#include "chip/simulator/chip_make.hpp"

namespace issuance {

/// Which product the chip of a blank is; an ICAO applet where nobody says.
using MakeOf = std::function<chip::ChipMake(const std::string& blank)>;

/// The chips of a training line: one file a blank, so that a chip outlives the process that wrote to it.
class SimulatedChips {
   public:
    explicit SimulatedChips(std::filesystem::path folder, MakeOf makeOf = {})
        : m_folder(std::move(folder)), m_makeOf(std::move(makeOf)) {}

    /// The chip of the blank, blank itself where nobody has written to it.
    [[nodiscard]] std::unique_ptr<chip::Card> cardOf(const std::string& blank) const;
    /// The same, or with no blank a new chip that is forgotten, of a make and with faults that will happen to it.
    [[nodiscard]] std::unique_ptr<chip::Card> cardWith(const std::optional<std::string>& blank,
                                                       const std::vector<chip::ChipFault>& faults,
                                                       const chip::ChipMake& make) const;
    /// What is written to EF.DG2 of the blank's chip from now on is kept with a wrong bit, and acknowledged.
    void wearOut(const std::string& blank) { m_wornOut.insert(blank); }

   private:
    [[nodiscard]] chip::ChipMake makeOf(const std::string& blank) const;

    std::filesystem::path m_folder;
    MakeOf m_makeOf;
    std::set<std::string> m_wornOut;
};

}  // namespace issuance
