// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/asn1/der_builder.hpp"

#include <algorithm>

namespace signing {

void DerBuilder::put(base::BytesView octets) {
    if (octets.size() > m_begin) {
        const std::size_t more = m_buffer.size() + octets.size();
        m_buffer.insert(m_buffer.begin(), more, 0);
        m_begin += more;
    }
    m_begin -= octets.size();
    std::copy(octets.begin(), octets.end(), m_buffer.begin() + static_cast<long>(m_begin));
}

void DerBuilder::wrap(base::tlv::Tag tag, Mark since) {
    std::size_t length = mark() - since;
    if (length < 0x80) {
        putOctet(static_cast<std::uint8_t>(length));
    } else {
        std::uint8_t width = 0;
        for (; length != 0; length >>= 8U, ++width) putOctet(static_cast<std::uint8_t>(length & 0xFFU));
        putOctet(static_cast<std::uint8_t>(0x80U | width));
    }
    do putOctet(static_cast<std::uint8_t>(tag & 0xFFU));
    while ((tag >>= 8U) != 0);
}

}  // namespace signing
