// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/lint/certificate_rules.hpp"
#include "signing/lint/lint.hpp"

namespace signing::lint {

/// A certificate with what was found in it. Views into what was read.
struct JudgedCertificate {
    CertificateView view;
    Kind kind = Kind::CscaRoot;
    Findings findings;
};
/// Reads and judges one certificate by the kind given, or by its own.
JudgedCertificate judgedCertificate(const Element& certificate, std::optional<Kind> kind);
ObjectReport reportOf(const JudgedCertificate& certificate, std::string place);

/// Who signed a list, whether it is their signature over this content, and who authorised them. `signers` are the
/// certificates that the list carries beside its content.
void judgeListSignature(base::BytesView contentInfo, std::vector<JudgedCertificate>& signers, Findings& findings);

/// A signed list (ContentInfo) against 9303-12 9 and 10, with every certificate in it; the list itself comes first.
std::vector<ObjectReport> judgeSignedList(const Element& contentInfo);

}  // namespace signing::lint
