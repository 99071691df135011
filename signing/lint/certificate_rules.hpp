// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/lint/certificate_view.hpp"

namespace signing::lint {

/// Which profile a certificate follows, told by its own words: purposes, authority, document types, who signed it.
Kind kindOf(const CertificateView& certificate);

/// A certificate that was read against the profile of its kind; the reading's own findings are there already.
void judgeCertificate(const CertificateView& certificate, Kind kind, Findings& findings);

/// What a certificate or a list must have in common with the certificate that issued it: name, key identifier,
/// signature.
struct IssuedView {
    base::BytesView issuer;
    base::BytesView authorityKeyIdentifier;
    SignatureView signature;
};
void judgeIssue(const IssuedView& issued, const CertificateView& issuer, Findings& findings);

bool sameOctets(base::BytesView left, base::BytesView right);

}  // namespace signing::lint
