// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lists/master_list.hpp"

#include <algorithm>
#include <set>

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/certificates/extension_oids.hpp"
#include "signing/cms/signed_data.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::size_t kLargestList = std::size_t{16} * 1024 * 1024;
const Oid kIdMasterList{"2.23.136.1.1.2"};

bool mayCertify(const Certificate& certificate) {
    return certificate.authority && certificate.mayBeUsedFor(Certificate::kKeyCertSign);
}

bool isForLists(const Certificate& certificate) {
    const auto& purposes = certificate.extendedKeyUsage;
    return !certificate.authority &&
           std::find(purposes.begin(), purposes.end(), oids::kMasterListSigning) != purposes.end();
}

base::Fault refused(base::FailureCode code, const Certificate& certificate) {
    return {std::move(code), {{"subject", certificate.subjectText()}}, {}};
}

/// CscaMasterList (9303-12 9.2).
base::Bytes encodeContent(std::span<const Certificate> countrySigners) {
    std::set<base::Bytes> unique;
    for (const auto& certificate : countrySigners) unique.insert(certificate.der);
    return der::sequence({der::integer(0), der::setOf({unique.begin(), unique.end()})});
}

base::Bytes attribute(const Oid& type, const base::Bytes& value) {
    return der::sequence({type.element(), der::setOf({value})});
}

/// ContentInfo with SignedData (9303-12 9.1): the signer named by its key identifier, its authority's certificate
/// inside.
base::Bytes signedList(const SigningIdentity& signer, const Certificate& authority, const base::Bytes& content,
                       base::Timestamp signingTime) {
    const auto algorithm = signer.keys.describe(signer.key).algorithm;
    const auto digest = recommendedDigest(algorithm);
    const auto digestIdentifier = encodeDigestAlgorithm(digest);
    auto attributes =
        der::setOf({attribute(kContentType, kIdMasterList.element()), attribute(kSigningTime, der::time(signingTime)),
                    attribute(kMessageDigest, der::octetString(base::digest(digest, content)))});
    const auto signature = signer.keys.sign(signer.key, digest, attributes);
    attributes[0] = 0xA0;
    auto certificates = der::setOf({signer.certificate.der, authority.der});
    certificates[0] = 0xA0;
    const auto info = der::sequence(
        {der::integer(3), der::implicitTag(0, signer.certificate.subjectKeyIdentifier), digestIdentifier, attributes,
         encodeSignatureAlgorithm(signatureAlgorithmOf(algorithm, digest)), der::octetString(signature)});
    const auto encapsulated = der::sequence({kIdMasterList.element(), der::explicitTag(0, der::octetString(content))});
    const auto data = der::sequence(
        {der::integer(3), der::setOf({digestIdentifier}), encapsulated, certificates, der::setOf({info})});
    return der::sequence({kIdSignedData.element(), der::explicitTag(0, data)});
}

/// The certificates of a CscaMasterList; those that cannot be read are faults.
base::Outcome readContent(base::BytesView content, MasterList& list) {
    Trouble trouble;
    Cursor whole{content, trouble, base::tlv::Lengths::Ber};
    auto parts = whole.enter(der::kSequence, "CscaMasterList");
    parts.take(der::kInteger, "version");
    auto certificates = parts.enter(der::kSet, "certList");
    for (std::size_t number = 1; !certificates.atEnd(); ++number) {
        const auto element = certificates.takeAny("Certificate");
        if (trouble.any()) break;
        auto certificate = readCertificate(element.whole);
        if (certificate && mayCertify(*certificate)) {
            list.countrySigners.push_back(std::move(certificate).value());
            continue;
        }
        auto fault =
            certificate ? refused("signing.not-country-signer"_code, *certificate) : certificate.refusal().first();
        fault.where = "certificate " + std::to_string(number);
        list.unusable.push_back(std::move(fault));
    }
    if (trouble.any()) return base::Fault{"signing.malformed"_code, {{"what", trouble.what}}, {}};
    return {};
}

std::optional<Certificate> signerOf(const SignedData& data) {
    for (const auto octets : data.certificates) {
        auto certificate = readCertificate(octets);
        if (certificate && names(data.signers.front(), *certificate)) return std::move(certificate).value();
    }
    return std::nullopt;
}

base::Outcome checkSignature(const SignedData& data, const Certificate& certificate) {
    const auto& signer = data.signers.front();
    if (!digestHolds(signer, *data.content) ||
        (!signer.signedAttributes.empty() && !kIdMasterList.is(signer.contentType)))
        return base::Fault{"signing.content-altered"_code};
    const auto key = PublicKey::read(certificate.publicKey);
    if (!key) return key.refusal();
    if (!signatureHolds(signer, *key, *data.content)) return base::Fault{"signing.signature-wrong"_code};
    return {};
}

}  // namespace

base::Result<base::Bytes> makeMasterList(const SigningIdentity& signer, const Certificate& authority,
                                         std::span<const Certificate> countrySigners, base::Timestamp signingTime) {
    if (countrySigners.empty()) return base::Fault{"signing.master-list-empty"_code};
    if (!isForLists(signer.certificate)) return refused("signing.certificate-not-for-lists"_code, signer.certificate);
    for (const auto& certificate : countrySigners)
        if (!mayCertify(certificate)) return refused("signing.not-country-signer"_code, certificate);
    return signedList(signer, authority, encodeContent(countrySigners),
                      std::chrono::floor<std::chrono::seconds>(signingTime));
}

base::Result<MasterList> readMasterList(base::BytesView file, const PathQuestion& question) {
    if (file.size() > kLargestList) return base::Fault{"signing.malformed"_code, {{"what", "16 MiB"}}, {}};
    const auto definite = definiteForm(file);
    if (!definite) return definite.refusal();
    const auto data = readSignedData(*definite);
    if (!data) return data.refusal();
    if (!kIdMasterList.is(data->contentType) || !data->content) return base::Fault{"signing.not-a-master-list"_code};
    if (data->signers.empty()) return base::Fault{"signing.signature-missing"_code};
    auto signer = signerOf(*data);
    if (!signer) return base::Fault{"signing.signer-certificate-missing"_code};
    if (!isForLists(*signer)) return refused("signing.certificate-not-for-lists"_code, *signer);
    if (const auto checked = checkSignature(*data, *signer); !checked) return checked.refusal();
    MasterList list;
    if (const auto read = readContent(*data->content, list); !read) return read.refusal();
    list.signingTime = data->signers.front().signingTime;
    list.path = verifyPath(*signer, question);
    list.signer = std::move(*signer);
    return list;
}

}  // namespace signing
