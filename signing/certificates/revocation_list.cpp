// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/revocation_list.hpp"

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/certificates/extension_oids.hpp"
#include "signing/keys/public_key.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::size_t kLargestList = 4 * 1024 * 1024;

base::Bytes copy(base::BytesView octets) { return {octets.begin(), octets.end()}; }

base::Timestamp readMoment(Cursor& cursor) {
    const auto moment = der::readTime(cursor.takeAny("Time"));
    if (!moment) cursor.trouble().note("Time");
    return moment ? *moment : base::Timestamp{};
}

void readRevoked(Cursor entries, RevocationList& list) {
    while (!entries.atEnd()) {
        auto entry = entries.enter(der::kSequence, "revokedCertificate");
        const auto serial = copy(entry.take(der::kInteger, "revokedCertificate").value);
        list.revoked[serial] = readMoment(entry);
        entry.takeIf(der::kSequence);
        entry.finish("revokedCertificate");
    }
}

void readExtension(const std::string& oid, Cursor value, RevocationList& list) {
    if (oid == oids::kAuthorityKeyIdentifier) {
        auto parts = value.enter(der::kSequence, "authorityKeyIdentifier");
        if (const auto identifier = parts.takeIf(0x80)) list.authorityKeyIdentifier = copy(identifier->value);
    } else if (oid == oids::kCrlNumber) {
        const auto number = der::readUnsigned(value.take(der::kInteger, "cRLNumber").value);
        if (number) list.number = *number;
    }
}

void readListExtensions(Cursor extensions, RevocationList& list) {
    while (!extensions.atEnd()) {
        auto extension = extensions.enter(der::kSequence, "Extension");
        const auto oid = oidOf(extension.take(der::kOid, "Extension"), extensions.trouble());
        const auto critical = extension.takeIf(der::kBoolean);
        if (critical && critical->value.size() == 1 && critical->value[0] != 0) list.partial = true;
        readExtension(oid, extension.inside(extension.take(der::kOctetString, "Extension")), list);
    }
}

void readSignedPart(Cursor content, RevocationList& list) {
    const auto version = der::readSmall(content.take(der::kInteger, "version").value);
    if (!version || *version != 1) content.trouble().note("version 2");
    content.take(der::kSequence, "signature");
    list.issuer = copy(content.take(der::kSequence, "issuer").whole);
    list.thisUpdate = readMoment(content);
    list.nextUpdate = readMoment(content);
    if (const auto entries = content.takeIf(der::kSequence)) readRevoked(content.inside(*entries), list);
    if (const auto extensions = content.takeIf(0xA0)) {
        auto wrapper = content.inside(*extensions);
        readListExtensions(wrapper.enter(der::kSequence, "crlExtensions"), list);
    }
    content.finish("TBSCertList");
}

}  // namespace

base::Result<RevocationList> readRevocationList(base::BytesView octets) {
    Trouble trouble;
    if (octets.size() > kLargestList) trouble.note("CertificateList larger than 4 MiB");
    Cursor whole{octets, trouble};
    auto parts = whole.enter(der::kSequence, "CertificateList");
    whole.finish("CertificateList");
    RevocationList list;
    list.der = copy(octets);
    const auto signedPart = parts.take(der::kSequence, "TBSCertList");
    list.signedPart = copy(signedPart.whole);
    readSignedPart(parts.inside(signedPart), list);
    const auto identifier = parts.take(der::kSequence, "signatureAlgorithm");
    list.signature = copy(bitsOf(parts.take(der::kBitString, "signatureValue"), trouble));
    parts.finish("CertificateList");
    if (trouble.any()) return base::Fault{"signing.malformed"_code, {{"what", trouble.what}}, {}};
    const auto algorithm = readSignatureAlgorithm(identifier);
    if (!algorithm) return algorithm.refusal();
    list.signatureAlgorithm = *algorithm;
    return list;
}

bool issuedBy(const RevocationList& list, const Certificate& authority) {
    if (list.issuer != authority.subject || !authority.mayBeUsedFor(Certificate::kCrlSign)) return false;
    const auto key = PublicKey::read(authority.publicKey);
    return key && key->verifies(list.signatureAlgorithm, list.signedPart, list.signature);
}

}  // namespace signing
