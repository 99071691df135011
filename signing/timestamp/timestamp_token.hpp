// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "signing/certificates/path.hpp"

namespace signing {

/// What a time-stamping authority says: these octets existed at this moment (RFC 3161 2.4.2).
struct TimestampToken {
    base::Bytes der;  ///< ContentInfo
    base::Timestamp moment;
    std::string policy;                      ///< OID
    std::string authority;                   ///< its certificate's subject, for people
    std::optional<Certificate> signer = {};  ///< the authority's certificate, where our own reader takes it
    PathVerdict path = {};  ///< of that certificate: what is known of its revocation, and which certificates lead up
};

/// Which authorities are believed: their roots, trusted as they are, at this moment.
struct TimestampTrust {
    std::span<const Certificate> anchors;
    base::Timestamp moment;
    std::span<const RevocationList> revocations = {};
    std::span<const base::Bytes> responses = {};      ///< OCSPResponse
    std::span<const Certificate> intermediates = {};  ///< beside those in the token
};

/// Checks a token of at most 64 KiB over octets: imprint (SHA-256 or longer), signature, the authority's certificate
/// with its path, its critical purpose timeStamping and its being bound into the token, and its revocation as far as
/// lists and answers are at hand. Refuses "signing.malformed", "signing.timestamp-wrong",
/// "signing.timestamp-untrusted", "signing.certificate-revoked".
base::Result<TimestampToken> verifyTimestamp(base::BytesView token, base::BytesView octets,
                                             const TimestampTrust& trust);

}  // namespace signing
