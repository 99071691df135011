// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/bytes.hpp"

namespace base::tlv {

/// A tag of one to three octets as it stands on the wire: 0x61, 0x5F1F, 0x7F61.
using Tag = std::uint32_t;

/// Tag, DER length, value.
Bytes encode(Tag tag, BytesView value);
/// A constructed object around the parts in the order given.
Bytes encode(Tag tag, std::initializer_list<BytesView> parts);
/// The DER form of a length.
Bytes encodeLength(std::size_t length);

/// One object of a BER-TLV string (ISO/IEC 7816-4 5.2.2, X.690 definite form). Views into the string that was read.
struct Element {
    Tag tag = 0;
    BytesView value;
    BytesView whole;  ///< tag, length and value
    [[nodiscard]] bool constructed() const;
};

/// Which length forms are accepted.
enum class Lengths { Ber, DerOnly };

/// Reads the first object. Refuses ("tlv.malformed", where = offset) indefinite lengths, lengths beyond the end, tags
/// of more than three octets, and with DerOnly lengths that are not minimal.
Result<Element> readFirst(BytesView octets, Lengths lengths = Lengths::Ber);

/// Reads all objects of the string, one after the other; nothing may be left over.
Result<std::vector<Element>> readAll(BytesView octets, Lengths lengths = Lengths::Ber);

/// The first of the elements with the tag.
std::optional<Element> find(const std::vector<Element>& elements, Tag tag);

}  // namespace base::tlv
