// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/apdu/apdu.hpp"

#include <fmt/format.h>

#include "base/failure.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr std::size_t kHeader = 4, kShortData = 255, kShortExpected = 256, kLargestData = 65535,
                      kLargestExpected = 65536;

base::Fault malformed() { return {"apdu.malformed"_code}; }

std::size_t readTwo(base::BytesView octets, std::size_t at) {
    return static_cast<std::size_t>(octets[at]) << 8 | octets[at + 1];
}

/// Le as it stands on the wire; zero means the largest value of its width.
std::size_t expectedOf(std::size_t onWire, std::size_t largest) { return onWire == 0 ? largest : onWire; }

/// Cases 3S and 4S: Lc of one octet, which is not zero.
base::Result<Command> decodeShort(Command command, base::BytesView octets) {
    const std::size_t size = octets[kHeader], end = kHeader + 1 + size;
    if (octets.size() != end && octets.size() != end + 1) return malformed();
    command.data.assign(octets.begin() + kHeader + 1, octets.begin() + static_cast<std::ptrdiff_t>(end));
    if (octets.size() == end + 1) command.expected = expectedOf(octets[end], kShortExpected);
    return command;
}

/// Cases 2E, 3E and 4E: a zero octet, then lengths of two octets.
base::Result<Command> decodeExtended(Command command, base::BytesView octets) {
    if (octets.size() < kHeader + 3) return malformed();
    const std::size_t first = readTwo(octets, kHeader + 1);
    if (octets.size() == kHeader + 3) {
        command.expected = expectedOf(first, kLargestExpected);
        return command;
    }
    const std::size_t end = kHeader + 3 + first;
    if (first == 0 || (octets.size() != end && octets.size() != end + 2)) return malformed();
    command.data.assign(octets.begin() + kHeader + 3, octets.begin() + static_cast<std::ptrdiff_t>(end));
    if (octets.size() == end + 2) command.expected = expectedOf(readTwo(octets, end), kLargestExpected);
    return command;
}

}  // namespace

base::Bytes Command::encode() const {
    if (data.size() > kLargestData || expected.value_or(1) > kLargestExpected || expected.value_or(1) == 0)
        throw base::Failure{"apdu.too-long"_code, base::NextStep::Stop, fmt::format("INS {:02X}", ins)};
    const bool extended = data.size() > kShortData || expected.value_or(0) > kShortExpected;
    base::Bytes octets{cla, ins, p1, p2};
    if (extended) octets.push_back(0);
    if (!data.empty()) {
        base::append(octets, base::bigEndian(data.size(), extended ? 2 : 1));
        base::append(octets, data);
    }
    // The largest value does not fit its width and is written as zero, which the cut to the width does by itself.
    if (expected) base::append(octets, base::bigEndian(*expected & (extended ? 0xFFFF : 0xFF), extended ? 2 : 1));
    return octets;
}

base::Result<Command> Command::decode(base::BytesView octets) {
    if (octets.size() < kHeader) return malformed();
    Command command{octets[0], octets[1], octets[2], octets[3]};
    if (octets.size() == kHeader) return command;
    if (octets.size() == kHeader + 1) {
        command.expected = expectedOf(octets[kHeader], kShortExpected);
        return command;
    }
    return octets[kHeader] == 0 ? decodeExtended(std::move(command), octets) : decodeShort(std::move(command), octets);
}

base::Bytes Response::encode() const {
    base::Bytes octets = data;
    base::append(octets, base::bigEndian(status, 2));
    return octets;
}

base::Result<Response> Response::decode(base::BytesView octets) {
    if (octets.size() < 2) return malformed();
    const base::BytesView data = octets.first(octets.size() - 2);
    return Response{base::Bytes(data.begin(), data.end()), static_cast<std::uint16_t>(readTwo(octets, data.size()))};
}

std::string status::text(std::uint16_t status) { return fmt::format("{:04X}", status); }

}  // namespace chip
