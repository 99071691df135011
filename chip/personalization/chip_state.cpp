// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/chip_state.hpp"

#include <algorithm>

#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"
#include "chip/lds/files.hpp"

namespace chip {
namespace {

using namespace base::literals;
using base::Bytes;

std::uint16_t selectFile(Card& card, lds::File file) {
    return card.transmit({0x00, ins::kSelect, 0x02, 0x0C, base::bigEndian(lds::entryOf(file).identifier, 2)}).status;
}

std::uint16_t selectApplication(Card& card) {
    const auto name = lds::lds1Application();
    return card.transmit({0x00, ins::kSelect, 0x04, 0x0C, Bytes{name.begin(), name.end()}}).status;
}

base::Fault unclear(std::uint16_t status) {
    return {"personalization.state-unclear"_code, {{"status", status::text(status)}}, {}};
}

}  // namespace

std::string_view nameOf(ChipState state) {
    switch (state) {
        case ChipState::Blank: return "blank";
        case ChipState::Partial: return "partial";
        case ChipState::Locked: break;
    }
    return "locked";
}

base::Result<base::Bytes> chipIdentity(Card& card) {
    constexpr std::uint8_t kReaderClass = 0xFF;
    constexpr std::size_t kAnyAnswer = 256, kLeast = 4, kMost = 10;
    auto response = card.transmit({kReaderClass, ins::kGetData, 0x00, 0x00, {}, kAnyAnswer});
    if (!response.ok() || response.data.size() < kLeast || response.data.size() > kMost)
        return base::Fault{"personalization.no-identity"_code, {{"status", status::text(response.status)}}, {}};
    return std::move(response.data);
}

bool isFixedIdentity(base::BytesView identity) {
    constexpr std::size_t kSingleSize = 4;
    constexpr std::uint8_t kDrawn = 0x08;
    return !identity.empty() && !(identity.size() == kSingleSize && identity.front() == kDrawn);
}

bool isAnotherChip(base::BytesView known, Card& card) {
    if (!isFixedIdentity(known)) return false;
    const auto told = chipIdentity(card);
    return told && isFixedIdentity(*told) && !std::ranges::equal(*told, known);
}

base::Result<ChipState> probeChip(Card& card) {
    card.reset();
    const bool cardAccess = selectFile(card, lds::File::CardAccess) == status::kOk;
    if (const auto status = selectApplication(card); status != status::kOk)
        return base::Fault{"personalization.no-application"_code, {{"status", status::text(status)}}, {}};
    switch (const auto status = selectFile(card, lds::File::Com)) {
        case status::kFileNotFound: return cardAccess ? ChipState::Partial : ChipState::Blank;
        case status::kOk: return ChipState::Partial;
        case status::kSecurityStatusNotSatisfied:
        case status::kConditionsNotSatisfied: return ChipState::Locked;
        default: return unclear(status);
    }
}

}  // namespace chip
