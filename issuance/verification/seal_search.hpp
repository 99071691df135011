// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "base/bytes.hpp"

/// Internal to issuance/verification: finding the octets of seals.
namespace issuance {

/// How long a document is searched, whatever it is: the processor's time of the thread.
inline constexpr std::chrono::milliseconds kSearchTime{12000};

/// The octets of symbols on the pages of a PDF: first where our pages have their seal, then anywhere; the last page
/// first, at most 40 of them.
std::vector<base::Bytes> sealsOnPages(base::BytesView pdf);
/// The octets of symbols in a PNG or JPEG. Refuses what decodeImage refuses.
base::Result<std::vector<base::Bytes>> sealsInPicture(base::BytesView picture);

/// The octets of a seal as they are, or written in hexadecimal or base64; nothing where it is none of them.
std::optional<base::Bytes> sealOctets(base::BytesView content);

}  // namespace issuance
