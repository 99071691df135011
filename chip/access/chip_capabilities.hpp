// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "chip/apdu/card.hpp"

namespace chip {

/// What a chip tells of the APDUs that it takes, in its answer to reset or in EF.ATR/INFO (ISO/IEC 7816-4 12.1.1.9,
/// 12.8.1; 9303-10 3.11.3).
struct ChipCapabilities {
    bool told = false;  ///< card capabilities stand there at all
    bool chaining = false;
    bool extendedLengths = false;
    bool sizesInAtrInfo = false;                      ///< EF.ATR/INFO tells the sizes
    std::optional<std::size_t> largestCommand = {};   ///< octets of a whole command APDU
    std::optional<std::size_t> largestResponse = {};  ///< octets of a whole response APDU
};

/// From the historical octets; nothing told where they are none or of another form.
ChipCapabilities capabilitiesInAnswerToReset(base::BytesView answerToReset);
/// The same with what EF.ATR/INFO adds; what cannot be read there changes nothing.
ChipCapabilities withAtrInfo(ChipCapabilities capabilities, base::BytesView efAtrInfo);

/// Asks a chip that was just reset: its answer to reset, and EF.ATR/INFO where that may say more. A chip without the
/// file, or that answers oddly before access control, is taken for one that tells nothing.
ChipCapabilities readCapabilities(Card& card);

/// A card with the sizes that its chip tells of: beyond the short ones only where reader and chip take them.
class CapableCard final : public Card {
   public:
    /// The card must outlive this object.
    CapableCard(Card& card, const ChipCapabilities& capabilities) : m_card(card), m_capabilities(capabilities) {}

    Response transmit(const Command& command) override { return m_card.transmit(command); }
    void reset() override { m_card.reset(); }
    [[nodiscard]] base::Bytes answerToReset() const override { return m_card.answerToReset(); }
    void answerWithin(std::chrono::milliseconds deadline) override { m_card.answerWithin(deadline); }
    [[nodiscard]] std::string readerName() const override { return m_card.readerName(); }
    [[nodiscard]] std::size_t largestCommandData() const override;
    [[nodiscard]] std::size_t largestResponseData() const override;
    [[nodiscard]] bool takesChains() const override { return m_capabilities.chaining; }
    [[nodiscard]] bool takesExtendedLengths() const override {
        return m_capabilities.extendedLengths && m_card.takesExtendedLengths();
    }

   private:
    Card& m_card;
    ChipCapabilities m_capabilities;
};

}  // namespace chip
