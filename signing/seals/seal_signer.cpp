// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/seal_signer.hpp"

#include "base/failure.hpp"
#include "signing/seals/seal_verification.hpp"

namespace signing {
using namespace base::literals;

SealSigner::SealSigner(SigningIdentity identity, PublicKey publicKey, SealHeader header, RawSignatureForm form)
    : m_identity(std::move(identity)), m_publicKey(std::move(publicKey)), m_header(std::move(header)), m_form(form) {}

base::Result<SealSigner> SealSigner::make(const KeyStore& keys, const KeyId& key, base::BytesView certificate,
                                          std::string country) {
    auto read = readCertificate(certificate);
    if (!read) return read.refusal();
    if (keys.publicKey(key, CurveForm::Explicit) != read->publicKey)
        return base::Fault{"signing.key-unsuitable"_code, {{"what", read->subjectText()}}, {}};
    if (!isForSeals(*read))
        return base::Fault{"signing.seal-certificate-unsuitable"_code, {{"subject", read->subjectText()}}, {}};
    SealHeader header;
    header.country = std::move(country);
    auto reference = SignerReference::of(*read);
    if (!reference) return reference.refusal();
    header.signer = std::move(*reference);
    auto publicKey = PublicKey::read(read->publicKey);
    if (!publicKey) return publicKey.refusal();
    const auto form = rawSignatureForm(*publicKey);
    if (!form) return form.refusal();
    return SealSigner{{keys, key, std::move(*read)}, std::move(*publicKey), std::move(header), *form};
}

base::Result<base::Bytes> SealSigner::seal(const SealDraft& draft, base::Timestamp moment) const {
    const auto refused = [&](base::FailureCode code) {
        return base::Fault{std::move(code), {{"subject", m_identity.certificate.subjectText()}}, {}};
    };
    if (!m_identity.certificate.validAt(moment)) return refused("signing.certificate-not-in-force"_code);
    SealHeader header = m_header;
    header.issued = draft.issued;
    header.signedOn = base::dayOf(moment);
    header.definition = draft.definition;
    if (!allowsKindOf(m_identity.certificate, {header, draft.features, {}, {}}))
        return refused("signing.seal-kind-not-allowed"_code);
    const auto content = encodeSealContent(header, draft.features);
    if (!content) return content.refusal();
    const auto signature = base::expected(
        rawSignature(m_identity.keys.sign(m_identity.key, m_form.digest, *content), m_form.width), "seal");
    auto octets = closeSeal(*content, signature);
    if (octets) verifyOwnWork(*octets, *content);
    return octets;
}

void SealSigner::verifyOwnWork(base::BytesView octets, const base::Bytes& content) const {
    const auto seal = readSeal(octets);
    if (!seal || seal->signedPart != content || !seal->header.signer.names(m_identity.certificate) ||
        !sealSignatureHolds(*seal, m_publicKey))
        throw base::Failure{"signing.self-check-failed"_code, base::NextStep::Stop, "seal", "signature"};
}

}  // namespace signing
