// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/tlv.hpp"

namespace signing {

/// Writes one DER structure from its end to its front into one buffer: lengths are known when they are written, and
/// nothing is copied level by level. For what is written once a document; elsewhere base::der reads better.
class DerBuilder {
   public:
    /// How many octets stood behind at some moment.
    using Mark = std::size_t;

    explicit DerBuilder(std::size_t expectedSize) : m_buffer(expectedSize), m_begin(expectedSize) {}

    [[nodiscard]] Mark mark() const { return m_buffer.size() - m_begin; }
    /// Puts octets in front of all there is.
    void put(base::BytesView octets);
    /// Puts tag and length of everything since the mark in front of it.
    void wrap(base::tlv::Tag tag, Mark since);
    void put(base::tlv::Tag tag, base::BytesView value) {
        const Mark since = mark();
        put(value);
        wrap(tag, since);
    }
    /// What was put since the mark.
    [[nodiscard]] base::BytesView since(Mark mark) const {
        return base::BytesView{m_buffer}.subspan(m_begin, m_buffer.size() - m_begin - mark);
    }
    [[nodiscard]] base::Bytes finish() const { return {m_buffer.begin() + static_cast<long>(m_begin), m_buffer.end()}; }

   private:
    void putOctet(std::uint8_t octet) { put({&octet, 1}); }

    base::Bytes m_buffer;
    std::size_t m_begin;
};

}  // namespace signing
