// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "signing/certificates/certificate.hpp"

namespace signing {

/// A certificate revocation list that was read from DER (RFC 5280 5, 9303-12 table 9).
struct RevocationList {
    base::Bytes der;
    base::Bytes signedPart;
    base::Bytes issuer;
    base::Timestamp thisUpdate, nextUpdate;
    std::map<base::Bytes, base::Timestamp> revoked;  ///< serial number's value octets, moment of revocation
    base::Bytes authorityKeyIdentifier;
    base::Bytes number;    ///< cRLNumber's magnitude; empty where absent
    bool partial = false;  ///< a critical extension limits what it speaks of
    SignatureAlgorithm signatureAlgorithm;
    base::Bytes signature;

    [[nodiscard]] bool revokedBefore(const base::Bytes& serialNumber, base::Timestamp moment) const {
        const auto entry = revoked.find(serialNumber);
        return entry != revoked.end() && entry->second <= moment;
    }
};

/// Reads a list of at most 4 MiB. Refuses "signing.malformed", "signing.algorithm-unknown".
base::Result<RevocationList> readRevocationList(base::BytesView der);
/// Whether the list was signed with the authority's key.
bool issuedBy(const RevocationList& list, const Certificate& authority);

}  // namespace signing
