// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/keys/list_book.hpp"

namespace issuance {

/// Where the entries of the ICAO public key directory stand.
inline constexpr std::string_view kDirectoryBase = "dc=data,dc=download,dc=pkd,dc=icao,dc=int";

/// What is exported: certificates of the book, and the last lists.
struct DirectoryContent {
    std::vector<KeyEntry> entries;
    std::optional<IssuedRevocationList> revocationList;
    std::optional<IssuedMasterList> masterList;
};

/// Signers' certificates, revocation list and master list as LDIF (RFC 2849) in the form of the public key directory
/// (docs/formats/key-book.md). Country signers are in the master list, as there. Revoked certificates stay in it.
std::string directoryLdif(const DirectoryContent& content, const std::string& base);

}  // namespace issuance
