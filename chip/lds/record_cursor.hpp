// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "base/bytes.hpp"

namespace chip::lds {

/// Reads the numbers of a binary record one after the other; asks beyond the end give nothing.
class RecordCursor {
   public:
    explicit RecordCursor(base::BytesView octets) : m_rest(octets) {}
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }
    std::size_t number(std::size_t width) {
        std::size_t value = 0;
        for (const auto octet : take(width)) value = (value << 8U) | octet;
        return value;
    }
    base::BytesView take(std::size_t count) {
        const auto taken = m_rest.first(std::min(count, m_rest.size()));
        m_rest = m_rest.subspan(taken.size());
        return taken;
    }

   private:
    base::BytesView m_rest;
};

}  // namespace chip::lds
