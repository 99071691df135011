// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/verification/verification.hpp"

/// Internal to issuance/verification: the seal of a document.
namespace issuance {

/// Judges a seal, and lists what it states for a person to compare.
SealFinding judgeSeal(base::BytesView octets, const VerificationRooms& rooms);

/// Whether the pages say what the seal states: their words, and how many they are. Names are looked for word by word,
/// everything else as a whole, without regard to spaces, hyphens and the case of letters.
void compareWithPages(SealFinding& seal, const std::string& text, int pages);

/// The fields whose absence from the page contradicts it: "number", "holder", "document", "folios".
std::vector<base::Fault> contradictions(const SealFinding& seal);

}  // namespace issuance
