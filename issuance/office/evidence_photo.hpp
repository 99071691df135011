// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/spoilage/quarantine.hpp"
#include "records/content/content_store.hpp"

namespace issuance {

/// Octets that a photograph may have.
inline constexpr std::size_t kLargestPhoto = std::size_t{8} * 1024 * 1024;

/// Keeps a photograph that is a whole JPEG or PNG within bounds. Refuses "stock.photo-format", "stock.photo-too-large",
/// and what decodeImage refuses.
base::Result<inventory::Evidence> keepPhoto(const records::ContentStore& contents, base::BytesView photo);

}  // namespace issuance
