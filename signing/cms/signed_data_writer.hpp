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
    base::BytesView octets;
    Placement placement = Placement::Inside;
    std::optional<base::Timestamp> signingTime = std::nullopt;
};

/// Writes ContentInfo with SignedData of one signer (RFC 5652, 9303-10 4.6.2.2), in DER: issuerAndSerialNumber octet by
/// octet as in the certificate, digest algorithms without parameters, attributes contentType and messageDigest (and
/// signingTime where given), the certificate inside. Written by hand, the constant parts once, because OpenSSL's
/// CMS_sign halves the rate of P-256 signatures.
class SignedDataWriter {
   public:
    /// `contentType` is an OID.
    SignedDataWriter(const SigningIdentity& signer, base::DigestAlgorithm digest, std::string_view contentType);
    [[nodiscard]] base::Bytes write(const SignedContent& content) const;

   private:
    [[nodiscard]] base::Bytes signedAttributes(const SignedContent& content) const;

    const KeyStore& m_keys;
    KeyId m_key;
    base::DigestAlgorithm m_digest;
    base::Bytes m_version, m_digests, m_contentType, m_contentTypeAttribute, m_certificates;
    base::Bytes m_signerHead;  ///< version, identifier and digest algorithm of SignerInfo
    base::Bytes m_signatureAlgorithm;
};

}  // namespace signing
