// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/signing_certificate.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

bool same(base::BytesView left, base::BytesView right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

base::Fault wrong(const Certificate& certificate) {
    return {"signing.signing-certificate-wrong"_code, {{"subject", certificate.subjectText()}}, {}};
}

/// IssuerSerial, where the issuer stands as one directoryName.
bool issuerSerialHolds(Cursor issuerSerial, const Certificate& certificate) {
    auto names = issuerSerial.enter(der::kSequence, "IssuerSerial");
    auto directoryName = names.enter(0xA4, "IssuerSerial");
    const auto issuer = directoryName.take(der::kSequence, "IssuerSerial").whole;
    const auto serialNumber = issuerSerial.take(der::kInteger, "IssuerSerial").value;
    return same(issuer, certificate.issuer) && same(serialNumber, certificate.serialNumber);
}

}  // namespace

base::Bytes encodeSigningCertificate(const Certificate& certificate, base::DigestAlgorithm digest) {
    // SHA-256 is the default and so is not encoded.
    const auto algorithm = digest == base::DigestAlgorithm::Sha256 ? base::Bytes{} : encodeDigestAlgorithm(digest);
    const auto hash = der::octetString(base::digest(digest, certificate.der));
    const auto issuer = der::sequence({der::explicitTag(4, certificate.issuer)});
    const auto serialNumber = base::tlv::encode(der::kInteger, certificate.serialNumber);
    const auto identifier = der::sequence({algorithm, hash, der::sequence({issuer, serialNumber})});
    return der::sequence({der::sequence({identifier})});
}

base::Outcome checkSigningCertificate(base::BytesView attribute, const Certificate& certificate) {
    Trouble trouble;
    Cursor whole{attribute, trouble, base::tlv::Lengths::Ber};
    auto content = whole.enter(der::kSequence, "SigningCertificateV2");
    auto identifiers = content.enter(der::kSequence, "SigningCertificateV2");
    auto identifier = identifiers.enter(der::kSequence, "ESSCertIDv2");
    auto digest = base::DigestAlgorithm::Sha256;
    if (const auto algorithm = identifier.takeIf(der::kSequence)) {
        const auto read = readDigestAlgorithm(*algorithm);
        if (!read) return read.refusal();
        digest = read->algorithm;
    }
    const auto hash = identifier.take(der::kOctetString, "certHash").value;
    const auto issuerSerial = identifier.takeIf(der::kSequence);
    const bool named = !issuerSerial || issuerSerialHolds(identifier.inside(*issuerSerial), certificate);
    if (trouble.any()) return base::Fault{"signing.malformed"_code, {{"what", trouble.what}}, {}};
    if (digest == base::DigestAlgorithm::Sha1 || !named || !same(hash, base::digest(digest, certificate.der)))
        return wrong(certificate);
    return {};
}

}  // namespace signing
