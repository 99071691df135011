// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

namespace contract {

/// Octets that one brought file may have.
constexpr std::int64_t kLargestContent = std::int64_t{512} << 20;

/// Whether a part can belong to any file, looked at where it is sent from as where it arrives. Refuses
/// "office.upload-bad-name" (no SHA-256 in lower-case hexadecimal digits) and "office.upload-too-large" (the file, or
/// the part reaches beyond it).
base::Outcome checkPart(const ContentPart& part);

}  // namespace contract
