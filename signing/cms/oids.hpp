// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/asn1/oid.hpp"

namespace signing {

inline const Oid kIdData{"1.2.840.113549.1.7.1"};
inline const Oid kIdSignedData{"1.2.840.113549.1.7.2"};
inline const Oid kContentType{"1.2.840.113549.1.9.3"};
inline const Oid kMessageDigest{"1.2.840.113549.1.9.4"};
inline const Oid kSigningTime{"1.2.840.113549.1.9.5"};
/// signing-certificate-v2 (RFC 5035) and signature-time-stamp (EN 319 122-1 5.3).
inline const Oid kSigningCertificateV2{"1.2.840.113549.1.9.16.2.47"};
inline const Oid kSignatureTimestamp{"1.2.840.113549.1.9.16.2.14"};
/// ldsSecurityObject (9303-10 4.6.2.3).
inline const Oid kIdLdsSecurityObject{"2.23.136.1.1.1"};
/// id-SecurityObject, the content of EF.CardSecurity (TR-03110-3 A.1.2.5).
inline const Oid kIdSecurityObject{"0.4.0.127.0.7.3.2.1"};

}  // namespace signing
