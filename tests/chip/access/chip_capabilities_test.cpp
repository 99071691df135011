// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/chip_capabilities.hpp"

#include <gtest/gtest.h>

#include "chip/access/file_reading.hpp"
#include "chip/access/pace.hpp"
#include "chip/apdu/long_command.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "tests/chip/access/scripted.hpp"
#include "tests/chip/simulator/personalised_chip.hpp"

namespace chip {
namespace {

using scripted::hex;

/// EF.ATR/INFO with card capabilities and sizes of 1000 octets for commands, 2000 for responses.
const base::Bytes kAtrInfo = base::expected(base::fromHex("4703002160"
                                                          "7F6608020203E8020207D0"),
                                            "EF.ATR/INFO");

TEST(ChipCapabilities, AreReadFromHistoricalOctets) {
    const auto simulated = capabilitiesInAnswerToReset(hex("3B85800180730021C016"));
    EXPECT_TRUE(simulated.told && simulated.chaining && simulated.extendedLengths && !simulated.sizesInAtrInfo);
    const auto short1 = capabilitiesInAnswerToReset(hex("3B85800180730021801A"));
    EXPECT_TRUE(short1.told && short1.chaining && !short1.extendedLengths);
    // Category 00, a country code before the capabilities, and the status at the end.
    const auto status =
        capabilitiesInAnswerToReset(hex("3B8B8001"
                                        "00"
                                        "110A"
                                        "73002160"
                                        "00009000"));
    EXPECT_TRUE(status.told && !status.chaining && status.extendedLengths && status.sizesInAtrInfo);
    for (const char* digits : {"", "3B", "3B8F", "3B858001C0730021C016", "3B80800101", "3BFF", "3B8580018073"})
        EXPECT_FALSE(capabilitiesInAnswerToReset(hex(digits)).told) << digits;
}

TEST(ChipCapabilities, TakeSizesFromAtrInfo) {
    const auto told = withAtrInfo({}, kAtrInfo);
    EXPECT_TRUE(told.extendedLengths);
    EXPECT_EQ(told.largestCommand, 1000U);
    EXPECT_EQ(told.largestResponse, 2000U);
    for (const char* digits : {"", "00", "7F66", "7F660402020001", "7F66080202000002020000", "7F6603020101"}) {
        const auto nothing = withAtrInfo({}, hex(digits));
        EXPECT_FALSE(nothing.largestCommand || nothing.extendedLengths) << digits;
    }
}

TEST(CapableCard, UsesLongReadsOnlyWhereTheSizesAreTold) {
    for (const bool told : {false, true})
        for (const bool extended : {false, true}) {
            support::ChipContent content;
            content.files[0x0102] = support::fileOfSize(20000);
            if (told) content.masterFiles[kEfAtrInfo] = kAtrInfo;
            ChipMake make;
            make.extendedLengths = extended;
            SimulatedChip chip{make};
            support::personalise(chip, content);
            auto capabilities = readCapabilities(chip);
            if (told) capabilities = withAtrInfo(capabilities, kAtrInfo);
            CapableCard card{chip, capabilities};
            EXPECT_EQ(card.largestResponseData(), told && extended ? 1998U : 256U);
            EXPECT_EQ(card.largestCommandData(), told && extended ? 991U : 255U);
            auto session = performPace(card, {CipherSuite::Aes128, 13}, PacePassword::mrz(support::holderKey()));
            ASSERT_TRUE(session);
            SecuredCard secured{card, std::move(session).value()};
            ASSERT_TRUE(selectApplication(secured));
            EXPECT_EQ(base::expected(readFile(secured, 0x0102), "EF.DG2"), support::fileOfSize(20000));
        }
}

TEST(ReadCapabilities, AsksForAtrInfoWhereTheAnswerToResetSaysNothing) {
    class Silent final : public Card {
       public:
        explicit Silent(Card& card) : m_card(card) {}
        Response transmit(const Command& command) override { return m_card.transmit(command); }
        void reset() override { m_card.reset(); }
        [[nodiscard]] base::Bytes answerToReset() const override { return hex("3B80800101"); }
        [[nodiscard]] std::string readerName() const override { return m_card.readerName(); }

       private:
        Card& m_card;
    };
    SimulatedChip chip;
    support::ChipContent content;
    content.masterFiles[kEfAtrInfo] = kAtrInfo;
    support::personalise(chip, content);
    Silent silent{chip};
    EXPECT_EQ(readCapabilities(silent).largestResponse, 2000U);
    EXPECT_FALSE(readCapabilities(chip).largestResponse) << "the answer to reset is enough";
    SimulatedChip without;
    support::personalise(without, {});
    Silent untold{without};
    EXPECT_FALSE(readCapabilities(untold).told);
}

/// Takes what comes and remembers it.
class Recording final : public Card {
   public:
    Recording(bool chains, bool extended, std::uint16_t status = 0x9000)
        : m_chains(chains), m_extended(extended), m_status(status) {}
    Response transmit(const Command& command) override {
        m_commands.push_back(command);
        return {{}, m_status};
    }
    void reset() override {}
    [[nodiscard]] base::Bytes answerToReset() const override { return {}; }
    [[nodiscard]] std::string readerName() const override { return "recording"; }
    [[nodiscard]] bool takesChains() const override { return m_chains; }
    [[nodiscard]] bool takesExtendedLengths() const override { return m_extended; }
    [[nodiscard]] const std::vector<Command>& commands() const { return m_commands; }

   private:
    bool m_chains, m_extended;
    std::uint16_t m_status;
    std::vector<Command> m_commands;
};

TEST(LongCommand, GoesOutAsTheChipTakesIt) {
    const Command command{0x00, 0x2A, 0x00, 0xBE, base::Bytes(600, 0xA5), {}};
    struct Case {
        bool chains, extended;
        LongForm preferred;
        std::size_t parts;
    };
    for (const auto& [chains, extended, preferred, parts] : {Case{true, true, LongForm::ChainedFirst, 3},
                                                             {true, true, LongForm::ExtendedFirst, 1},
                                                             {true, false, LongForm::ExtendedFirst, 3},
                                                             {false, true, LongForm::ChainedFirst, 1},
                                                             {false, false, LongForm::ChainedFirst, 1}}) {
        Recording card{chains, extended};
        EXPECT_TRUE(transmitLong(card, command, preferred).ok());
        ASSERT_EQ(card.commands().size(), parts);
        base::Bytes whole;
        for (std::size_t at = 0; at < parts; ++at) {
            EXPECT_EQ(card.commands()[at].cla, at + 1 < parts ? 0x10 : 0x00);
            base::append(whole, card.commands()[at].data);
        }
        EXPECT_EQ(whole, command.data);
    }
    Recording refusing{true, false, 0x6884};
    EXPECT_EQ(transmitLong(refusing, command, LongForm::ChainedFirst).status, 0x6884);
    EXPECT_EQ(refusing.commands().size(), 1U);
}

}  // namespace
}  // namespace chip
