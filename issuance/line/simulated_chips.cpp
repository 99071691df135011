// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/simulated_chips.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "chip/simulator/simulated_chip.hpp"

namespace issuance {
namespace {

constexpr std::size_t kLargestMemory = std::size_t{1024} * 1024;
/// Commands that change nothing: SELECT, READ BINARY, GET CHALLENGE and what only a session knows of.
constexpr std::initializer_list<std::uint8_t> kReading{0xA4, 0xB0, 0xB1, 0xCA, 0x84, 0x86, 0x88, 0x22};

/// A simulated chip whose memory is on disk before the answer to a writing command is given.
class KeptChip final : public chip::Card {
   public:
    explicit KeptChip(std::filesystem::path file, const chip::ChipMake& make = {}) : m_file(std::move(file)) {
        auto memory = base::readFile(m_file, kLargestMemory);
        m_chip = memory ? chip::SimulatedChip::fromMemory(*memory, make) : std::make_unique<chip::SimulatedChip>(make);
        // Who it is, is told before it is written, and stays.
        if (!memory) base::writeSecretFileDurably(m_file, m_chip->memory().reveal());
    }
    chip::Response transmit(const chip::Command& command) override {
        try {
            auto response = m_chip->transmit(command);
            keep(command);
            return response;
        } catch (const base::Failure&) {
            keep(command);  // a chip that is torn off keeps what it has carried out
            throw;
        }
    }
    void inject(const chip::ChipFault& fault) { m_chip->inject(fault); }
    void reset() override { m_chip->reset(); }
    [[nodiscard]] base::Bytes answerToReset() const override { return m_chip->answerToReset(); }
    void answerWithin(std::chrono::milliseconds deadline) override { m_chip->answerWithin(deadline); }
    [[nodiscard]] std::string readerName() const override { return m_chip->readerName(); }
    [[nodiscard]] std::size_t largestCommandData() const override { return m_chip->largestCommandData(); }
    [[nodiscard]] std::size_t largestResponseData() const override { return m_chip->largestResponseData(); }

   private:
    void keep(const chip::Command& command) {
        if (std::ranges::find(kReading, command.ins) == kReading.end())
            base::writeSecretFileDurably(m_file, m_chip->memory().reveal());
    }

    std::filesystem::path m_file;
    std::unique_ptr<chip::SimulatedChip> m_chip;
};

}  // namespace

std::unique_ptr<chip::Card> SimulatedChips::cardOf(const std::string& blank) const {
    std::vector<chip::ChipFault> faults;
    if (m_wornOut.count(blank) > 0) faults.push_back({chip::ChipFault::Kind::WornOutFile});
    return cardWith(blank, faults, makeOf(blank));
}

chip::ChipMake SimulatedChips::makeOf(const std::string& blank) const {
    return m_makeOf ? m_makeOf(blank) : chip::ChipMake{};
}

std::unique_ptr<chip::Card> SimulatedChips::cardWith(const std::optional<std::string>& blank,
                                                     const std::vector<chip::ChipFault>& faults,
                                                     const chip::ChipMake& make) const {
    const auto with = [&](auto card) -> std::unique_ptr<chip::Card> {
        for (const auto& fault : faults) card->inject(fault);
        return card;
    };
    if (blank) return with(std::make_unique<KeptChip>(m_folder / (*blank + ".chip"), make));
    return with(std::make_unique<chip::SimulatedChip>(make));
}

}  // namespace issuance
