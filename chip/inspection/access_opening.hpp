// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "chip/access/mrz_key.hpp"
#include "chip/access/pace_info.hpp"
#include "chip/access/session.hpp"

namespace chip {

/// What is printed on a document and opens its chip. PACE takes the card access number where there is one; BAC needs
/// the machine readable zone.
struct AccessSecrets {
    std::optional<MrzKey> mrz = {};
    std::optional<base::SecretBytes> cardAccessNumber = {};
};

/// A session with how it came about.
struct OpenedChip {
    Session session;
    std::optional<PaceInfo> pace = {};  ///< nothing after BAC
};

/// EF.CardAccess of a chip that was just reset, by SELECT or, where the chip answers that oddly, by its short
/// identifier. Refuses as readFile.
base::Result<base::Bytes> readCardAccessFile(Card& card);

/// Opens a chip. With an EF.CardAccess by PACE and by nothing else: its offers one after the other, in order of
/// preference, until one is taken; a wrong password ends it, as it may cost a try. Without the file by BAC, which
/// leaves the application selected. Refuses what performPace and performBac refuse, and "inspection.secret-missing".
base::Result<OpenedChip> openChip(Card& card, const std::optional<base::Bytes>& cardAccess,
                                  const AccessSecrets& secrets);

}  // namespace chip
