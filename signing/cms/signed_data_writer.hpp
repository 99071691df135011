// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "signing/certificates/certificate.hpp"
#include "signing/keys/key_store.hpp"

namespace signing {

/// The key that signs and the certificate that says whose it is.
struct SigningIdentity {
    const KeyStore& keys;
    KeyId key;
    Certificate certificate;
};

/// What is signed, and whether it stands inside the signature or beside it.
struct SignedContent {
    enum class Placement { Inside, Beside };
    std::string_view type;  ///< OID
    base::BytesView octets;
    Placement placement = Placement::Inside;
    std::optional<base::Timestamp> signingTime = std::nullopt;
};

/// ContentInfo with SignedData of one signer (RFC 5652, 9303-10 4.6.2.2), in DER: issuerAndSerialNumber octet by octet
/// as in the certificate, digest algorithms without parameters, attributes contentType and messageDigest (and
/// signingTime where given), the certificate inside. Written by hand because OpenSSL's CMS_sign halves the rate of
/// P-256 signatures.
base::Bytes writeSignedData(const SigningIdentity& signer, base::DigestAlgorithm digest, const SignedContent& content);

}  // namespace signing
