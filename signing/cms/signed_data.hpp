// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/clock.hpp"
#include "signing/certificates/certificate.hpp"
#include "signing/cms/oids.hpp"
#include "signing/keys/public_key.hpp"

namespace signing {

/// One signer of a CMS SignedData. Views into what was read.
struct SignerInfo {
    std::uint64_t version = 0;
    base::BytesView issuer, serialNumber;  ///< Name, whole, and the INTEGER's value; or
    base::BytesView subjectKeyIdentifier;  ///< the other way to name the certificate
    NamedDigest digest;
    base::BytesView signedAttributes;  ///< their content; empty where absent
    base::BytesView contentType;       ///< attribute, the OID's value octets; empty where absent
    base::BytesView messageDigest;     ///< attribute; empty where absent
    std::optional<base::Timestamp> signingTime;
    base::BytesView signingCertificate;  ///< attribute signing-certificate-v2, whole; empty where absent
    std::size_t attributeCount = 0;      ///< signed ones
    SignatureAlgorithm algorithm;
    bool hashUnnamed = false;  ///< the signature algorithm is plain rsaEncryption
    base::BytesView signature;
    base::BytesView timestamp;  ///< unsigned attribute signature-time-stamp, a ContentInfo; empty where absent
};

/// A CMS SignedData (RFC 5652 5). Views into what was read, which must outlive it.
struct SignedData {
    std::uint64_t version = 0;
    std::vector<NamedDigest> digests;
    base::BytesView contentType;             ///< the OID's value octets
    std::optional<base::BytesView> content;  ///< nothing when the content is detached
    std::vector<base::BytesView> certificates;
    std::vector<SignerInfo> signers;
};

/// Reads ContentInfo with SignedData of definite lengths (see definiteForm); nothing may follow. At most 16
/// certificates and 4 signers. Refuses "signing.malformed", "signing.algorithm-unknown".
base::Result<SignedData> readSignedData(base::BytesView contentInfo);

/// Whether the signer's identifier is this certificate's.
bool names(const SignerInfo& signer, const Certificate& certificate);
/// Whether the signed attributes' digest, or without attributes nothing, speaks for this content.
bool digestHolds(const SignerInfo& signer, base::BytesView content);
/// Whether the signature is the key's: over the attributes as they stand, or in DER order as RFC 5652 5.4 has it, or
/// over the content where there are none.
bool signatureHolds(const SignerInfo& signer, const PublicKey& key, base::BytesView content);

}  // namespace signing
