// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

#include "chip/apdu/card.hpp"

namespace chip {

namespace pcsc {
class Context;
class Connection;
}  // namespace pcsc

/// How a card in a reader is spoken to. Longer APDUs only where chip and reader are known to take them.
struct PcscTerms {
    std::chrono::milliseconds deadline{5000};  ///< for one exchange, until answerWithin says another
    std::size_t largestCommandData = 255;
    std::size_t largestResponseData = 256;
};

/// A chip in a reader of pcscd, held exclusively. PC/SC cannot cancel an exchange, so exchanges run in a thread of
/// their own; after the deadline the card is given up: this and all later calls throw "card.silent", and the connection
/// is closed whenever the driver returns (docs/decisions/0041-deadline-for-readers.md). Not for several threads at
/// once.
class PcscCard final : public Card {
   public:
    /// Throws as pcsc::check; "reader.no-card" where no card lies on the reader.
    PcscCard(std::shared_ptr<const pcsc::Context> context, const std::string& reader, PcscTerms terms = {});
    ~PcscCard() override;

    /// An answer without a status word, which is how some drivers report a card that went, throws "card.silent".
    Response transmit(const Command& command) override;
    void reset() override;
    [[nodiscard]] base::Bytes answerToReset() const override { return m_answerToReset; }
    void answerWithin(std::chrono::milliseconds deadline) override { m_terms.deadline = deadline; }
    [[nodiscard]] std::string readerName() const override { return m_reader; }
    [[nodiscard]] std::size_t largestCommandData() const override { return m_terms.largestCommandData; }
    [[nodiscard]] std::size_t largestResponseData() const override { return m_terms.largestResponseData; }
    /// Readers of contactless chips pass them on; whether the chip takes them is for the chip to tell.
    [[nodiscard]] bool takesExtendedLengths() const override { return true; }

   private:
    class Worker;
    /// Runs in the worker; throws what the work throws, or "card.silent" after the deadline.
    base::Bytes withinDeadline(base::Bytes command);

    std::string m_reader;
    PcscTerms m_terms;
    std::shared_ptr<Worker> m_worker;
    base::Bytes m_answerToReset;
};

}  // namespace chip
