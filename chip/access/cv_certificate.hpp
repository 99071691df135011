// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "chip/access/cv_public_key.hpp"

namespace chip {

/// The role in a certificate holder authorisation template (9303-10 D, 9303-11 K.1), by its two bits.
enum class CvRole : std::uint8_t { Terminal = 0, ForeignVerifier = 1, DomesticVerifier = 2, Authority = 3 };

/// What an inspection system may read (9303-11 K.1), as bits.
inline constexpr std::uint8_t kMayReadFingerprints = 0x01, kMayReadIrises = 0x02;

/// "0.4.0.127.0.7.3.1.2.1": id-IS, the terminal type whose rights are those above.
inline constexpr std::string_view kInspectionSystem = "0.4.0.127.0.7.3.1.2.1";

/// The certificate holder authorisation template (7F4C): who the holder is and what it may, relative to its issuer.
struct CvAuthorization {
    std::string terminalType;  ///< object identifier
    base::Bytes octets;        ///< role in the two highest bits of the first, rights in the rest

    [[nodiscard]] CvRole role() const { return static_cast<CvRole>(octets.front() >> 6); }
    /// The rights of an inspection system; none for other terminal types.
    [[nodiscard]] std::uint8_t rights() const;
};

using CvDate = std::chrono::sys_days;

/// A card verifiable certificate (9303-12 7.2.2) as it was read. No signature is checked by reading.
struct CvCertificate {
    base::Bytes whole;  ///< 7F21
    base::Bytes body;   ///< 7F4E, tag and length included: what is signed
    base::Bytes signature;
    std::string authority;  ///< certification authority reference: whose key signed
    std::string holder;     ///< certificate holder reference: the name of the key within
    base::Bytes publicKey;  ///< value of the 7F49
    CvAuthorization authorization;
    CvDate effective, expiration;

    [[nodiscard]] CvRole role() const { return authorization.role(); }
    /// Names itself as its authority: a root, not for chips.
    [[nodiscard]] bool selfSigned() const { return authority == holder; }
};

/// Reads one 7F21 of at most 4096 octets; nothing may follow it. Refuses "cv.malformed".
base::Result<CvCertificate> readCvCertificate(base::BytesView octets);
/// The same from what PSO:Verify Certificate carries: 7F4E and 5F37 side by side.
base::Result<CvCertificate> readCvCertificateParts(base::BytesView bodyAndSignature);

/// Six unpacked digits YYMMDD of the years 2000 to 2099 (9303-12 7.2.3.1.3). Refuses "cv.malformed".
base::Result<CvDate> readCvDate(base::BytesView octets);
base::Bytes encodeCvDate(CvDate date);

/// References in EF.CVCA: one or two 42, then zeros (9303-11 K.2), the newest first. Refuses "cv.malformed".
base::Result<std::vector<std::string>> readAuthorityReferences(base::BytesView efCvca);
/// 36 octets.
base::Bytes encodeAuthorityReferences(const std::vector<std::string>& references);

/// A key that certificates are verified with, with what was imported along with it (9303-11 7.1.4.3.7).
struct CvTrustPoint {
    std::string holder;
    CvPublicKey key;
    CvRole role = CvRole::Authority;
    std::uint8_t rights = 0;  ///< effective: and-ed along the chain
    CvDate effective, expiration;
};

/// The trust point of a self-signed certificate, once its own signature holds. Refuses "cv.signature-wrong" and what
/// CvPublicKey::read refuses.
base::Result<CvTrustPoint> trustPointOf(const CvCertificate& root);

/// One step of certificate validation (9303-11 7.1.4.3.5): the certificate against its issuer at a date. Roles go
/// down: a CVCA signs link and verifier certificates, a verifier signs terminals'. Refuses "cv.issuer-differs",
/// "cv.signature-wrong", "cv.expired" (never for links), "cv.role-not-allowed", and what CvPublicKey::read refuses.
base::Result<CvTrustPoint> verifyCvCertificate(const CvCertificate& certificate, const CvTrustPoint& issuer,
                                               CvDate today);

/// Whether a certificate's effective date tells a chip the time (7.1.4.3.3): links, verifiers', and terminals' of a
/// domestic verifier.
bool tellsTheTime(const CvTrustPoint& certificate, const CvTrustPoint& issuer);

}  // namespace chip
