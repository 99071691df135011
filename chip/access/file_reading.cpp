// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/file_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/tlv.hpp"
#include "chip/access/exchange.hpp"
#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"
#include "chip/lds/files.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr std::uint8_t kByName = 0x04, kByFileId = 0x02, kNoData = 0x0C, kByShortId = 0x80;
constexpr std::size_t kFirstRead = 8, kLargestEvenOffset = 0x7FFF, kOffsetObject = 0x54, kDataObject = 0x53,
                      kDataObjectOverhead = 4;
/// No file of a travel document is longer; a chip that claims so is not read to its end.
constexpr std::size_t kLargestFile = std::size_t{1024} * 1024;

base::Fault refused(std::uint16_t status, const std::string& where) {
    if (status == status::kFileNotFound) return {"access.file-absent"_code, {{"file", where}}, where};
    if (status == status::kSecurityStatusNotSatisfied) return {"access.denied"_code, {{"file", where}}, where};
    auto fault = unexpectedStatus(Exchange::ReadFile, status);
    fault.where = where;
    return fault;
}

base::Fault malformed(const std::string& where) { return {"access.malformed-answer"_code, {}, where}; }

/// One READ BINARY at an offset below 32768; short answers at the file's end are answers all the same.
base::Result<base::Bytes> readEven(Card& card, Command command, const std::string& where) {
    command.ins = ins::kReadBinary;
    const auto response = card.transmit(command);
    if (!response.ok() && response.status != status::kEndOfFile) return refused(response.status, where);
    if (response.data.empty() || response.data.size() > command.expected.value_or(0)) return malformed(where);
    return response.data;
}

/// READ BINARY with the offset in DO'54', the data in DO'53' (ISO/IEC 7816-4 7.2.3).
base::Result<base::Bytes> readOdd(Card& card, std::size_t offset, std::size_t size, const std::string& where) {
    const auto offsetObject = base::tlv::encode(kOffsetObject, base::bigEndian(offset, offset > 0xFFFF ? 3 : 2));
    const auto response =
        card.transmit({0x00, ins::kReadBinaryOdd, 0x00, 0x00, offsetObject, size + kDataObjectOverhead});
    if (!response.ok() && response.status != status::kEndOfFile) return refused(response.status, where);
    const auto data = base::tlv::readFirst(response.data);
    if (!data || data->tag != kDataObject || data->value.empty() || data->value.size() > size) return malformed(where);
    return base::Bytes(data->value.begin(), data->value.end());
}

base::Result<base::Bytes> readPart(Card& card, std::size_t offset, std::size_t size, const std::string& where) {
    if (offset > kLargestEvenOffset) return readOdd(card, offset, size, where);
    return readEven(card,
                    {0x00,
                     ins::kReadBinary,
                     static_cast<std::uint8_t>(offset >> 8),
                     static_cast<std::uint8_t>(offset & 0xFF),
                     {},
                     size},
                    where);
}

/// Size of the whole data object whose beginning was read.
base::Result<std::size_t> sizeFrom(base::BytesView beginning, const std::string& where) {
    if (beginning.size() < 2) return malformed(where);
    const std::size_t tag = (beginning[0] & 0x1F) == 0x1F ? 2 : 1;
    if (beginning.size() <= tag) return malformed(where);
    const std::size_t first = beginning[tag], more = first > 0x80 ? first & 0x7F : 0;
    if (first == 0x80 || more > 3 || beginning.size() < tag + 1 + more) return malformed(where);
    std::size_t length = more == 0 ? first : 0;
    for (std::size_t at = 0; at < more; ++at) length = length << 8 | beginning[tag + 1 + at];
    const std::size_t size = tag + 1 + more + length;
    if (size > kLargestFile) return malformed(where);
    return size;
}

base::Result<base::Bytes> readOn(Card& card, base::Bytes content, const std::string& where) {
    const auto size = sizeFrom(content, where);
    if (!size) return size.refusal();
    const std::size_t step = card.largestResponseData() - kDataObjectOverhead;
    while (content.size() < *size) {
        std::size_t part = std::min(step, *size - content.size());
        if (content.size() <= kLargestEvenOffset) part = std::min(part, kLargestEvenOffset + 1 - content.size());
        const auto read = readPart(card, content.size(), part, where);
        if (!read) return read.refusal();
        base::append(content, *read);
    }
    content.resize(*size);
    return content;
}

}  // namespace

base::Outcome selectApplication(Card& card) {
    const auto name = lds::lds1Application();
    const auto response =
        card.transmit({0x00, ins::kSelect, kByName, kNoData, base::Bytes(name.begin(), name.end()), {}});
    if (!response.ok()) return unexpectedStatus(Exchange::SelectApplication, response.status);
    return {};
}

base::Outcome selectMasterFile(Card& card) {
    const auto response = card.transmit({0x00, ins::kSelect, 0x00, kNoData, base::bigEndian(kMasterFile, 2), {}});
    if (!response.ok()) return refused(response.status, "3F00");
    return {};
}

base::Result<base::Bytes> readFile(Card& card, FileId file) {
    const std::string where = fmt::format("{:04X}", file);
    const auto selected = card.transmit({0x00, ins::kSelect, kByFileId, kNoData, base::bigEndian(file, 2), {}});
    if (!selected.ok()) return refused(selected.status, where);
    auto beginning = readPart(card, 0, kFirstRead, where);
    if (!beginning) return beginning.refusal();
    return readOn(card, std::move(beginning).value(), where);
}

base::Result<base::Bytes> readFileOfSize(Card& card, FileId file, std::size_t size) {
    const std::string where = fmt::format("{:04X}", file);
    const auto selected = card.transmit({0x00, ins::kSelect, kByFileId, kNoData, base::bigEndian(file, 2), {}});
    if (!selected.ok()) return refused(selected.status, where);
    return readPart(card, 0, size, where);
}

base::Result<base::Bytes> readFileByShortId(Card& card, std::uint8_t shortId) {
    const std::string where = fmt::format("SFI {:02X}", shortId);
    auto beginning = readEven(
        card, {0x00, ins::kReadBinary, static_cast<std::uint8_t>(kByShortId | shortId), 0x00, {}, kFirstRead}, where);
    if (!beginning) return beginning.refusal();
    return readOn(card, std::move(beginning).value(), where);
}

}  // namespace chip
