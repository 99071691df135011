// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/signed_data_writer.hpp"

#include "base/der.hpp"
#include "signing/asn1/der_builder.hpp"
#include "signing/cms/oids.hpp"

namespace signing {
namespace der = base::der;
namespace {

constexpr std::size_t kFraming = 1024;  // octets beside content, certificate and signature

}  // namespace

SignedDataWriter::SignedDataWriter(const SigningIdentity& signer, base::DigestAlgorithm digest,
                                   std::string_view contentType)
    : m_keys(signer.keys), m_key(signer.key), m_digest(digest) {
    const auto& certificate = signer.certificate;
    m_version = der::integer(contentType == kIdData.dotted() ? 1 : 3);
    m_digests = der::setOf({encodeDigestAlgorithm(digest)});
    m_contentType = der::oid(contentType);
    m_contentTypeAttribute = der::sequence({kContentType.element(), base::tlv::encode(der::kSet, m_contentType)});
    m_certificates = der::implicitConstructed(0, certificate.der);
    const auto serialNumber = base::tlv::encode(der::kInteger, certificate.serialNumber);
    m_signerHead = base::concat(
        {der::integer(1), der::sequence({certificate.issuer, serialNumber}), encodeDigestAlgorithm(digest)});
    m_signatureAlgorithm = encodeSignatureAlgorithm(signatureAlgorithmOf(m_keys.describe(m_key).algorithm, digest));
}

/// SET OF Attribute as it is signed. Their DER order is that of their lengths here: contentType, signingTime,
/// messageDigest.
base::Bytes SignedDataWriter::signedAttributes(const SignedContent& content) const {
    DerBuilder builder{256};
    builder.put(der::kOctetString, base::digest(m_digest, content.octets));
    builder.wrap(der::kSet, 0);
    builder.put(kMessageDigest.element());
    builder.wrap(der::kSequence, 0);
    if (content.signingTime) {
        const auto since = builder.mark();
        builder.put(der::time(*content.signingTime));
        builder.wrap(der::kSet, since);
        builder.put(kSigningTime.element());
        builder.wrap(der::kSequence, since);
    }
    builder.put(m_contentTypeAttribute);
    builder.wrap(der::kSet, 0);
    return builder.finish();
}

base::Bytes SignedDataWriter::write(const SignedContent& content) const {
    auto attributes = signedAttributes(content);
    const auto signature = m_keys.sign(m_key, m_digest, attributes);
    attributes[0] = 0xA0;
    DerBuilder builder{kFraming + content.octets.size() + m_certificates.size() + signature.size()};
    builder.put(der::kOctetString, signature);
    builder.put(m_signatureAlgorithm);
    builder.put(attributes);
    builder.put(m_signerHead);
    builder.wrap(der::kSequence, 0);
    builder.wrap(der::kSet, 0);
    builder.put(m_certificates);
    const auto beforeContent = builder.mark();
    if (content.placement == SignedContent::Placement::Inside) {
        builder.put(der::kOctetString, content.octets);
        builder.wrap(0xA0, beforeContent);
    }
    builder.put(m_contentType);
    builder.wrap(der::kSequence, beforeContent);
    builder.put(m_digests);
    builder.put(m_version);
    builder.wrap(der::kSequence, 0);
    builder.wrap(0xA0, 0);
    builder.put(kIdSignedData.element());
    builder.wrap(der::kSequence, 0);
    return builder.finish();
}

}  // namespace signing
