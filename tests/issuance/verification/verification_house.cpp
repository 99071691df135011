// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issuance/verification/verification_house.hpp"

#include "issuance/verification/verification_answer.hpp"
#include "signing/certificates/country_signers.hpp"
#include "signing/seals/seal_signer.hpp"
#include "tests/printing/sample_documents.hpp"

namespace issuance {
using namespace std::chrono_literals;

VerificationHouse::VerificationHouse() {
    const auto now = std::chrono::floor<std::chrono::seconds>(clock.now());
    auto profile = signing::testing::cscaProfile();
    profile.certificate = {now - 48h, now + 24h * 3650};
    profile.privateKey = {now - 48h, now + 24h * 700};
    countryKey = keys().generate(signing::KeyPurpose::CountrySigning, KeyAlgorithm::EcdsaP256, "csca");
    const auto csca = base::expected(
        signing::readCertificate(base::expected(signing::makeCsca(keys(), countryKey, profile), "csca")), "csca");
    sealKey = keys().generate(signing::KeyPurpose::SealSigning, KeyAlgorithm::EcdsaP256, "seal");
    const auto sealer = base::expected(
        signing::makeSealSigner({keys(), countryKey, csca}, sealKey, {"GT", "01", {now - 47h, now + 24h * 3000}}),
        "seal");
    trust = base::expected(
        VerificationTrust::of({{"house-authority.pem", base::bytesOf(signing::pemOfCertificate(anchors.front().der))},
                               {"csca.cer", csca.der},
                               {"seal/SEAL-0001.cer", sealer},
                               {"house-authority.crl", houseList().der}}),
        "trust");
}

signing::ActSeal VerificationHouse::act() const {
    signing::ActSeal act;
    act.type = "MOVIMIENTOS";
    act.number = "CM-2026-000417";
    act.date = base::dayOf(clock.now());
    act.holder = "Édgar Núñez Ixcot";
    act.holderDocument = "2547 89652 0101";
    act.contentHash = base::Bytes(32, 0x5A);
    return act;
}

base::Bytes VerificationHouse::sealOf(const signing::ActSeal& act) const {
    const auto signer =
        base::expected(signing::SealSigner::make(keys(), sealKey, trust.sealSigners.front().der, "GTM"), "signer");
    return base::expected(signer.seal(base::expected(signing::draftOf(act), "draft"), clock.now()), "seal");
}

printing::FlowDocument VerificationHouse::document(const base::Bytes& seal) const {
    using printing::samples::paragraph;
    auto document = printing::samples::document();
    document.blocks = {
        {paragraph("Constancia número CM-2026-000417")},
        {paragraph(
            "El Instituto de Prueba hace constar que Édgar Núñez Ixcot, con documento personal de identificación "
            "2547 89652 0101, registra en sus archivos los movimientos que se detallan.")},
        {paragraph("Extendida el " + base::formatDate(act().date) + ".")}};
    document.seal = printing::VisibleSeal{seal, "7KQM-2F9X-TD4A", printing::samples::pieces("Verifique el sello.")};
    return document;
}

base::Bytes VerificationHouse::page() const { return printing::samples::drawn(document(sealOf(act()))); }

printing::SignatureField VerificationHouse::field(const std::string& name, double x) const {
    return base::expected(visibleField({name, "Certificadora", "CM-2026-000417", clock.now()}, 0, {x, 150, 70, 22},
                                       printing::samples::document().fonts),
                          "field");
}

base::Bytes VerificationHouse::signedBy(base::BytesView pdf) const {
    auto certifying = field("María Núñez");
    certifying.certification = printing::SignatureField::Certification::SignaturesOnly;
    return base::expected(signPdf(pdf, certifying, {certifier, anchors}), "signed");
}

Verification VerificationHouse::verify(base::BytesView content, const IssuedActs* acts) const {
    auto judged = verifyDocument(content, {trust, clock.now()});
    auto said = told(judged);
    judgeByBooks(said, content, acts);
    for (int at = 0; at <= static_cast<int>(Verdict::Unreadable); ++at)
        if (nameOf(static_cast<Verdict>(at)) == said.verdict) judged.verdict = static_cast<Verdict>(at);
    for (std::size_t at = judged.reasons.size(); at < said.reasons.size(); ++at)
        judged.reasons.push_back(said.reasons[at].asFault());
    return judged;
}

testing::AssertionResult VerificationHouse::says(base::BytesView content, Verdict verdict,
                                                 const std::string& code) const {
    const auto said = verify(content);
    std::string codes;
    for (const auto& reason : said.reasons) codes += reason.code.name() + " ";
    if (said.verdict == verdict && codes.find(code) != std::string::npos) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "it says " << nameOf(said.verdict) << ": " << codes << "and not "
                                       << nameOf(verdict) << ": " << code;
}

}  // namespace issuance
