// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/apdu/long_command.hpp"

#include <algorithm>

namespace chip {
namespace {

constexpr std::uint8_t kChained = 0x10;

Response transmitInParts(Card& card, const Command& command) {
    const std::size_t most = card.largestCommandData();
    base::BytesView rest = command.data;
    while (rest.size() > most) {
        Command part{static_cast<std::uint8_t>(command.cla | kChained), command.ins, command.p1, command.p2};
        part.data.assign(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(most));
        auto response = card.transmit(part);
        if (!response.ok()) return response;
        rest = rest.subspan(most);
    }
    Command last = command;
    last.data.assign(rest.begin(), rest.end());
    return card.transmit(last);
}

}  // namespace

Response transmitLong(Card& card, const Command& command, LongForm preferred) {
    const bool fits = command.data.size() <= card.largestCommandData();
    const bool extended = preferred == LongForm::ExtendedFirst && card.takesExtendedLengths();
    if (fits || extended || !card.takesChains()) return card.transmit(command);
    return transmitInParts(card, command);
}

}  // namespace chip
