// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/der.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/failure.hpp"

namespace base::der {
namespace {

Fault malformed(std::string_view what) { return {"der.malformed"_code, {{"what", std::string{what}}}, {}}; }

std::string compactTime(Timestamp moment) {
    const std::string text = formatTimestamp(moment);  // 2026-11-23T10:15:30.123456Z
    return text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2) + text.substr(11, 2) + text.substr(14, 2) +
           text.substr(17, 2) + "Z";
}

void appendBase128(Bytes& target, std::uint64_t arc) {
    Bytes groups{static_cast<std::uint8_t>(arc & 0x7FU)};
    while ((arc >>= 7U) != 0) groups.push_back(static_cast<std::uint8_t>(0x80U | (arc & 0x7FU)));
    target.insert(target.end(), groups.rbegin(), groups.rend());
}

std::vector<std::uint64_t> arcsOf(std::string_view dotted) {
    std::vector<std::uint64_t> arcs;
    const char* at = dotted.data();
    const char* end = at + dotted.size();
    while (at < end) {
        std::uint64_t arc = 0;
        const auto parsed = std::from_chars(at, end, arc);
        if (parsed.ec != std::errc{}) break;
        arcs.push_back(arc);
        at = parsed.ptr + (parsed.ptr < end ? 1 : 0);
    }
    if (arcs.size() < 2) throw Failure{"der.malformed"_code, NextStep::Stop, "object identifier", std::string{dotted}};
    return arcs;
}

}  // namespace

Bytes sequence(std::initializer_list<BytesView> parts) { return tlv::encode(kSequence, parts); }

Bytes sequence(const std::vector<Bytes>& parts) {
    Bytes content;
    for (const auto& part : parts) append(content, part);
    return tlv::encode(kSequence, content);
}

Bytes setOf(std::vector<Bytes> parts) {
    std::sort(parts.begin(), parts.end());
    Bytes content;
    for (const auto& part : parts) append(content, part);
    return tlv::encode(kSet, content);
}

Bytes integer(BytesView magnitude) {
    while (magnitude.size() > 1 && magnitude[0] == 0) magnitude = magnitude.subspan(1);
    Bytes value;
    if (magnitude.empty() || (magnitude[0] & 0x80U) != 0) value.push_back(0);
    append(value, magnitude);
    return tlv::encode(kInteger, value);
}

Bytes integer(std::uint64_t number) { return integer(bigEndian(number, 8)); }

Bytes boolean(bool value) { return {0x01, 0x01, static_cast<std::uint8_t>(value ? 0xFF : 0x00)}; }

Bytes null() { return {0x05, 0x00}; }

Bytes oid(std::string_view dotted) {
    const auto arcs = arcsOf(dotted);
    Bytes value;
    appendBase128(value, arcs[0] * 40 + arcs[1]);
    for (std::size_t i = 2; i < arcs.size(); ++i) appendBase128(value, arcs[i]);
    return tlv::encode(kOid, value);
}

Bytes octetString(BytesView octets) { return tlv::encode(kOctetString, octets); }

Bytes bitString(BytesView octets, std::uint8_t unusedBits) {
    const Bytes lead{unusedBits};
    return tlv::encode(kBitString, {lead, octets});
}

Bytes utf8String(std::string_view text) { return tlv::encode(kUtf8String, bytesOf(text)); }

Bytes printableString(std::string_view text) { return tlv::encode(kPrintableString, bytesOf(text)); }

Bytes time(Timestamp moment) {
    if (dayOf(moment).year() >= std::chrono::year{2050}) return generalizedTime(moment);
    return tlv::encode(kUtcTime, bytesOf(compactTime(moment).substr(2)));
}

Bytes generalizedTime(Timestamp moment) { return tlv::encode(kGeneralizedTime, bytesOf(compactTime(moment))); }

Bytes explicitTag(unsigned number, BytesView encoded) { return tlv::encode(0xA0U | number, encoded); }

Bytes implicitTag(unsigned number, BytesView value) { return tlv::encode(0x80U | number, value); }

Bytes implicitConstructed(unsigned number, BytesView content) { return tlv::encode(0xA0U | number, content); }

Result<std::string> readOid(BytesView value) {
    if (value.empty() || (value.back() & 0x80U) != 0) return malformed("OBJECT IDENTIFIER");
    std::string dotted;
    std::uint64_t arc = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (arc > (UINT64_MAX >> 7U)) return malformed("OBJECT IDENTIFIER");
        arc = (arc << 7U) | (value[i] & 0x7FU);
        if ((value[i] & 0x80U) != 0) continue;
        if (dotted.empty()) {
            const std::uint64_t first = std::min<std::uint64_t>(arc / 40, 2);
            dotted = fmt::format("{}.{}", first, arc - first * 40);
        } else {
            dotted += fmt::format(".{}", arc);
        }
        arc = 0;
    }
    return dotted;
}

Result<Bytes> readUnsigned(BytesView value) {
    if (value.empty() || (value[0] & 0x80U) != 0) return malformed("INTEGER");
    while (value.size() > 1 && value[0] == 0) value = value.subspan(1);
    return Bytes(value.begin(), value.end());
}

Result<std::uint64_t> readSmall(BytesView value) {
    const auto magnitude = readUnsigned(value);
    if (!magnitude) return magnitude.refusal();
    if (magnitude->size() > 8) return malformed("INTEGER");
    std::uint64_t number = 0;
    for (const auto octet : *magnitude) number = (number << 8U) | octet;
    return number;
}

Result<Timestamp> readTime(const tlv::Element& element) {
    std::string digits = textOf(element.value);
    if (element.tag == kUtcTime && digits.size() == 13) digits.insert(0, digits < "50" ? "20" : "19");
    if ((element.tag != kUtcTime && element.tag != kGeneralizedTime) || digits.size() != 15) return malformed("Time");
    const auto moment = parseTimestamp(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2) +
                                       "T" + digits.substr(8, 2) + ":" + digits.substr(10, 2) + ":" +
                                       digits.substr(12, 2) + ".000000" + digits.substr(14));
    if (!moment) return malformed("Time");
    return *moment;
}

}  // namespace base::der
