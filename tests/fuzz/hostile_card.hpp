// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "chip/apdu/card.hpp"

namespace fuzz {

/// A chip that answers whatever the input says: a length octet, that many octets of data, a status word; when the
/// input is at its end, 6F00.
class HostileCard final : public chip::Card {
   public:
    explicit HostileCard(base::BytesView input) : m_rest(input) {}
    chip::Response transmit(const chip::Command&) override {
        chip::Response response{take(m_rest.empty() ? 0 : takeOne()), 0x6F00};
        if (const auto status = take(2); status.size() == 2)
            response.status = static_cast<std::uint16_t>(status[0] << 8 | status[1]);
        return response;
    }
    void reset() override {}
    [[nodiscard]] base::Bytes answerToReset() const override {
        const auto head = m_rest.first(std::min<std::size_t>(m_rest.size(), 32));
        return {head.begin(), head.end()};
    }
    [[nodiscard]] std::string readerName() const override { return "hostile"; }

   private:
    std::size_t takeOne() {
        const std::size_t size = m_rest[0];
        m_rest = m_rest.subspan(1);
        return size;
    }
    base::Bytes take(std::size_t size) {
        const auto part = m_rest.first(std::min(size, m_rest.size()));
        m_rest = m_rest.subspan(part.size());
        return {part.begin(), part.end()};
    }

    base::BytesView m_rest;
};

}  // namespace fuzz
