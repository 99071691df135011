// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/chip_capabilities.hpp"

#include <algorithm>
#include <bit>

#include "base/der.hpp"
#include "base/tlv.hpp"
#include "chip/access/file_reading.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;

constexpr std::uint8_t kChaining = 0x80, kExtended = 0x40, kSizesInAtrInfo = 0x20;
constexpr std::uint8_t kCompactCapabilities = 0x7, kStatusAtEnd = 0x00, kPlainObjects = 0x80;
constexpr tlv::Tag kCapabilities = 0x47, kSizes = 0x7F66, kSize = 0x02;
constexpr std::size_t kCapabilitiesSize = 3, kEfAtrInfoSize = 223;
/// Header, Lc and Le of a command of extended length; the status word of a response.
constexpr std::size_t kCommandFrame = 4 + 3 + 2, kResponseFrame = 2;

/// The last K octets before the check octet, K in the low half of T0 (ISO/IEC 7816-3 8.2).
base::BytesView historicalOctets(base::BytesView answer) {
    if (answer.size() < 2) return {};
    std::size_t at = 2;
    std::uint8_t indicator = answer[1];
    while ((indicator & 0xF0) != 0) {
        const auto interface = static_cast<std::size_t>(std::popcount(static_cast<unsigned>(indicator & 0xF0)));
        const std::size_t next = at + interface;
        if (next > answer.size()) return {};
        indicator = (indicator & 0x80) != 0 ? answer[next - 1] : std::uint8_t{0};
        at = next;
    }
    const std::size_t count = answer[1] & 0x0F;
    return at + count <= answer.size() ? answer.subspan(at, count) : base::BytesView{};
}

void take(ChipCapabilities& capabilities, base::BytesView octets) {
    capabilities.told = true;
    // The third octet, where there is one: chains, lengths, and where the sizes are told.
    if (octets.size() != kCapabilitiesSize) return;
    capabilities.chaining = (octets[2] & kChaining) != 0;
    capabilities.extendedLengths = (octets[2] & kExtended) != 0;
    capabilities.sizesInAtrInfo = (octets[2] & kSizesInAtrInfo) != 0;
}

void takeSizes(ChipCapabilities& capabilities, base::BytesView value) {
    const auto sizes = tlv::readAll(value);
    if (!sizes || sizes->size() != 2 || (*sizes)[0].tag != kSize || (*sizes)[1].tag != kSize) return;
    const auto command = base::der::readSmall((*sizes)[0].value), response = base::der::readSmall((*sizes)[1].value);
    if (!command || !response || *command <= kCommandFrame || *response <= kResponseFrame) return;
    capabilities.largestCommand = *command;
    capabilities.largestResponse = *response;
    capabilities.extendedLengths = true;
}

std::size_t within(std::optional<std::size_t> whole, std::size_t frame, std::size_t plain, std::size_t most) {
    return whole ? std::clamp(*whole - frame, plain, most) : plain;
}

}  // namespace

ChipCapabilities capabilitiesInAnswerToReset(base::BytesView answerToReset) {
    ChipCapabilities capabilities;
    auto octets = historicalOctets(answerToReset);
    if (octets.empty() || (octets[0] != kStatusAtEnd && octets[0] != kPlainObjects)) return capabilities;
    octets = octets.subspan(1);
    // Compact objects: tag and length in the halves of one octet.
    while (!octets.empty()) {
        const std::size_t size = octets[0] & 0x0F;
        if (1 + size > octets.size()) break;
        if (octets[0] >> 4 == kCompactCapabilities) take(capabilities, octets.subspan(1, size));
        octets = octets.subspan(1 + size);
    }
    return capabilities;
}

ChipCapabilities withAtrInfo(ChipCapabilities capabilities, base::BytesView efAtrInfo) {
    while (!efAtrInfo.empty() && efAtrInfo[0] != 0) {
        const auto object = tlv::readFirst(efAtrInfo);
        if (!object) break;
        if (object->tag == kCapabilities) take(capabilities, object->value);
        if (object->tag == kSizes) takeSizes(capabilities, object->value);
        efAtrInfo = efAtrInfo.subspan(object->whole.size());
    }
    return capabilities;
}

ChipCapabilities readCapabilities(Card& card) {
    const auto capabilities = capabilitiesInAnswerToReset(card.answerToReset());
    if (capabilities.told && !capabilities.sizesInAtrInfo) return capabilities;
    const auto file = readFileOfSize(card, kEfAtrInfo, kEfAtrInfoSize);
    return file ? withAtrInfo(capabilities, *file) : capabilities;
}

std::size_t CapableCard::largestCommandData() const {
    if (!takesExtendedLengths()) return m_card.largestCommandData();
    return within(m_capabilities.largestCommand, kCommandFrame, m_card.largestCommandData(), 65535);
}

std::size_t CapableCard::largestResponseData() const {
    if (!takesExtendedLengths()) return m_card.largestResponseData();
    return within(m_capabilities.largestResponse, kResponseFrame, m_card.largestResponseData(), 65536);
}

}  // namespace chip
