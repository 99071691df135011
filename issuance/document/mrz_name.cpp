// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/mrz_name.hpp"

#include <algorithm>

namespace issuance {
namespace {

using Components = std::vector<std::string>;

std::string join(const Components& components) {
    std::string text;
    for (const auto& component : components) text += (text.empty() ? "" : "<") + component;
    return text;
}

/// Positions that a row of initials takes, fillers between them.
std::size_t initialsWidth(std::size_t count) { return count == 0 ? 0 : 2 * count - 1; }

/// As much as fits into the room: components keep at least an initial, earlier ones stay as whole as possible; those
/// at the end for which not even an initial has room are left out.
std::string shorten(Components components, std::size_t room) {
    components.resize(std::min(components.size(), (room + 1) / 2));
    std::size_t left = room;
    for (std::size_t at = 0; at < components.size(); ++at) {
        const std::size_t after = 2 * (components.size() - at - 1);
        components[at].resize(std::min(components[at].size(), left - after));
        left -= std::min(left, components[at].size() + 1);
    }
    return join(components);
}

}  // namespace

MrzName writeMrzName(const Components& surname, const Components& givenNames, std::size_t width) {
    const std::string primary = join(surname);
    const std::string secondary = join(givenNames);
    const std::size_t gap = secondary.empty() ? 0 : 2;
    const auto padded = [width](std::string text) { return text.append(width - text.size(), '<'); };
    if (primary.size() + gap + secondary.size() <= width) return {padded(primary + std::string(gap, '<') + secondary)};

    // The given names keep their initials, but never take more than a third of the field from the surname.
    const std::size_t reserved = std::min(initialsWidth(givenNames.size()), width / 3);
    std::size_t room = std::min(primary.size(), width - gap - reserved);
    std::string text;
    // One-letter components can leave the last position to a filler; a shorter surname moves a letter there.
    do {
        const std::string shortPrimary = shorten(surname, room);
        text = shortPrimary;
        if (!secondary.empty()) text += "<<" + shorten(givenNames, width - shortPrimary.size() - gap);
        --room;
    } while (text.size() < width && room > 0);
    return {padded(text), true};
}

}  // namespace issuance
