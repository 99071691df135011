// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/lint/certificate_view.hpp"

namespace signing::lint {

/// The extensions of a certificate against tables 6, 7 and 8: presence, criticality, content.
void judgeExtensions(const CertificateView& certificate, Kind kind, Findings& findings);

/// The content of single extensions; internal to the rules.
void judgeAuthorityKeyIdentifier(const ExtensionView& extension, Findings& findings);
void judgeAlternativeName(const ExtensionView& extension, Findings& findings);
void judgeDistributionPoints(const ExtensionView& extension, Findings& findings);
void judgeDocumentTypes(const ExtensionView& extension, Findings& findings);
void judgeKeyPeriod(const ExtensionView& extension, const CertificateView& certificate, Kind kind, Findings& findings);

/// The one object that an extension's value must be; a finding and null where it is another or more follows.
std::optional<Element> soleObject(const ExtensionView& extension, base::tlv::Tag tag, Findings& findings);

}  // namespace signing::lint
