// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/seals/seal.hpp"
#include "signing/seals/seal_signer.hpp"

namespace signing {

/// The house's own definition of features, for certificates and resolutions (docs/formats/sello.md).
inline constexpr SealDefinition kActSealDefinition{0x01, 0xC8};

/// What the seal of a certificate or resolution says. Texts are UTF-8 in NFC.
struct ActSeal {
    std::string type;            ///< the code of the type of act, at most 48 octets
    std::string number;          ///< of the act, at most 48 octets
    base::Date date;             ///< of the act
    std::string holder;          ///< name; empty where the act is about nobody. Beyond 96 octets it is shortened
    std::string holderDocument;  ///< its number, at most 48 octets; empty where there is none
    unsigned folios = 1;         ///< 1 to 65535
    base::Bytes contentHash;     ///< SHA-256 of the essential content, whole

    /// Whether the name was too long: it ends in "…" and the hash alone speaks for all of it.
    [[nodiscard]] bool holderShortened() const;
    friend bool operator==(const ActSeal&, const ActSeal&) = default;
};

/// Refuses "signing.seal-value-refused" with every field that is empty, too long, no UTF-8, or holds characters that
/// cannot be seen.
base::Result<SealDraft> draftOf(const ActSeal& act);
/// Refuses "signing.seal-definition-unknown" for other seals, "signing.seal-feature-missing" and
/// "signing.seal-feature-wrong" with every feature. Features of unknown tags are left aside (9303-13 2.3.1).
base::Result<ActSeal> readActSeal(const Seal& seal);

}  // namespace signing
