// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "signing/keys/algorithm.hpp"

namespace signing {

/// An X.509 v3 certificate that was read from DER: the fields that a path check and a document need, octet by octet as
/// they stand in it (RFC 5280, 9303-12 7.1).
struct Certificate {
    base::Bytes der;
    base::Bytes signedPart;    ///< tbsCertificate
    base::Bytes serialNumber;  ///< the INTEGER's value octets
    base::Bytes issuer;        ///< Name, whole
    base::Bytes subject;
    base::Timestamp notBefore, notAfter;
    base::Bytes publicKey;  ///< SubjectPublicKeyInfo
    SignatureAlgorithm signatureAlgorithm;
    base::Bytes signature;

    base::Bytes subjectKeyIdentifier;    ///< empty where absent
    base::Bytes authorityKeyIdentifier;  ///< empty where absent
    base::Bytes subjectAltName;          ///< the extension's value, GeneralNames; empty where absent
    bool authority = false;              ///< basicConstraints cA
    std::optional<std::uint64_t> pathLength;
    std::optional<std::uint16_t> keyUsage;  ///< bit n of RFC 5280 4.2.1.3 is bit n here
    std::optional<base::Timestamp> privateKeyNotBefore, privateKeyNotAfter;
    std::vector<std::string> documentTypes;     ///< documentTypeList
    std::vector<std::string> extendedKeyUsage;  ///< OIDs
    std::vector<std::string> crlUrls;           ///< http and https addresses of revocation lists
    std::string ocspUrl;                        ///< of the responder; empty where none is named
    bool ocspNoCheck = false;                   ///< a responder's that nobody is asked about
    std::vector<std::string> unknownCriticalExtensions;

    static constexpr std::uint16_t kDigitalSignature = 1U << 0U, kNonRepudiation = 1U << 1U, kKeyCertSign = 1U << 5U,
                                   kCrlSign = 1U << 6U;
    [[nodiscard]] bool mayBeUsedFor(std::uint16_t usage) const { return keyUsage && (*keyUsage & usage) == usage; }
    [[nodiscard]] bool mayBeUsedForOneOf(std::uint16_t usages) const { return keyUsage && (*keyUsage & usages) != 0; }
    [[nodiscard]] bool validAt(base::Timestamp moment) const {
        return moment >= notBefore && moment < notAfter + std::chrono::seconds{1};
    }
    [[nodiscard]] bool selfIssued() const { return issuer == subject; }
    /// "CN=…, O=…, C=…" for people.
    [[nodiscard]] std::string subjectText() const;
    [[nodiscard]] std::string issuerText() const;
};

/// Reads one certificate of at most 32 KiB; nothing may follow it. Refuses "signing.malformed", and
/// "signing.algorithm-unknown" for a signature of a kind that travel documents do not have. No signature is checked.
base::Result<Certificate> readCertificate(base::BytesView der);

/// PEM with one CERTIFICATE block, for people and other programs.
std::string pemOfCertificate(base::BytesView der);
/// The first CERTIFICATE block of a PEM text, in DER.
base::Result<base::Bytes> certificateOfPem(std::string_view pem);

}  // namespace signing
