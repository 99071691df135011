// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/extension_oids.hpp"
#include "tests/signing/lint/lint_house.hpp"

namespace signing::testing {
namespace {

namespace der = base::der;
using Spoil = std::function<void(Surgery&)>;

Case of(base::Bytes LintHouse::*good, std::string name, std::set<std::string> codes, Spoil spoil) {
    return {
        std::move(name), std::move(codes), [good, spoil = std::move(spoil)](LintHouse& made) {
            Surgery surgery{made.*good};
            spoil(surgery);
            return lint::judgeFile(surgery.sealed(*made.house.keys, made.house.countryKey), {std::nullopt, made.root});
        }};
}
Case ofRoot(std::string name, std::set<std::string> codes, Spoil spoil) {
    return of(&LintHouse::root, std::move(name), std::move(codes), std::move(spoil));
}
Case ofSigner(std::string name, std::set<std::string> codes, Spoil spoil) {
    return of(&LintHouse::documentSigner, std::move(name), std::move(codes), std::move(spoil));
}

/// An alternative name of one directory name with these attributes, and a mailbox where that is wanted.
base::Bytes alternativeName(const std::vector<std::pair<std::string_view, std::string_view>>& attributes,
                            const base::Bytes& contact) {
    std::vector<base::Bytes> sets;
    for (const auto& [oid, text] : attributes)
        sets.push_back(der::setOf({der::sequence({der::oid(oid), der::printableString(text)})}));
    return der::sequence({der::explicitTag(4, der::sequence(sets)), contact});
}
const base::Bytes kMailbox = der::implicitTag(1, base::bytesOf("ds@example.gt"));

base::Bytes usagePeriod(std::string_view begin, std::string_view end) {
    return der::sequence({der::implicitTag(0, base::bytesOf(begin)), der::implicitTag(1, base::bytesOf(end))});
}

base::Bytes pointAt(std::string_view uri, const base::Bytes& more) {
    const auto name = der::explicitTag(0, der::implicitConstructed(0, der::implicitTag(6, base::bytesOf(uri))));
    return der::sequence({der::sequence({name, more})});
}

base::Bytes documentTypes(std::uint64_t version, const std::vector<base::Bytes>& types) {
    return der::sequence({der::integer(version), der::setOf(types)});
}

std::vector<Case> presenceCases() {
    return {
        ofSigner("NoKeyUsage", {"pki.extension-missing"}, [](auto& s) { s.drop(oids::kKeyUsage); }),
        ofSigner("AnAuthoritysExtensionInASigner", {"pki.extension-forbidden"},
                 [](auto& s) { s.add("2.16.840.1.113730.1.1", der::bitString(base::Bytes{0x80}, 7)); }),
        ofSigner("AKeyUsageThatIsNotCritical", {"pki.extension-not-critical"},
                 [](auto& s) { s.setCritical(oids::kKeyUsage, false); }),
        ofSigner("ACriticalAlternativeName", {"pki.extension-critical"},
                 [](auto& s) { s.setCritical(oids::kSubjectAltName, true); }),
        ofSigner("APrivateCriticalExtension", {"pki.extension-critical"},
                 [](auto& s) { s.add("1.2.3.4", der::null(), true); }),
        ofSigner("AnExtensionTwice", {"pki.extension-twice"},
                 [](auto& s) { s.extensions().parts.push_back(s.extension(oids::kSubjectAltName)); }),
        ofSigner("APolicyWithoutIdentifier", {"pki.extension-malformed"},
                 [](auto& s) { s.add(oids::kCertificatePolicies, der::sequence({der::sequence({der::null()})})); }),
    };
}

std::vector<Case> keyCases() {
    return {
        ofSigner("AnAuthorityNamedByIssuerAlone", {"pki.key-identifier-missing", "pki.key-identifier-half"},
                 [](auto& s) {
                     s.setValue(oids::kAuthorityKeyIdentifier,
                                der::sequence({der::implicitConstructed(1, der::explicitTag(4, der::sequence({})))}));
                 }),
        ofSigner("AnotherAuthorityKeyIdentifier", {"pki.key-identifier-differs"},
                 [](auto& s) {
                     s.setValue(oids::kAuthorityKeyIdentifier,
                                der::sequence({der::implicitTag(0, base::Bytes(20, 0x11))}));
                 }),
        ofRoot("ACountrySignerThatSignsNoLists", {"pki.key-usage-missing"},
               [](auto& s) { s.setValue(oids::kKeyUsage, der::bitString(base::Bytes{0x04}, 2)); }),
        ofRoot("ACountrySignerThatSignsDocuments", {"pki.key-usage-extra"},
               [](auto& s) { s.setValue(oids::kKeyUsage, der::bitString(base::Bytes{0x86}, 1)); }),
        ofRoot("TrailingZerosInTheKeyUsage", {"pki.not-der"},
               [](auto& s) { s.setValue(oids::kKeyUsage, der::bitString(base::Bytes{0x06}, 0)); }),
        ofSigner("AnEmptyKeyPeriod", {"pki.key-period-empty"},
                 [](auto& s) { s.setValue(oids::kPrivateKeyUsagePeriod, der::sequence({})); }),
        ofSigner(
            "AKeyPeriodInUtcTime", {"pki.key-period-form"},
            [](auto& s) { s.setValue(oids::kPrivateKeyUsagePeriod, usagePeriod("261102000000Z", "20270202000000Z")); }),
        ofSigner("AKeyPeriodBackwards", {"pki.key-period-reversed"},
                 [](auto& s) {
                     s.setValue(oids::kPrivateKeyUsagePeriod, usagePeriod("20270202000000Z", "20261102000000Z"));
                 }),
        ofSigner("AKeyPeriodBeforeTheCertificate", {"pki.key-period-early"},
                 [](auto& s) {
                     s.setValue(oids::kPrivateKeyUsagePeriod, usagePeriod("20261001000000Z", "20270102000000Z"));
                 }),
        ofSigner("AKeyUsedToTheLastDay", {"pki.key-period-whole", "pki.key-period-long"},
                 [](auto& s) {
                     s.setValue(oids::kPrivateKeyUsagePeriod, usagePeriod("20261102000000Z", "20370302000000Z"));
                 }),
        ofSigner("AKeyUsedForAYear", {"pki.key-period-long"},
                 [](auto& s) {
                     s.setValue(oids::kPrivateKeyUsagePeriod, usagePeriod("20261102000000Z", "20271102000000Z"));
                 }),
    };
}

std::vector<Case> alternativeNameCases() {
    const auto with = [](std::string name, std::set<std::string> codes, base::Bytes value) {
        return ofSigner(std::move(name), std::move(codes),
                        [value = std::move(value)](auto& s) { s.setValue(oids::kSubjectAltName, value); });
    };
    return {
        with("NoDirectoryName", {"pki.alt-name-no-directory-name"}, der::sequence({kMailbox})),
        with("NoLocality", {"pki.alt-name-no-locality"}, alternativeName({{"2.5.4.8", "GTM"}}, kMailbox)),
        with("ALowerCaseLocality", {"pki.alt-name-locality-form"}, alternativeName({{"2.5.4.7", "gtm"}}, kMailbox)),
        with("ACityAsLocality", {"pki.alt-name-locality-form"}, alternativeName({{"2.5.4.7", "Guatemala"}}, kMailbox)),
        with("AnOrganisationInTheAlternativeName", {"pki.alt-name-extra-attribute"},
             alternativeName({{"2.5.4.7", "GTM"}, {"2.5.4.10", "Instituto"}}, kMailbox)),
        with("NoContact", {"pki.alt-name-no-contact"}, alternativeName({{"2.5.4.7", "GTM"}}, {})),
        ofRoot("TwoAlternativeNamesInARoot", {"pki.alt-names-differ"},
               [](auto& s) {
                   s.setValue(oids::kIssuerAltName, alternativeName({{"2.5.4.7", "GTM"}}, kMailbox));
               }),
    };
}

std::vector<Case> authorityCases() {
    return {
        ofRoot("EmptyBasicConstraints", {"pki.not-authority", "pki.path-length-missing"},
               [](auto& s) { s.setValue(oids::kBasicConstraints, der::sequence({})); }),
        ofRoot("NoPathLength", {"pki.path-length-missing"},
               [](auto& s) { s.setValue(oids::kBasicConstraints, der::sequence({der::boolean(true)})); }),
        ofRoot("APathLengthOfOne", {"pki.path-length-not-zero"},
               [](auto& s) {
                   s.setValue(oids::kBasicConstraints, der::sequence({der::boolean(true), der::integer(1)}));
               }),
        ofRoot("ATruthOfOne", {"pki.not-der"},
               [](auto& s) {
                   s.setValue(oids::kBasicConstraints, der::sequence({base::Bytes{1, 1, 1}, der::integer(0)}));
               }),
        of(&LintHouse::link, "ALinkThatHidesItsNewName", {"pki.name-change-missing"},
           [](auto& s) { s.drop(oids::kNameChange); }),
    };
}

std::vector<Case> pointAndTypeCases() {
    const auto points = [](std::string name, std::set<std::string> codes, base::Bytes value) {
        return ofSigner(std::move(name), std::move(codes),
                        [value = std::move(value)](auto& s) { s.setValue(oids::kCrlDistributionPoints, value); });
    };
    const auto types = [](std::string name, std::set<std::string> codes, base::Bytes value) {
        return ofSigner(std::move(name), std::move(codes),
                        [value = std::move(value)](auto& s) { s.setValue(oids::kDocumentTypeList, value); });
    };
    return {
        points("NoPoint", {"pki.crl-point-missing"}, der::sequence({der::sequence({})})),
        points("AFileAsPoint", {"pki.crl-point-scheme"}, pointAt("file:///crl", {})),
        points("PointsByReason", {"pki.crl-point-part"},
               pointAt("https://example.gt/gtm.crl", der::implicitTag(1, base::Bytes{6, 0x40}))),
        types("AnotherVersionOfTheTypes", {"pki.document-type-version"}, documentTypes(1, {der::printableString("P")})),
        types("NoTypes", {"pki.document-type-empty"}, documentTypes(0, {})),
        types("AWordAsType", {"pki.document-type-form"}, documentTypes(0, {der::printableString("PASSPORT")})),
        types(
            "TypesOutOfOrder", {"pki.not-der"},
            der::sequence({der::integer(0), base::tlv::encode(der::kSet, base::concat({der::printableString("P"),
                                                                                       der::printableString("I")}))})),
        of(&LintHouse::sealSigner, "ASealSignerForAnotherPurpose", {"pki.purpose-missing"},
           [](auto& s) { s.setValue(oids::kExtendedKeyUsage, der::sequence({der::oid("2.23.136.1.1.14.2")})); }),
    };
}

}  // namespace

std::vector<Case> extensionCases() {
    auto cases = presenceCases();
    for (auto&& more : {keyCases(), alternativeNameCases(), authorityCases(), pointAndTypeCases()})
        cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

}  // namespace signing::testing
