// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace base {

/// Octets that may be seen by anyone; secrets live in SecretBytes.
using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

/// The octets of a text, without a terminator.
Bytes bytesOf(std::string_view text);
/// The octets read as text; no conversion takes place.
std::string textOf(BytesView octets);

/// Lower-case hexadecimal, two digits an octet.
std::string toHex(BytesView octets);
/// Refuses odd lengths and anything that is no hexadecimal digit; spaces are skipped.
Result<Bytes> fromHex(std::string_view digits);

/// RFC 4648 base64 with padding, no line breaks.
std::string toBase64(BytesView octets);
/// Refuses foreign characters and wrong padding; white space is skipped.
Result<Bytes> fromBase64(std::string_view text);

/// The parts one after the other.
Bytes concat(std::initializer_list<BytesView> parts);
void append(Bytes& target, BytesView part);

/// Compares without telling by its time where two values differ.
bool equalInConstantTime(BytesView left, BytesView right);

/// Big-endian octets of a number in the given width (1 to 8 octets).
Bytes bigEndian(std::uint64_t number, std::size_t width);

}  // namespace base
