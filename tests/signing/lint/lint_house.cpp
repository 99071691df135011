// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signing/lint/lint_house.hpp"

#include "signing/certificates/country_signers.hpp"
#include "signing/lists/master_list.hpp"

namespace signing::testing {
namespace {

base::Bytes made(base::Result<base::Bytes> certificate) {
    return base::expected(std::move(certificate), "certificate");
}
Certificate read(const base::Bytes& der) { return base::expected(readCertificate(der), "certificate"); }

}  // namespace

LintHouse::LintHouse() {
    auto& keys = *house.keys;
    newKey = keys.generate(KeyPurpose::CountrySigning, KeyAlgorithm::EcdsaP384, "CSCA 2");
    listKey = keys.generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "master lists");
    sealKey = keys.generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "seals");
    const auto authority = house.countryAuthority();
    root = house.anchors.front().der;
    documentSigner = house.documentSignerCertificate.der;
    auto profile = cscaProfile();
    profile.name.commonName = "CSCA Guatemala 2";
    link = made(makeCscaLink(authority, newKey, profile));
    const auto validity = documentSignerProfile().certificate;
    listSigner = made(makeMasterListSigner(
        authority, listKey, {{"GT", "Instituto de Prueba", "", "Listas"}, profile.contact, validity, profile.crlUrls}));
    sealSigner = made(makeSealSigner(authority, sealKey, {"GT", "01", validity, {"NV"}}));
    const auto now = house.clock.now();
    revocations = made(makeRevocationList(
        authority, {{{house.documentSignerCertificate.serialNumber, now}}, now, now + std::chrono::hours{24 * 90}, 7}));
    const std::vector<Certificate> listed{house.anchors.front(), read(link)};
    masterList = made(makeMasterList({keys, listKey, read(listSigner)}, house.anchors.front(), listed, now));
}

LintHouse& lintHouse() {
    static LintHouse house;
    return house;
}

std::set<std::string> codesIn(const std::vector<lint::ObjectReport>& reports, lint::Grade grade) {
    std::set<std::string> codes;
    for (const auto& report : reports)
        for (const auto& finding : report.findings)
            if (finding.grade == grade) codes.insert(finding.fault.code.name());
    return codes;
}

std::set<std::string> codesIn(const std::vector<lint::ObjectReport>& reports) {
    auto codes = codesIn(reports, lint::Grade::Deviation);
    codes.merge(codesIn(reports, lint::Grade::Advice));
    return codes;
}

}  // namespace signing::testing
