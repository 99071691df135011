// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "signing/cms/signed_data_writer.hpp"
#include "signing/timestamp/timestamp_client.hpp"

namespace signing {

/// Who signs, which certificates go along, and who says when.
struct CadesSigner {
    const SigningIdentity& identity;
    std::span<const Certificate> chain = {};      ///< the signer's issuers, as far as readers may lack them
    const TimestampClient* timestamps = nullptr;  ///< baseline B-T where given, else B-B
};

/// A detached CAdES signature in DER, as PAdES baseline wants it (EN 319 142-1 6.3, EN 319 122-1): signed attributes
/// contentType, messageDigest and signing-certificate-v2, no signingTime; the signature's time-stamp as an unsigned
/// attribute. The digest is the one recommended for the key. Refuses what TimestampClient::stamp refuses; throws
/// "signing.self-check-failed" when the key is not the certificate's.
base::Result<base::Bytes> signCades(const CadesSigner& signer, base::BytesView content);

/// The same signature with its time-stamp, which makes B-T of B-B: so that nobody has to wait for the authority while
/// the key is open. The octets are as signCades made them. Refuses "signing.malformed", "signing.timestamped-already",
/// and what TimestampClient::stamp refuses.
base::Result<base::Bytes> addSignatureTimestamp(base::BytesView cms, const TimestampClient& timestamps);

}  // namespace signing
