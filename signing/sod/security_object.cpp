// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/sod/security_object.hpp"

#include <algorithm>
#include <array>

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/cms/signed_data.hpp"
#include "signing/sod/lds_security_object.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr std::size_t kLargestFile = 64 * 1024;
constexpr std::array<std::string_view, 15> kDefects{"not-der",
                                                    "trailing-octets",
                                                    "content-type-unusual",
                                                    "digest-parameters",
                                                    "hash-unnamed",
                                                    "digests-differ",
                                                    "hashes-not-ascending",
                                                    "extra-content",
                                                    "extra-attributes",
                                                    "signer-named-by-key",
                                                    "signer-issuer-differs",
                                                    "signed-version-unusual",
                                                    "version-info-missing",
                                                    "attributes-missing",
                                                    "sha-1"};

bool same(base::BytesView left, base::BytesView right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

/// Content types that stood in real EF.SODs besides 9303's: id-data (CN), 1.3.27.1.1.1 (FR, BE), Sdu's (NL).
bool knownContentType(base::BytesView oid) {
    static const Oid kFrench{"1.3.27.1.1.1"}, kDutch{"1.2.528.1.1006.1.20.1"};
    return kIdLdsSecurityObject.is(oid) || kIdData.is(oid) || kFrench.is(oid) || kDutch.is(oid);
}

/// Reads one EF.SOD step by step; each step notes its reasons and defects in the verdict.
class Reading {
   public:
    Reading(base::BytesView file, const PathQuestion& question) : m_file(file), m_question(question) {}
    SecurityObjectVerdict verdict();

   private:
    bool unwrap();
    bool readSignature();
    bool readHashes();
    bool findCertificate();
    void checkSignature();
    void noteSignatureDefects();
    void noteObjectDefects(const LdsSecurityObject& object);
    bool stop(const base::Refusal& refusal);
    bool stop(base::Fault fault) { return stop(base::Refusal{std::move(fault)}); }
    void note(SodDefect defect, bool when = true) {
        if (when) m_verdict.defects.insert(defect);
    }

    base::BytesView m_file;
    const PathQuestion& m_question;
    base::Bytes m_signedOctets;
    SignedData m_signed;
    Certificate m_certificate;
    SecurityObjectVerdict m_verdict;
};

bool Reading::stop(const base::Refusal& refusal) {
    const auto& faults = refusal.faults();
    m_verdict.reasons.insert(m_verdict.reasons.end(), faults.begin(), faults.end());
    return false;
}

bool Reading::unwrap() {
    if (m_file.size() > kLargestFile) return stop({"signing.malformed"_code, {{"what", "EF.SOD larger than 64 KiB"}}});
    auto whole = definiteForm(m_file);
    auto element = base::tlv::readFirst(whole ? *whole : m_file);
    if (!whole && element) {
        note(SodDefect::TrailingOctets);
        whole = definiteForm(element->whole);
    }
    if (!whole) return stop(whole.refusal());
    element = base::tlv::readFirst(*whole);
    if (!element || element->tag != 0x77) return stop({"signing.malformed"_code, {{"what", "EF.SOD tag 77"}}});
    note(SodDefect::NotDer, !isDer(m_file));
    m_signedOctets.assign(element->value.begin(), element->value.end());
    return true;
}

bool Reading::readSignature() {
    auto data = readSignedData(m_signedOctets);
    if (!data) return stop(data.refusal());
    m_signed = std::move(*data);
    if (m_signed.signers.size() != 1 || !m_signed.content || !knownContentType(m_signed.contentType))
        return stop({"signing.malformed"_code, {{"what", "EF.SOD SignedData"}}});
    return true;
}

bool Reading::readHashes() {
    const auto object = readLdsSecurityObject(*m_signed.content);
    if (!object) return stop(object.refusal());
    m_verdict.objectVersion = static_cast<unsigned>(object->version);
    m_verdict.ldsVersion = object->ldsVersion;
    m_verdict.digestAlgorithm = object->digest.algorithm;
    m_verdict.hashes = object->hashes;
    noteSignatureDefects();
    noteObjectDefects(*object);
    return true;
}

void Reading::noteSignatureDefects() {
    const auto& signer = m_signed.signers.front();
    note(SodDefect::ContentTypeUnusual, !kIdLdsSecurityObject.is(m_signed.contentType));
    note(SodDefect::SignedVersionUnusual, m_signed.version != 3);
    for (const auto& digest : m_signed.digests) note(SodDefect::DigestParameters, digest.hasParameters);
    note(SodDefect::DigestParameters, signer.digest.hasParameters);
    note(SodDefect::HashUnnamed, signer.hashUnnamed);
    note(SodDefect::SignerNamedByKey, !signer.subjectKeyIdentifier.empty());
    note(SodDefect::AttributesMissing, signer.signedAttributes.empty());
    note(SodDefect::ExtraAttributes, signer.attributeCount > 2 + (signer.signingTime ? 1U : 0U));
}

void Reading::noteObjectDefects(const LdsSecurityObject& object) {
    const auto& signer = m_signed.signers.front();
    note(SodDefect::DigestParameters, object.digest.hasParameters);
    note(SodDefect::HashesNotAscending, !object.ascending);
    note(SodDefect::ExtraContent, object.trailing);
    note(SodDefect::VersionInfoMissing, object.version == 1 && object.ldsVersion.empty());
    note(SodDefect::DigestsDiffer, object.digest.algorithm != signer.algorithm.digest);
    note(SodDefect::Sha1, object.digest.algorithm == base::DigestAlgorithm::Sha1 ||
                              signer.algorithm.digest == base::DigestAlgorithm::Sha1);
}

bool Reading::findCertificate() {
    const auto& signer = m_signed.signers.front();
    for (const auto& octets : m_signed.certificates) {
        auto certificate = readCertificate(octets);
        if (!certificate) return stop(certificate.refusal());
        const bool byKey = !signer.subjectKeyIdentifier.empty();
        if (byKey ? !same(certificate->subjectKeyIdentifier, signer.subjectKeyIdentifier)
                  : !same(certificate->serialNumber, signer.serialNumber))
            continue;
        note(SodDefect::SignerIssuerDiffers, !byKey && !same(certificate->issuer, signer.issuer));
        m_certificate = std::move(*certificate);
        m_verdict.signerCertificate = m_certificate.der;
        return true;
    }
    return stop({"signing.signer-certificate-missing"_code, {}, "EF.SOD"});
}

void Reading::checkSignature() {
    const auto& signer = m_signed.signers.front();
    const auto key = PublicKey::read(m_certificate.publicKey);
    if (!key) {
        stop(key.refusal());
        return;
    }
    const bool typeHolds = signer.signedAttributes.empty() || same(signer.contentType, m_signed.contentType);
    const bool contentHolds = typeHolds && digestHolds(signer, *m_signed.content);
    m_verdict.signatureValid = contentHolds && signatureHolds(signer, *key, *m_signed.content);
    if (!contentHolds) stop({"signing.content-altered"_code, {}, "EF.SOD"});
    if (contentHolds && !m_verdict.signatureValid) stop({"signing.signature-wrong"_code, {}, "EF.SOD"});
}

SecurityObjectVerdict Reading::verdict() {
    if (!unwrap() || !readSignature() || !readHashes() || !findCertificate()) return m_verdict;
    checkSignature();
    auto path = verifyPath(m_certificate, m_question);
    m_verdict.pathValid = path.valid;
    m_verdict.anchor = std::move(path.anchor);
    m_verdict.reasons.insert(m_verdict.reasons.end(), path.reasons.begin(), path.reasons.end());
    return m_verdict;
}

}  // namespace

std::string_view nameOf(SodDefect defect) { return kDefects.at(static_cast<std::size_t>(defect)); }

bool SecurityObjectVerdict::speaksFor(int dataGroup, base::BytesView file) const {
    const auto hash = hashes.find(dataGroup);
    return hash != hashes.end() && hash->second == base::digest(digestAlgorithm, file);
}

SecurityObjectVerdict verifySecurityObject(base::BytesView efSod, const PathQuestion& question) {
    return Reading{efSod, question}.verdict();
}

}  // namespace signing
