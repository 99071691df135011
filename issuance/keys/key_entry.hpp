// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "signing/certificates/authority.hpp"

namespace issuance {

/// What a certified key of the house is for. A link is no key of its own: it certifies a country signer's key by the
/// key before it.
enum class CertifiedPurpose {
    Csca,
    CscaLink,
    DocumentSigner,
    MasterListSigner,
    SealSigner,
    HouseAuthority,
    ActSigner,
    OperationalRoot,
    JournalCheckpoint
};
/// "csca", "csca-link", "document-signer", …
std::string_view nameOf(CertifiedPurpose purpose);
/// Nothing for other names.
std::optional<CertifiedPurpose> certifiedPurposeNamed(std::string_view name);
/// Which keys of the store serve it.
signing::KeyPurpose keyPurposeOf(CertifiedPurpose purpose);
/// Whether receiving States must have the certificate before the key is used.
bool mustBePublished(CertifiedPurpose purpose);
/// Whether its certificate may stand in its authority's revocation list.
bool isRevocable(CertifiedPurpose purpose);
/// Whether the house renews it for itself: its authorities, and the key of the journal's checkpoints.
bool isRenewed(CertifiedPurpose purpose);

/// How far a certified key has come. Made: certified, and not yet published. Published: stands by. Active: signs.
/// Retired: signs nothing any more. Destroyed: the private key is gone, which was proven.
enum class KeyState { Made, Published, Active, Retired, Destroyed };
std::string_view nameOf(KeyState state);

/// One certificate of the key book.
struct KeyEntry {
    std::string id;  ///< "CSCA-0001", "LINK-0002", "DS-0003", "MLS-0001", "SEAL-0001", "HOUSE-0001", "ACT-0001",
                     ///< "ROOT-0001", "JOURNAL-0001"
    CertifiedPurpose purpose = CertifiedPurpose::DocumentSigner;
    std::int64_t number = 0;
    signing::KeyId key;
    std::string issuer;  ///< id of the entry whose key signed it; its own for roots
    signing::Certificate certificate;
    signing::Period use;  ///< when the private key may sign
    base::Timestamp made;
    KeyState state = KeyState::Made;
    std::optional<base::Timestamp> published;
    std::string publication;  ///< the reference under which it was published
    std::optional<base::Timestamp> revoked;
    std::int64_t documents = 0;  ///< that it has sealed
    std::optional<std::int64_t> mostDocuments = {};

    [[nodiscard]] bool spent() const { return mostDocuments && documents >= *mostDocuments; }
    /// Whether its period and count let it sign at the moment; its state is another question.
    [[nodiscard]] bool maySignAt(base::Timestamp moment) const;
    /// Whether its private key should still be in the store.
    [[nodiscard]] bool hasKey() const { return purpose != CertifiedPurpose::CscaLink && state != KeyState::Destroyed; }
};

/// The id of the number-th entry of its purpose: "DS-0003".
std::string entryIdOf(CertifiedPurpose purpose, std::int64_t number);

/// When a certificate lets its private key sign: its private key usage period, else its validity.
signing::Period useOf(const signing::Certificate& certificate);

}  // namespace issuance
