// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/bytes.hpp"

namespace signing {

/// A request for a certificate (PKCS#10, RFC 2986) whose sender has proven to have the private key. What it asks for in
/// attributes is not looked at: the profile is the issuer's.
struct CertificationRequest {
    std::string commonName;  ///< the subject's one: 1 to 64 printable ASCII characters
    base::Bytes publicKey;   ///< SubjectPublicKeyInfo: P-256 or P-384, the curve named
};

/// Reads a request in DER or PEM of at most 16 KiB, and checks its signature. Refuses "signing.malformed",
/// "signing.request-key-unsuitable", "signing.request-not-proven", "signing.request-name".
base::Result<CertificationRequest> readCertificationRequest(base::BytesView octets);

}  // namespace signing
