// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/detached_signature.hpp"

#include <algorithm>

#include "signing/asn1/cursor.hpp"
#include "signing/cms/signed_data.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr std::size_t kLargestSignature = 64 * 1024;

bool same(base::BytesView left, base::BytesView right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

base::Fault malformed(const std::string& what) { return {"signing.malformed"_code, {{"what", what}}, {}}; }

/// An enrolled certificate that the signature names; a certificate that comes along must be that very one.
const Certificate* findEnrolled(const SignedData& data, std::span<const Certificate> enrolled) {
    for (const auto& certificate : enrolled) {
        if (!names(data.signers.front(), certificate)) continue;
        const bool comesAlong = std::any_of(data.certificates.begin(), data.certificates.end(),
                                            [&](base::BytesView octets) { return same(octets, certificate.der); });
        if (comesAlong || data.certificates.empty()) return &certificate;
    }
    return nullptr;
}

std::string describeSigner(const SignedData& data) {
    for (const auto& octets : data.certificates) {
        const auto certificate = readCertificate(octets);
        if (certificate && names(data.signers.front(), *certificate)) return certificate->subjectText();
    }
    return "?";
}

base::Outcome checkSignature(const SignerInfo& signer, const Certificate& certificate, base::BytesView content) {
    const auto key = PublicKey::read(certificate.publicKey);
    if (!key) return key.refusal();
    if (!signer.signedAttributes.empty() && (!kIdData.is(signer.contentType) || !digestHolds(signer, content)))
        return base::Fault{"signing.content-altered"_code, {}, {}};
    if (!signatureHolds(signer, *key, content)) return base::Fault{"signing.signature-wrong"_code, {}, {}};
    return {};
}

}  // namespace

base::Bytes signDetached(const SigningIdentity& signer, base::BytesView content, base::Timestamp signingTime) {
    const auto digest = recommendedDigest(signer.keys.describe(signer.key).algorithm);
    return SignedDataWriter{signer, digest, kIdData.dotted()}.write(
        {content, SignedContent::Placement::Beside, signingTime});
}

base::Result<DetachedSigner> verifyDetached(base::BytesView content, base::BytesView signature,
                                            std::span<const Certificate> enrolled, base::Timestamp moment) {
    if (signature.empty()) return base::Fault{"signing.signature-missing"_code, {}, {}};
    if (signature.size() > kLargestSignature) return malformed("signature larger than 64 KiB");
    const auto definite = definiteForm(signature);
    if (!definite) return definite.refusal();
    const auto data = readSignedData(*definite);
    if (!data) return data.refusal();
    if (data->signers.size() != 1 || data->content || !kIdData.is(data->contentType))
        return malformed("detached SignedData");
    const auto& signer = data->signers.front();
    if (signer.digest.algorithm == base::DigestAlgorithm::Sha1 ||
        signer.algorithm.digest == base::DigestAlgorithm::Sha1)
        return base::Fault{"signing.algorithm-unknown"_code, {{"name", "SHA-1"}}, {}};
    const Certificate* certificate = findEnrolled(*data, enrolled);
    if (certificate == nullptr)
        return base::Fault{"signing.station-unknown"_code, {{"subject", describeSigner(*data)}}, {}};
    const auto who = certificate->subjectText();
    if (!certificate->validAt(moment))
        return base::Fault{"signing.certificate-not-in-force"_code, {{"subject", who}}, {}};
    if (!certificate->mayBeUsedFor(Certificate::kDigitalSignature))
        return base::Fault{"signing.certificate-not-for-signing"_code, {{"subject", who}}, {}};
    if (const auto outcome = checkSignature(signer, *certificate, content); !outcome) return outcome.refusal();
    return DetachedSigner{*certificate, signer.signingTime};
}

}  // namespace signing
