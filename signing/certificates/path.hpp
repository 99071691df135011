// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "signing/certificates/certificate.hpp"
#include "signing/certificates/revocation_list.hpp"

namespace signing {

/// Whether a certificate can be trusted, and every reason why not.
struct PathVerdict {
    bool valid = false;
    std::vector<base::Fault> reasons;
    base::Bytes anchor;  ///< DER of the trust anchor that the path ends at; empty where none does
};

/// What a path is asked for.
struct PathQuestion {
    std::span<const Certificate> anchors;  ///< trusted as they are: roots, and link certificates taken as such
    base::Timestamp moment;
    std::span<const RevocationList> revocations = {};
    std::uint16_t usages =
        Certificate::kDigitalSignature;  ///< the signer's certificate must allow one of them; 0: none is asked for
};

/// Checks a signer's certificate against the anchors: issuer octet by octet the anchor's subject, key identifiers,
/// the anchor's right to sign certificates, both validity periods, signature, one of the usages, no unknown critical
/// extension, revocation where a list of the anchor is at hand (9303-11 5.1, RFC 5280 6.1; paths have two
/// certificates, 9303-12 4.1.1). Explicit EC parameters are fine here; OpenSSL's chain check refuses them.
PathVerdict verifyPath(const Certificate& leaf, const PathQuestion& question);

}  // namespace signing
