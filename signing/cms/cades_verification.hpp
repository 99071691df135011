// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/path.hpp"
#include "signing/timestamp/timestamp_token.hpp"

namespace signing {

/// Whose word is taken, and when.
struct CadesQuestion {
    std::span<const Certificate> anchors;           ///< of signers
    std::span<const Certificate> timestampAnchors;  ///< of time-stamping authorities
    base::Timestamp moment;
    std::span<const RevocationList> revocations = {};
    std::span<const Certificate> intermediates = {};  ///< beside those that the signature brings along
    std::span<const base::Bytes> responses = {};      ///< OCSPResponse
};

/// What a signature is worth.
struct CadesVerdict {
    std::vector<base::Fault> faults;           ///< why the signature is not the signer's over this content
    std::optional<Certificate> signer;         ///< the certificate that the signature is bound to
    PathVerdict path;                          ///< at the time-stamp's moment where there is one that holds
    std::optional<TimestampToken> timestamp;   ///< one that holds
    std::vector<base::Fault> timestampFaults;  ///< why one does not

    [[nodiscard]] bool intact() const { return faults.empty(); }
    [[nodiscard]] bool trusted() const { return intact() && path.valid; }
};

/// Checks a detached CAdES signature of at most 256 KiB in DER or BER (EN 319 102-1 5.3, without its archived proofs):
/// one signer, contentType and messageDigest, signing-certificate-v2 binding the certificate inside, the signature, the
/// path, the time-stamp. Faults: "signing.signature-missing", "signing.malformed",
/// "signing.algorithm-unknown", "signing.content-altered", "signing.signer-certificate-missing",
/// "signing.signing-certificate-wrong", "signing.signature-wrong". A time-stamp's authority is judged at the
/// question's moment.
CadesVerdict verifyCades(base::BytesView content, base::BytesView signature, const CadesQuestion& question);

}  // namespace signing
