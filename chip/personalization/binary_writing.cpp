// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/binary_writing.hpp"

#include <algorithm>

#include "chip/apdu/instruction.hpp"

namespace chip {
namespace {

using base::Bytes;
using base::BytesView;
namespace tlv = base::tlv;

constexpr std::uint8_t kMasterFile = 0x00, kByFile = 0x02, kByName = 0x04, kNoAnswer = 0x0C;
constexpr std::size_t kLargestEvenOffset = 0x7FFF;
constexpr tlv::Tag kOffsetObject = 0x54, kDiscretionaryData = 0x53;

Command updateBinary(std::size_t offset, BytesView part) {
    if (offset > kLargestEvenOffset)
        return {0x00, ins::kUpdateBinaryOdd, 0x00, 0x00,
                base::concat(
                    {tlv::encode(kOffsetObject, base::bigEndian(offset, 2)), tlv::encode(kDiscretionaryData, part)})};
    return {0x00, ins::kUpdateBinary, static_cast<std::uint8_t>(offset >> 8U),
            static_cast<std::uint8_t>(offset & 0xFFU), Bytes{part.begin(), part.end()}};
}

/// Most octets from the offset on that one command writes: up to the last offset that an even instruction can name, or
/// what the two data objects of an odd one leave.
std::size_t roomAt(std::size_t offset, std::size_t chunk) {
    if (offset <= kLargestEvenOffset) return std::min(chunk, kLargestEvenOffset + 1 - offset);
    constexpr std::size_t kOffsetObjectSize = 4;
    const std::size_t left = chunk - kOffsetObjectSize;
    if (left <= 0x7F + 2) return left - 2;
    return left <= 0xFF + 3 ? left - 3 : left - 4;
}

}  // namespace

void appendWriting(std::vector<ChipStep>& plan, const ChipStep& like, BytesView octets, std::size_t chunk) {
    for (std::size_t at = 0; at < octets.size();) {
        const auto part = octets.subspan(at, std::min(roomAt(at, chunk), octets.size() - at));
        plan.push_back({like.kind, like.where, updateBinary(at, part)});
        at += part.size();
    }
}

ChipStep selectHome(lds::Home home) {
    if (home == lds::Home::MasterFile)
        return {StepKind::SelectApplication, "MF", {0x00, ins::kSelect, kMasterFile, kNoAnswer, Bytes{0x3F, 0x00}}};
    const auto name = lds::lds1Application();
    return {
        StepKind::SelectApplication, "LDS1", {0x00, ins::kSelect, kByName, kNoAnswer, Bytes{name.begin(), name.end()}}};
}

Command selectFile(std::uint16_t identifier) {
    return {0x00, ins::kSelect, kByFile, kNoAnswer, base::bigEndian(identifier, 2)};
}

}  // namespace chip
