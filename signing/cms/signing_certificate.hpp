// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/certificate.hpp"

/// The attribute that binds a signature to one certificate (ESS signing-certificate-v2, RFC 5035 5.4.1.1).
namespace signing {

/// SigningCertificateV2 that names one certificate by its hash, its issuer and its serial number.
base::Bytes encodeSigningCertificate(const Certificate& certificate, base::DigestAlgorithm digest);

/// Whether a SigningCertificateV2 names this certificate first. Refuses "signing.malformed",
/// "signing.algorithm-unknown", "signing.signing-certificate-wrong".
base::Outcome checkSigningCertificate(base::BytesView attribute, const Certificate& certificate);

}  // namespace signing
