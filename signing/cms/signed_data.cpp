// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/signed_data.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::size_t kMostCertificates = 16, kMostSigners = 4, kMostAttributes = 32;

std::uint64_t takeSmall(Cursor& cursor, std::string_view what) {
    const auto number = der::readSmall(cursor.take(der::kInteger, what).value);
    if (!number) cursor.trouble().note(what);
    return number ? *number : 0;
}

NamedDigest takeDigest(Cursor& cursor, base::Refusal& refusal) {
    const auto element = cursor.take(der::kSequence, "digestAlgorithm");
    if (cursor.trouble().any()) return {};
    const auto digest = readDigestAlgorithm(element);
    if (digest) return *digest;
    refusal = digest.refusal();
    cursor.trouble().note("digestAlgorithm");
    return {};
}

void readAttribute(Cursor attribute, SignerInfo& signer) {
    auto& trouble = attribute.trouble();
    const auto oid = attribute.take(der::kOid, "Attribute").value;
    auto values = attribute.enter(der::kSet, "Attribute");
    const auto value = values.takeAny("Attribute");
    if (trouble.any()) return;
    ++signer.attributeCount;
    if (kContentType.is(oid)) {
        if (!signer.contentType.empty() || value.tag != der::kOid) trouble.note("contentType");
        signer.contentType = value.value;
    } else if (kMessageDigest.is(oid)) {
        if (!signer.messageDigest.empty() || value.tag != der::kOctetString) trouble.note("messageDigest");
        signer.messageDigest = value.value;
    } else if (kSigningTime.is(oid)) {
        if (const auto moment = der::readTime(value)) signer.signingTime = *moment;
    } else if (kSigningCertificateV2.is(oid)) {
        if (!signer.signingCertificate.empty()) trouble.note("signing-certificate-v2");
        signer.signingCertificate = value.whole;
    } else {
        return;
    }
    values.finish("Attribute");
}

void readUnsignedAttributes(Cursor attributes, SignerInfo& signer) {
    for (std::size_t count = 0; !attributes.atEnd() && count < kMostAttributes; ++count) {
        auto attribute = attributes.enter(der::kSequence, "unsigned Attribute");
        const auto oid = attribute.take(der::kOid, "unsigned Attribute").value;
        auto values = attribute.enter(der::kSet, "unsigned Attribute");
        if (attributes.trouble().any()) return;
        if (kSignatureTimestamp.is(oid) && signer.timestamp.empty())
            signer.timestamp = values.take(der::kSequence, "signature-time-stamp").whole;
    }
    attributes.finish("unsignedAttrs");
}

void readSignerIdentifier(Cursor& cursor, SignerInfo& signer) {
    if (const auto identifier = cursor.takeIf(0x80)) {
        signer.subjectKeyIdentifier = identifier->value;
        return;
    }
    auto named = cursor.enter(der::kSequence, "SignerIdentifier");
    signer.issuer = named.take(der::kSequence, "issuer").whole;
    signer.serialNumber = named.take(der::kInteger, "serialNumber").value;
    named.finish("SignerIdentifier");
}

SignerInfo readSigner(Cursor cursor, base::Refusal& refusal) {
    SignerInfo signer;
    auto& trouble = cursor.trouble();
    signer.version = takeSmall(cursor, "SignerInfo version");
    readSignerIdentifier(cursor, signer);
    signer.digest = takeDigest(cursor, refusal);
    if (const auto attributes = cursor.takeIf(0xA0)) {
        signer.signedAttributes = attributes->value;
        auto each = cursor.inside(*attributes);
        while (!each.atEnd() && signer.attributeCount < kMostAttributes)
            readAttribute(each.enter(der::kSequence, "Attribute"), signer);
        each.finish("signedAttrs");
    }
    const auto algorithm = cursor.take(der::kSequence, "signatureAlgorithm");
    signer.signature = cursor.take(der::kOctetString, "signature").value;
    if (const auto attributes = cursor.takeIf(0xA1)) readUnsignedAttributes(cursor.inside(*attributes), signer);
    cursor.finish("SignerInfo");
    if (trouble.any()) return signer;
    const auto read = readSignatureAlgorithm(algorithm, signer.digest.algorithm);
    if (read) {
        signer.algorithm = *read;
        signer.hashUnnamed = namesNoHash(algorithm);
    } else {
        refusal = read.refusal();
        trouble.note("signatureAlgorithm");
    }
    return signer;
}

void readContent(Cursor encapsulated, SignedData& data) {
    data.contentType = encapsulated.take(der::kOid, "eContentType").value;
    if (const auto content = encapsulated.takeIf(0xA0)) {
        auto inside = encapsulated.inside(*content);
        data.content = inside.take(der::kOctetString, "eContent").value;
        inside.finish("eContent");
    }
    encapsulated.finish("encapContentInfo");
}

void readCertificates(Cursor certificates, SignedData& data) {
    while (!certificates.atEnd() && data.certificates.size() < kMostCertificates)
        data.certificates.push_back(certificates.takeAny("certificates").whole);
    certificates.finish("certificates");
}

base::Bytes signedOctets(const SignerInfo& signer) { return base::tlv::encode(der::kSet, signer.signedAttributes); }

base::Bytes signedOctetsInOrder(const SignerInfo& signer) {
    std::vector<base::Bytes> attributes;
    const auto elements = base::tlv::readAll(signer.signedAttributes);
    if (!elements) return {};
    for (const auto& element : *elements) attributes.emplace_back(element.whole.begin(), element.whole.end());
    return der::setOf(attributes);
}

SignedData readParts(Cursor signedData, base::Refusal& refusal) {
    SignedData data;
    data.version = takeSmall(signedData, "SignedData version");
    auto digests = signedData.enter(der::kSet, "digestAlgorithms");
    while (!digests.atEnd()) data.digests.push_back(takeDigest(digests, refusal));
    readContent(signedData.enter(der::kSequence, "encapContentInfo"), data);
    if (const auto certificates = signedData.takeIf(0xA0)) readCertificates(signedData.inside(*certificates), data);
    signedData.takeIf(0xA1);
    auto signers = signedData.enter(der::kSet, "signerInfos");
    while (!signers.atEnd() && data.signers.size() < kMostSigners)
        data.signers.push_back(readSigner(signers.enter(der::kSequence, "SignerInfo"), refusal));
    signers.finish("signerInfos");
    signedData.finish("SignedData");
    return data;
}

}  // namespace

base::Result<SignedData> readSignedData(base::BytesView contentInfo) {
    Trouble trouble;
    base::Refusal refusal{base::Fault{}};
    Cursor whole{contentInfo, trouble, base::tlv::Lengths::Ber};
    auto outer = whole.enter(der::kSequence, "ContentInfo");
    whole.finish("ContentInfo");
    if (!kIdSignedData.is(outer.take(der::kOid, "contentType").value)) trouble.note("no SignedData");
    auto wrapper = outer.enter(0xA0, "content");
    outer.finish("ContentInfo");
    auto data = readParts(wrapper.enter(der::kSequence, "SignedData"), refusal);
    wrapper.finish("content");
    if (!refusal.first().code.name().empty()) return refusal;
    if (trouble.any()) return base::Fault{"signing.malformed"_code, {{"what", trouble.what}}, {}};
    return data;
}

bool names(const SignerInfo& signer, const Certificate& certificate) {
    const auto same = [](base::BytesView left, base::BytesView right) {
        return std::equal(left.begin(), left.end(), right.begin(), right.end());
    };
    if (!signer.subjectKeyIdentifier.empty())
        return same(signer.subjectKeyIdentifier, certificate.subjectKeyIdentifier);
    return same(signer.issuer, certificate.issuer) && same(signer.serialNumber, certificate.serialNumber);
}

bool digestHolds(const SignerInfo& signer, base::BytesView content) {
    if (signer.signedAttributes.empty()) return true;
    const auto digest = base::digest(signer.digest.algorithm, content);
    return std::equal(digest.begin(), digest.end(), signer.messageDigest.begin(), signer.messageDigest.end());
}

bool signatureHolds(const SignerInfo& signer, const PublicKey& key, base::BytesView content) {
    if (signer.signedAttributes.empty()) return key.verifies(signer.algorithm, content, signer.signature);
    return key.verifies(signer.algorithm, signedOctets(signer), signer.signature) ||
           key.verifies(signer.algorithm, signedOctetsInOrder(signer), signer.signature);
}

}  // namespace signing
