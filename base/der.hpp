// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "base/tlv.hpp"

/// Writing and reading the ASN.1 types that certificates and signed data are made of, in DER (X.690), and nothing else.
namespace base::der {

inline constexpr tlv::Tag kBoolean = 0x01, kInteger = 0x02, kBitString = 0x03, kOctetString = 0x04, kNull = 0x05,
                          kOid = 0x06, kUtf8String = 0x0C, kPrintableString = 0x13, kIa5String = 0x16, kUtcTime = 0x17,
                          kGeneralizedTime = 0x18, kSequence = 0x30, kSet = 0x31;

Bytes sequence(std::initializer_list<BytesView> parts);
Bytes sequence(const std::vector<Bytes>& parts);
/// SET OF: the parts are put into DER order.
Bytes setOf(std::vector<Bytes> parts);
/// Non-negative INTEGER from its big-endian magnitude; leading zeros are dropped, a sign octet is added where needed.
Bytes integer(BytesView magnitude);
Bytes integer(std::uint64_t number);
Bytes boolean(bool value);
Bytes null();
/// "2.23.136.1.1.1". The text must be a valid identifier: it is a constant of the program.
Bytes oid(std::string_view dotted);
Bytes octetString(BytesView octets);
Bytes bitString(BytesView octets, std::uint8_t unusedBits = 0);
Bytes utf8String(std::string_view text);
Bytes printableString(std::string_view text);
/// UTCTime to 2049, GeneralizedTime from 2050 (RFC 5280 4.1.2.5), to the second.
Bytes time(Timestamp moment);
Bytes generalizedTime(Timestamp moment);
/// [n] EXPLICIT around an encoded value.
Bytes explicitTag(unsigned number, BytesView encoded);
/// [n] IMPLICIT primitive with the value's octets, or constructed with the content of a SEQUENCE or SET.
Bytes implicitTag(unsigned number, BytesView value);
Bytes implicitConstructed(unsigned number, BytesView content);

/// The dotted form of an OBJECT IDENTIFIER's value octets.
Result<std::string> readOid(BytesView value);
/// The magnitude of a non-negative INTEGER's value octets without leading zeros (zero gives one octet 0).
Result<Bytes> readUnsigned(BytesView value);
/// A small non-negative INTEGER.
Result<std::uint64_t> readSmall(BytesView value);
/// UTCTime or GeneralizedTime element.
Result<Timestamp> readTime(const tlv::Element& element);

}  // namespace base::der
