// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/failure.hpp"
#include "chip/apdu/card.hpp"

namespace chip::testing {

/// A card in a reader that counts exchanges and fails at one of them.
class TornCard final : public Card {
   public:
    /// Where the exchange tears: the command does not reach the chip, or its answer does not come back.
    enum class Side { BeforeTheChip, AfterTheChip };

    explicit TornCard(Card& card) : m_card(card) {}

    void tearAt(std::size_t exchange, Side side, std::string_view code = "card.removed") {
        m_tear = exchange;
        m_side = side;
        m_code = code;
    }
    /// The chip gets the exchange not, and this status comes back.
    void answerAt(std::size_t exchange, std::uint16_t status) { m_answers = {exchange, status}; }

    Response transmit(const Command& command) override {
        if (m_gone) lose();
        const std::size_t now = m_count++;
        if (m_answers && m_answers->first == now) return {{}, m_answers->second};
        if (m_tear == now && m_side == Side::BeforeTheChip) lose();
        auto response = m_card.transmit(command);
        if (m_tear == now) lose();
        return response;
    }
    void reset() override {
        if (m_gone) lose();
        m_card.reset();
        ++m_resets;
    }
    [[nodiscard]] base::Bytes answerToReset() const override { return m_card.answerToReset(); }
    void answerWithin(std::chrono::milliseconds deadline) override { m_card.answerWithin(deadline); }
    [[nodiscard]] std::string readerName() const override { return m_card.readerName(); }

    [[nodiscard]] std::size_t exchanges() const { return m_count; }
    [[nodiscard]] std::size_t resets() const { return m_resets; }

   private:
    [[noreturn]] void lose() {
        m_gone = true;
        throw base::Failure{base::FailureCode{m_code}, base::NextStep::CallSupervisor, readerName()};
    }

    Card& m_card;
    std::size_t m_count = 0, m_resets = 0;
    std::optional<std::size_t> m_tear;
    Side m_side = Side::BeforeTheChip;
    std::string m_code;
    std::optional<std::pair<std::size_t, std::uint16_t>> m_answers;
    bool m_gone = false;
};

}  // namespace chip::testing
