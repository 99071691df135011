// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "printing/flow/drawing.hpp"

namespace printing {

/// Pages of a body, each from the body's upper left corner.
struct FilledPages {
    std::vector<Drawing> pages;
    std::optional<std::size_t> annexBegins;  // index of its first page

    [[nodiscard]] std::size_t annexPages() const { return annexBegins ? pages.size() - *annexBegins : 0; }
};

/// Fills pages of a height with strips from above. What keeps with its next moves to a new page together, unless it is
/// taller than a page altogether. At least one page.
FilledPages fillPages(std::vector<Strip> strips, double height);

}  // namespace printing
