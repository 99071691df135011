// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "signing/cms/signed_data_writer.hpp"

namespace signing {

/// The content of a `.p7s` file: a detached CMS signature over a file, in DER, the certificate inside (RFC 5652).
base::Bytes signDetached(const SigningIdentity& signer, base::BytesView content, base::Timestamp signingTime);

/// Who signed, and when by their own word.
struct DetachedSigner {
    Certificate certificate;
    std::optional<base::Timestamp> signingTime;
};

/// Checks a detached signature of at most 64 KiB against the enrolled certificates: the signer's must be one of them,
/// octet by octet, and in force at the moment. Refuses "signing.signature-missing" (empty), "signing.malformed",
/// "signing.station-unknown", "signing.certificate-not-in-force", "signing.certificate-not-for-signing",
/// "signing.content-altered", "signing.signature-wrong".
base::Result<DetachedSigner> verifyDetached(base::BytesView content, base::BytesView signature,
                                            std::span<const Certificate> enrolled, base::Timestamp moment);

}  // namespace signing
