// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "printing/page/page_design.hpp"

namespace printing {

/// A signed PDF as it goes to a printer, for which signatures are pictures: they become part of their pages, and each
/// page gets a line of small letters of its own in the margin above everything, at the right. It proves nothing, and
/// the signed file stays what it was. Refuses "printing.pdf-not-readable", also where there are not as many lines as
/// pages, and what drawPage refuses.
base::Result<base::Bytes> printFileOf(base::BytesView pdf, const std::vector<std::string>& marks,
                                      const std::shared_ptr<const FontSet>& fonts);

/// Where the line stands: millimetres from the upper edge, and from the right one.
inline constexpr double kMarkTop = 7;
inline constexpr double kMarkRight = 20;
inline constexpr double kMarkHeight = 4;

}  // namespace printing
