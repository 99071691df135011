// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "signing/certificates/certificate.hpp"

/// Whether one certificate still holds, asked of and answered by its authority's responder (RFC 6960).
namespace signing {

/// What a responder says of one certificate.
struct OcspStatus {
    enum class Word { Good, Revoked, Unknown };
    Word word = Word::Unknown;
    std::optional<base::Timestamp> revoked;
    base::Timestamp thisUpdate;
    std::optional<base::Timestamp> nextUpdate;
    base::Timestamp produced;
    std::vector<Certificate> responders;  ///< certificates inside the answer
    /// Who signed in the issuer's place, where the certificate does not say that nobody need be asked about it
    /// (id-pkix-ocsp-nocheck, RFC 6960 4.2.2.2.1): its word counts where something proves that it was not revoked.
    std::optional<Certificate> toBeProven;
};

/// OCSPRequest in DER for one certificate, with a random nonce, the certificate named by SHA-1 as responders expect.
base::Bytes makeOcspRequest(const Certificate& certificate, const Certificate& issuer);

/// Reads an OCSPResponse of at most 256 KiB and what it says of the certificate. The answer must be signed by the
/// issuer or by one that the issuer certified for it (extKeyUsage OCSPSigning), whose certificates are judged at the
/// moment the answer was made; with the request, its nonce must come back where the responder gives one. Refuses
/// "signing.malformed", "signing.ocsp-refused" (argument "what": the responder's status), "signing.ocsp-wrong".
base::Result<OcspStatus> readOcspResponse(base::BytesView response, const Certificate& certificate,
                                          const Certificate& issuer, base::BytesView request = {});

}  // namespace signing
