// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/signed_data_writer.hpp"

#include "base/der.hpp"
#include "signing/cms/signed_data.hpp"

namespace signing {
namespace der = base::der;
namespace {

base::Bytes attribute(std::string_view oid, base::BytesView value) {
    return der::sequence({der::oid(oid), base::tlv::encode(der::kSet, value)});
}

/// SET OF Attribute as it is signed; in the SignerInfo its tag becomes [0].
base::Bytes signedAttributes(base::DigestAlgorithm digest, const SignedContent& content) {
    std::vector<base::Bytes> attributes{
        attribute("1.2.840.113549.1.9.3", der::oid(content.type)),
        attribute("1.2.840.113549.1.9.4", der::octetString(base::digest(digest, content.octets)))};
    if (content.signingTime) attributes.push_back(attribute("1.2.840.113549.1.9.5", der::time(*content.signingTime)));
    return der::setOf(std::move(attributes));
}

base::Bytes signerInfo(const SigningIdentity& signer, base::DigestAlgorithm digest, const SignedContent& content) {
    auto attributes = signedAttributes(digest, content);
    const auto signature = signer.keys.sign(signer.key, digest, attributes);
    attributes[0] = 0xA0;
    const auto serialNumber = base::tlv::encode(der::kInteger, signer.certificate.serialNumber);
    const auto algorithm = signatureAlgorithmOf(signer.keys.describe(signer.key).algorithm, digest);
    return der::sequence({der::integer(1), der::sequence({signer.certificate.issuer, serialNumber}),
                          encodeDigestAlgorithm(digest), attributes, encodeSignatureAlgorithm(algorithm),
                          der::octetString(signature)});
}

}  // namespace

base::Bytes writeSignedData(const SigningIdentity& signer, base::DigestAlgorithm digest, const SignedContent& content) {
    const bool inside = content.placement == SignedContent::Placement::Inside;
    const auto octets = inside ? der::explicitTag(0, der::octetString(content.octets)) : base::Bytes{};
    const std::uint64_t version = content.type == kIdData ? 1 : 3;
    const auto signedData = der::sequence({der::integer(version), der::setOf({encodeDigestAlgorithm(digest)}),
                                           der::sequence({der::oid(content.type), octets}),
                                           der::implicitConstructed(0, signer.certificate.der),
                                           der::setOf({signerInfo(signer, digest, content)})});
    return der::sequence({der::oid("1.2.840.113549.1.7.2"), der::explicitTag(0, signedData)});
}

}  // namespace signing
