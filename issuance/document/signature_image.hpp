// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.hpp"

namespace issuance {

/// The signature as EF.DG7 holds it: JFIF or JP2 (9303-10 4.7.7.1), at most 15 KiB. What is so already stays as it is;
/// anything else that the order may bring (PNG, a bare codestream, a large scan) is decoded, laid on white and
/// written as JPEG, halved in size until it is small enough. Equal files give equal octets. Refuses what
/// `printing::decodeImage` refuses.
base::Result<base::Bytes> signatureForChip(base::BytesView file);

}  // namespace issuance
