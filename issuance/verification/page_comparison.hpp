// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "printing/pdf/pdf_file.hpp"

/// Internal to issuance/verification: what can be seen of a document.
namespace issuance {

/// A place on a page where something may have been added later, because a signature that is trusted stands there.
struct LaterPlace {
    int page = 0;
    printing::Box box;
};

/// What differs to the eye between a signed revision and the file that it became: anything outside the places, and
/// inside them whatever was there and is there no more. Faults: "verification.page-differs" (argument "page"),
/// "verification.pages-differ" (their number), "verification.page-too-large", "verification.too-many-pages", and what
/// opening and drawing refuse.
std::vector<base::Fault> visibleChanges(base::BytesView revision, base::BytesView file,
                                        const std::vector<LaterPlace>& places);

/// The largest page that is drawn, in millimetres, and how many pages are looked at.
inline constexpr double kLargestPage = 500;
inline constexpr int kMostPages = 200;

}  // namespace issuance
