// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/chip_fault.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace chip {
namespace {

using base::operator""_code;
using Kind = ChipFault::Kind;

struct KindRow {
    std::string_view name;
    Kind kind;
};
constexpr KindRow kKinds[] = {
    {"removed-before", Kind::RemovedBefore},
    {"removed-after", Kind::RemovedAfter},
    {"torn-write", Kind::TornWrite},
    {"status", Kind::WrongStatus},
    {"flipped-bit", Kind::FlippedBit},
    {"silence", Kind::Silence},
    {"slow", Kind::Slow},
    {"full-memory", Kind::FullMemory},
    {"worn-out-file", Kind::WornOutFile},
};

template <class Number>
bool readNumber(std::string_view text, Number& number, int base) {
    const auto* const end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number, base);
    return result.ec == std::errc{} && result.ptr == end;
}

bool readValue(std::string_view value, ChipFault& fault) {
    constexpr int kHexadecimal = 16, kDecimal = 10;
    switch (fault.kind) {
        case Kind::WrongStatus: return readNumber(value, fault.status, kHexadecimal);
        case Kind::WornOutFile: return readNumber(value, fault.file, kHexadecimal);
        case Kind::Slow: {
            unsigned milliseconds = 0;
            if (!readNumber(value, milliseconds, kDecimal)) return false;
            fault.delay = std::chrono::milliseconds{milliseconds};
            return true;
        }
        default: return false;
    }
}

}  // namespace

base::Result<ChipFault> ChipFault::read(std::string_view text) {
    const base::Fault unknown{"simulator.fault-unknown"_code, {{"fault", std::string{text}}}, {}};
    ChipFault fault;
    const auto at = text.find('@');
    if (at != std::string_view::npos && (!readNumber(text.substr(at + 1), fault.atCommand, 10) || fault.atCommand == 0))
        return unknown;
    const auto what = text.substr(0, at);
    const auto colon = what.find(':');
    const auto* const row = std::ranges::find(kKinds, what.substr(0, colon), &KindRow::name);
    if (row == std::end(kKinds)) return unknown;
    fault.kind = row->kind;
    if (colon != std::string_view::npos && !readValue(what.substr(colon + 1), fault)) return unknown;
    return fault;
}

}  // namespace chip
