// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "chip/access/random_source.hpp"
#include "chip/apdu/card.hpp"
#include "chip/simulator/chip_fault.hpp"
#include "chip/simulator/chip_life.hpp"
#include "chip/simulator/chip_make.hpp"

namespace chip {

class Picc;

/// A travel document's chip in this process: blank, personalised in the dialect of its make
/// (docs/formats/chip-dialect-icao-applet.md unless it is of another product), locked, then read as any other. Its
/// memory outlives the process when `memory` is kept. Not for several threads at once.
class SimulatedChip final : public Card {
   public:
    /// A blank chip with a unique identifier of its own (7 octets).
    explicit SimulatedChip(ChipMake make = {}, RandomSource& random = systemRandom());
    /// The chip whose memory was kept. Throws Failure "simulator.memory-malformed".
    static std::unique_ptr<SimulatedChip> fromMemory(base::BytesView memory, ChipMake make = {},
                                                     RandomSource& random = systemRandom());
    ~SimulatedChip() override;

    Response transmit(const Command& command) override;
    void reset() override;
    [[nodiscard]] base::Bytes answerToReset() const override;
    /// A slow answer that would come later does not come.
    void answerWithin(std::chrono::milliseconds deadline) override { m_deadline = deadline; }
    [[nodiscard]] std::string readerName() const override;
    [[nodiscard]] std::size_t largestCommandData() const override { return m_make.largestCommandData; }
    [[nodiscard]] std::size_t largestResponseData() const override { return m_make.largestResponseData; }
    [[nodiscard]] bool takesChains() const override { return m_make.chaining; }
    [[nodiscard]] bool takesExtendedLengths() const override { return m_make.extendedLengths; }

    [[nodiscard]] base::SecretBytes memory() const;
    [[nodiscard]] base::Bytes uid() const;
    [[nodiscard]] ChipLife life() const;

    void inject(ChipFault fault);
    /// Puts a removed card back; faults that did not happen, or last, are forgotten.
    void reinsert();

   private:
    SimulatedChip(std::unique_ptr<Picc> picc, ChipMake make);
    /// The fault due at this command, once.
    [[nodiscard]] const ChipFault* nextFault();
    Response transmitWith(const ChipFault& fault, const Command& command);
    /// As the chip answers, but for faults that last.
    Response carryOut(const Command& command);
    [[noreturn]] void throwRemoved();
    [[noreturn]] void throwSilent() const;

    ChipMake m_make;
    std::unique_ptr<Picc> m_picc;
    std::vector<ChipFault> m_faults;
    ChipFault m_due;
    std::optional<std::chrono::milliseconds> m_deadline;
    bool m_removed = false;
    bool m_full = false;
};

}  // namespace chip
