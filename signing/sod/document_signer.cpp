// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/sod/document_signer.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "base/failure.hpp"
#include "base/tlv.hpp"
#include "signing/cms/signed_data.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr base::tlv::Tag kEfSod = 0x77;
constexpr int kHighestGroup = 16;

bool same(base::BytesView left, base::BytesView right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

[[noreturn]] void throwUnsuitable(const std::string& what) {
    throw base::Failure{"signing.hash-unsuitable"_code, base::NextStep::CallSupervisor, "EF.SOD", what};
}

void checkHashes(base::DigestAlgorithm digest, const std::map<int, base::Bytes>& hashes) {
    if (digest == base::DigestAlgorithm::Sha1) throwUnsuitable("SHA-1");
    if (hashes.empty()) throwUnsuitable("no data group");
    for (const auto& [number, hash] : hashes)
        if (number < 1 || number > kHighestGroup || hash.size() != base::sizeOf(digest))
            throwUnsuitable("data group " + std::to_string(number));
}

[[noreturn]] void throwSelfCheck(const std::string& what) {
    throw base::Failure{"signing.self-check-failed"_code, base::NextStep::Stop, "EF.SOD", what};
}

}  // namespace

DocumentSigner::DocumentSigner(SigningIdentity identity, PublicKey publicKey, Certificate countrySigner)
    : m_identity(std::move(identity)),
      m_publicKey(std::move(publicKey)),
      m_countrySigner(std::move(countrySigner)),
      m_recommended(signing::recommendedDigest(m_identity.keys.describe(m_identity.key).algorithm)),
      m_writer(writerFor(m_recommended)) {}

SignedDataWriter DocumentSigner::writerFor(base::DigestAlgorithm digest) const {
    return {m_identity, digest, kIdLdsSecurityObject.dotted()};
}

base::Result<DocumentSigner> DocumentSigner::make(const KeyStore& keys, const KeyId& key, base::BytesView certificate,
                                                  const PathQuestion& question) {
    auto read = readCertificate(certificate);
    if (!read) return read.refusal();
    if (keys.publicKey(key, CurveForm::Explicit) != read->publicKey)
        return base::Fault{"signing.key-unsuitable"_code, {{"what", read->subjectText()}}, {}};
    const auto path = verifyPath(*read, question);
    if (!path.valid) return base::Refusal{path.reasons};
    auto publicKey = PublicKey::read(read->publicKey);
    if (!publicKey) return publicKey.refusal();
    auto countrySigner = base::expected(readCertificate(path.anchor), "country signing certificate");
    return DocumentSigner{{keys, key, std::move(*read)}, std::move(*publicKey), std::move(countrySigner)};
}

base::DigestAlgorithm DocumentSigner::recommendedDigest() const { return m_recommended; }

base::Bytes DocumentSigner::sealDataGroups(base::DigestAlgorithm digest, const std::map<int, base::Bytes>& hashes,
                                           LdsGeneration generation) const {
    checkHashes(digest, hashes);
    const auto object = encodeLdsSecurityObject(digest, hashes, generation);
    const auto sealed = digest == m_recommended ? m_writer.write({object}) : writerFor(digest).write({object});
    return base::tlv::encode(kEfSod, sealed);
}

base::Outcome DocumentSigner::maySignAt(base::Timestamp moment) const {
    const auto& certificate = m_identity.certificate;
    for (const auto* each : {&certificate, &m_countrySigner})
        if (!each->validAt(moment))
            return base::Fault{"signing.certificate-not-in-force"_code, {{"subject", each->subjectText()}}, {}};
    const bool early = certificate.privateKeyNotBefore && moment < *certificate.privateKeyNotBefore;
    const bool late =
        certificate.privateKeyNotAfter && moment >= *certificate.privateKeyNotAfter + std::chrono::seconds{1};
    if (early || late) return base::Fault{"signing.key-period-over"_code, {{"subject", certificate.subjectText()}}, {}};
    return {};
}

base::Bytes DocumentSigner::verifiedContent(base::BytesView contentInfo, const Oid& contentType) const {
    const auto data = readSignedData(contentInfo);
    if (!data || data->signers.size() != 1 || !data->content) throwSelfCheck("SignedData");
    if (data->certificates.size() != 1 || !same(data->certificates.front(), m_identity.certificate.der))
        throwSelfCheck("certificate");
    const auto& signer = data->signers.front();
    if (!same(signer.issuer, m_identity.certificate.issuer) ||
        !same(signer.serialNumber, m_identity.certificate.serialNumber))
        throwSelfCheck("signer");
    if (!contentType.is(signer.contentType) || !digestHolds(signer, *data->content)) throwSelfCheck("digest");
    if (!signatureHolds(signer, m_publicKey, *data->content)) throwSelfCheck("signature");
    return {data->content->begin(), data->content->end()};
}

void DocumentSigner::verifyOwnWork(base::BytesView efSod, base::DigestAlgorithm digest,
                                   const std::map<int, base::Bytes>& hashes) const {
    const auto file = base::tlv::readFirst(efSod, base::tlv::Lengths::DerOnly);
    if (!file || file->tag != kEfSod || file->whole.size() != efSod.size()) throwSelfCheck("file");
    const auto content = verifiedContent(file->value, kIdLdsSecurityObject);
    const auto object = readLdsSecurityObject(content);
    if (!object || object->hashes != hashes || object->digest.algorithm != digest) throwSelfCheck("hashes");
}

base::Result<base::Bytes> DocumentSigner::sealAndVerify(base::DigestAlgorithm digest,
                                                        const std::map<int, base::Bytes>& hashes,
                                                        base::Timestamp moment) const {
    if (const auto outcome = maySignAt(moment); !outcome) return outcome.refusal();
    auto efSod = sealDataGroups(digest, hashes);
    verifyOwnWork(efSod, digest, hashes);
    return efSod;
}

base::Result<base::Bytes> DocumentSigner::sealSecurityInfos(base::BytesView infos, base::Timestamp moment) const {
    const auto set = base::tlv::readFirst(infos, base::tlv::Lengths::DerOnly);
    if (!set || set->tag != base::der::kSet || set->whole.size() != infos.size()) throwUnsuitable("SecurityInfos");
    if (const auto outcome = maySignAt(moment); !outcome) return outcome.refusal();
    auto file = SignedDataWriter{m_identity, m_recommended, kIdSecurityObject.dotted()}.write({infos});
    if (!same(verifiedContent(file, kIdSecurityObject), infos)) throwSelfCheck("SecurityInfos");
    return file;
}

}  // namespace signing
