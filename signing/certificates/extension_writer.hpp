// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/authority.hpp"

/// The DER of names and extensions that our certificates carry. Internal to signing/certificates.
namespace signing {

enum class Criticality { NotCritical, Critical };

base::Bytes encodeName(const DistinguishedName& name);

/// SHA-1 of the subject's key octets (RFC 5280 4.2.1.2, method 1): a name for a key, no protection.
base::Bytes keyIdentifierOf(base::BytesView subjectPublicKeyInfo);

base::Bytes authorityKeyIdentifier(base::BytesView identifier);
base::Bytes subjectKeyIdentifier(base::BytesView identifier);
base::Bytes certificateAuthority();    ///< basicConstraints cA, pathLen 0; critical
base::Bytes usageCertificatesLists();  ///< keyCertSign and cRLSign; critical
base::Bytes usageSignature();          ///< digitalSignature; critical
base::Bytes usageSignatureOfPeople();  ///< digitalSignature and nonRepudiation; critical
base::Bytes privateKeyUsagePeriod(const Period& period);
/// directoryName with the locality alone, then mailbox and address of the web (9303-12 table 6).
base::Bytes generalNamesOf(const Contact& contact);
base::Bytes subjectAltName(base::BytesView generalNames);
/// The value is the issuer's own subjectAltName.
base::Bytes issuerAltName(base::BytesView generalNames);
base::Bytes subjectMailbox(const std::string& email);
/// dNSName for each name, iPAddress for each address (IPv4 or IPv6 as people write them).
base::Bytes subjectHosts(const std::vector<std::string>& hosts);
/// The octets of an address in network order; empty where the text is none.
base::Bytes addressOctets(const std::string& text);
base::Bytes crlDistributionPoints(const std::vector<std::string>& urls);
/// authorityInfoAccess with the one way id-ad-ocsp (RFC 5280 4.2.2.1).
base::Bytes ocspResponder(const std::string& url);
base::Bytes documentTypeList(const std::vector<std::string>& types);
base::Bytes extendedKeyUsage(const std::vector<std::string_view>& purposes, Criticality criticality);
base::Bytes nameChange();
base::Bytes crlNumber(std::uint64_t number);
base::Bytes reasonCode(RevocationReason reason);  ///< of an entry of a list

}  // namespace signing
