// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "signing/certificates/certificate.hpp"
#include "signing/certificates/revocation_list.hpp"

namespace signing {

/// Certificates in a path at most, signer and anchor among them.
inline constexpr std::size_t kLongestPath = 8;

/// Whether a certificate can be trusted, and every reason why not.
struct PathVerdict {
    bool valid = false;
    std::vector<base::Fault> reasons;
    base::Bytes anchor;                      ///< DER of the trust anchor that the path ends at; empty where none does
    std::vector<base::Bytes> intermediates;  ///< DER of what stands between signer and anchor, in order
    /// Whether something that was in force at the moment, or was made later, says of each certificate below the anchor
    /// that it was not revoked.
    bool revocationKnown = false;
};

/// What a path is asked for.
struct PathQuestion {
    std::span<const Certificate> anchors;  ///< trusted as they are: roots, and link certificates taken as such
    base::Timestamp moment;
    std::span<const RevocationList> revocations = {};
    std::uint16_t usages =
        Certificate::kDigitalSignature;  ///< the signer's certificate must allow one of them; 0: none is asked for
    std::span<const Certificate> intermediates = {};  ///< may stand between signer and anchor; nobody vouches for them
    std::span<const base::Bytes> responses = {};      ///< OCSPResponse of responders
};

/// Checks a signer's certificate against the anchors: issuer octet by octet the one above's subject, key identifiers,
/// its right to sign certificates and how many may follow, validity periods, signatures, one of the usages, no unknown
/// critical extension, revocation where a list of the authority, or a responder's answer, is at hand (9303-11 5.1,
/// RFC 5280 6.1). Travel documents' paths have two certificates (9303-12 4.1.1), those of electronic signatures up to
/// kLongestPath. Explicit EC parameters are fine here; OpenSSL's chain check refuses them.
PathVerdict verifyPath(const Certificate& leaf, const PathQuestion& question);

}  // namespace signing
