// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/apdu/card.hpp"

namespace chip {

/// A file's identifier within the selected directory (9303-10 table 29): 0x0101 for EF.DG1, 0x011E for EF.COM.
using FileId = std::uint16_t;

inline constexpr FileId kMasterFile = 0x3F00, kEfCardAccess = 0x011C, kEfCardSecurity = 0x011D, kEfDir = 0x2F00,
                        kEfAtrInfo = 0x2F01;

/// SELECT of the eMRTD application by its name, no data back. Refuses "access.unexpected-status".
base::Outcome selectApplication(Card& card);
/// SELECT MF with its identifier; some chips answer odd words here, which is no reason to stop before reading.
base::Outcome selectMasterFile(Card& card);

/// SELECT the elementary file, then READ BINARY to the end of its one data object; from offset 32768 on with the odd
/// instruction B1. Refuses "access.file-absent" (6A82), "access.denied" (6982), "access.unexpected-status",
/// "access.malformed-answer"; `where` is the file's identifier.
base::Result<base::Bytes> readFile(Card& card, FileId file);
/// The first octets of a file that is no single data object, as EF.CVCA is; at most 223. Refuses as readFile.
base::Result<base::Bytes> readFileOfSize(Card& card, FileId file, std::size_t size);
/// The same as readFile with READ BINARY by short identifier (1 to 30) instead of SELECT.
base::Result<base::Bytes> readFileByShortId(Card& card, std::uint8_t shortId);

}  // namespace chip
