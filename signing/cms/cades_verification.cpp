// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/cades_verification.hpp"

#include "signing/asn1/cursor.hpp"
#include "signing/cms/signed_data.hpp"
#include "signing/cms/signing_certificate.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr std::size_t kLargestSignature = std::size_t{256} * 1024;

base::Fault malformed(const std::string& what) { return {"signing.malformed"_code, {{"what", what}}, {}}; }

base::Outcome checkForm(const SignedData& data) {
    if (data.signers.size() != 1 || data.content || !kIdData.is(data.contentType))
        return malformed("detached SignedData of one signer");
    const auto& signer = data.signers.front();
    if (signer.signedAttributes.empty()) return malformed("signedAttrs");
    if (signer.digest.algorithm == base::DigestAlgorithm::Sha1 ||
        signer.algorithm.digest == base::DigestAlgorithm::Sha1)
        return base::Fault{"signing.algorithm-unknown"_code, {{"name", "SHA-1"}}, {}};
    return {};
}

/// Those that can be read; what cannot leads nowhere.
std::vector<Certificate> certificatesIn(const SignedData& data) {
    std::vector<Certificate> read;
    for (const auto& octets : data.certificates)
        if (auto certificate = readCertificate(octets)) read.push_back(std::move(certificate).value());
    return read;
}

std::optional<Certificate> signerIn(const SignedData& data, const std::vector<Certificate>& certificates) {
    for (const auto& certificate : certificates)
        if (names(data.signers.front(), certificate)) return certificate;
    return std::nullopt;
}

base::Outcome checkSignature(const SignerInfo& signer, const Certificate& certificate, base::BytesView content) {
    if (signer.signingCertificate.empty()) return malformed("signing-certificate-v2");
    if (auto bound = checkSigningCertificate(signer.signingCertificate, certificate); !bound) return bound;
    if (!kIdData.is(signer.contentType) || !digestHolds(signer, content))
        return base::Fault{"signing.content-altered"_code, {}, {}};
    const auto key = PublicKey::read(certificate.publicKey);
    if (!key) return key.refusal();
    if (!signatureHolds(signer, *key, content)) return base::Fault{"signing.signature-wrong"_code, {}, {}};
    return {};
}

void judgeTimestamp(const SignerInfo& signer, const CadesQuestion& question, CadesVerdict& verdict) {
    if (signer.timestamp.empty()) return;
    const auto token = verifyTimestamp(
        signer.timestamp, signer.signature,
        {question.timestampAnchors, question.moment, question.revocations, question.responses, question.intermediates});
    if (!token)
        verdict.timestampFaults = token.refusal().faults();
    else if (token->moment > question.moment)
        verdict.timestampFaults.push_back({"signing.timestamp-wrong"_code, {{"what", "genTime in the future"}}, {}});
    else
        verdict.timestamp = *token;
}

base::Outcome judge(const SignedData& data, const std::vector<Certificate>& certificates, base::BytesView content,
                    CadesVerdict& verdict) {
    if (auto form = checkForm(data); !form) return form;
    verdict.signer = signerIn(data, certificates);
    if (!verdict.signer) return base::Fault{"signing.signer-certificate-missing"_code, {}, {}};
    return checkSignature(data.signers.front(), *verdict.signer, content);
}

}  // namespace

CadesVerdict verifyCades(base::BytesView content, base::BytesView signature, const CadesQuestion& question) {
    CadesVerdict verdict;
    const auto refuse = [&](const base::Refusal& refusal) {
        verdict.faults = refusal.faults();
        return verdict;
    };
    if (signature.empty()) return refuse(base::Fault{"signing.signature-missing"_code, {}, {}});
    if (signature.size() > kLargestSignature) return refuse(malformed("signature larger than 256 KiB"));
    const auto definite = definiteForm(signature);
    if (!definite) return refuse(definite.refusal());
    const auto data = readSignedData(*definite);
    if (!data) return refuse(data.refusal());
    auto certificates = certificatesIn(*data);
    if (const auto outcome = judge(*data, certificates, content, verdict); !outcome) return refuse(outcome.refusal());
    judgeTimestamp(data->signers.front(), question, verdict);
    const auto moment = verdict.timestamp ? verdict.timestamp->moment : question.moment;
    constexpr std::uint16_t kUsages = Certificate::kDigitalSignature | Certificate::kNonRepudiation;
    certificates.insert(certificates.end(), question.intermediates.begin(), question.intermediates.end());
    verdict.path = verifyPath(
        *verdict.signer, {question.anchors, moment, question.revocations, kUsages, certificates, question.responses});
    return verdict;
}

}  // namespace signing
