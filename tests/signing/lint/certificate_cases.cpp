// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/curve.hpp"
#include "signing/keys/public_key.hpp"
#include "tests/signing/lint/lint_house.hpp"

namespace signing::testing {
namespace {

namespace der = base::der;
constexpr std::string_view kCountry = "2.5.4.6", kOrganisation = "2.5.4.10", kCommonName = "2.5.4.3",
                           kSerial = "2.5.4.5";

using Spoil = std::function<void(Surgery&)>;

Case ofRoot(std::string name, std::set<std::string> codes, Spoil spoil) {
    return {std::move(name), std::move(codes), [spoil = std::move(spoil)](LintHouse& made) {
                Surgery surgery{made.root};
                spoil(surgery);
                return lint::judgeFile(surgery.sealed(*made.house.keys, made.house.countryKey));
            }};
}

/// Names stand twice in a root; both are spoilt alike.
Case ofRootNames(std::string name, std::set<std::string> codes, std::function<void(Node&)> spoil) {
    return ofRoot(std::move(name), std::move(codes), [spoil = std::move(spoil)](Surgery& surgery) {
        spoil(surgery.issuer());
        spoil(surgery.subject());
    });
}

Case ofSigner(std::string name, std::set<std::string> codes, Spoil spoil) {
    return {std::move(name), std::move(codes), [spoil = std::move(spoil)](LintHouse& made) {
                Surgery surgery{made.documentSigner};
                spoil(surgery);
                return lint::judgeFile(surgery.sealed(*made.house.keys, made.house.countryKey));
            }};
}

Case ofSeal(std::string name, std::set<std::string> codes, Spoil spoil) {
    return {std::move(name), std::move(codes), [spoil = std::move(spoil)](LintHouse& made) {
                Surgery surgery{made.sealSigner};
                spoil(surgery);
                return lint::judgeFile(surgery.sealed(*made.house.keys, made.house.countryKey));
            }};
}

Case ofOctets(std::string name, std::set<std::string> codes, std::function<base::Bytes(LintHouse&)> make) {
    return {std::move(name), std::move(codes),
            [make = std::move(make)](LintHouse& made) { return lint::judgeFile(make(made)); }};
}

void setText(Node& value, base::tlv::Tag tag, std::string_view text) {
    value.tag = tag;
    value.value = base::bytesOf(text);
}

Node signatureAlgorithm(const base::Bytes& identifier) { return Node::read(identifier); }

void setAlgorithms(Surgery& surgery, const base::Bytes& identifier) {
    surgery.body().at(2) = signatureAlgorithm(identifier);
    surgery.whole.at(1) = signatureAlgorithm(identifier);
}

base::Bytes algorithm(std::string_view oid, const base::Bytes& parameters = {}) {
    return der::sequence({der::oid(oid), parameters});
}

base::Bytes pss(std::string_view hash, std::string_view mask, const base::Bytes& more) {
    const auto hashId = der::sequence({der::oid(hash), der::null()});
    const auto maskId = der::sequence({der::oid("1.2.840.113549.1.1.8"), der::sequence({der::oid(mask), der::null()})});
    return algorithm("1.2.840.113549.1.1.10",
                     der::sequence({der::explicitTag(0, hashId), der::explicitTag(1, maskId), more}));
}

base::Bytes rsaKey(std::size_t octets, std::uint64_t exponent) {
    base::Bytes modulus(octets, 0xC5);
    const auto numbers = der::sequence({der::integer(modulus), der::integer(exponent)});
    return der::sequence({algorithm("1.2.840.113549.1.1.1", der::null()), der::bitString(numbers)});
}

constexpr std::string_view kSha1 = "1.3.14.3.2.26", kSha256 = "2.16.840.1.101.3.4.2.1",
                           kSha384 = "2.16.840.1.101.3.4.2.2";

std::vector<Case> bodyCases() {
    return {
        ofOctets("SomethingElse", {"pki.unknown-object"}, [](auto&) { return base::bytesOf("hello, world"); }),
        ofOctets("ACertificateCutShort", {"pki.unknown-object"},
                 [](auto& made) {
                     return base::Bytes{made.root.begin(), made.root.begin() + 300};
                 }),
        ofOctets("OctetsBehindTheEnd", {"pki.trailing-octets"},
                 [](auto& made) {
                     auto longer = made.root;
                     longer.push_back(0);
                     return longer;
                 }),
        ofRoot("AMissingSubject", {"pki.malformed", "pki.common-name-missing", "pki.country-missing"},
               [](auto& s) { s.body().parts.erase(s.body().parts.begin() + 5, s.body().parts.begin() + 7); }),
        ofOctets("ALongLength", {"pki.not-der"},
                 [](auto& made) {
                     auto longer = made.root;
                     longer.insert(longer.begin() + 2, 0x00);
                     longer[1] = 0x83;
                     return longer;
                 }),
        ofRoot("AnEncodedDefault", {"pki.default-encoded"},
               [](auto& s) {
                   auto& parts = s.extension("2.5.29.17").parts;
                   parts.insert(parts.begin() + 1, Node::read(der::boolean(false)));
               }),
        ofRoot("Version2", {"pki.version-wrong"}, [](auto& s) { s.body().at(0).at(0).value = {1}; }),
        ofRoot("ANegativeSerial", {"pki.serial-not-positive"},
               [](auto& s) {
                   s.serial().value = {0x9A, 0x01};
               }),
        ofRoot("SerialZero", {"pki.serial-not-positive"}, [](auto& s) { s.serial().value = {0}; }),
        ofRoot("ALongSerial", {"pki.serial-too-long"}, [](auto& s) { s.serial().value = base::Bytes(21, 0x11); }),
        ofRoot("APaddedSerial", {"pki.serial-not-minimal"},
               [](auto& s) {
                   s.serial().value = {0, 0, 7};
               }),
        ofRoot("TwoAlgorithms", {"pki.algorithms-differ"},
               [](auto& s) { s.body().at(2) = signatureAlgorithm(algorithm("1.2.840.10045.4.3.4")); }),
        ofRoot("AUniqueIdentifier", {"pki.unique-identifier"},
               [](auto& s) {
                   s.body().parts.insert(s.body().parts.begin() + 7, Node{0x82, {0, 1}, {}});
               }),
        ofRoot("NoExtensions", {"pki.extensions-missing"}, [](auto& s) { s.body().parts.pop_back(); }),
        ofRoot("AGeneralizedTimeBefore2050", {"pki.time-too-early"},
               [](auto& s) { setText(s.validity().at(0), der::kGeneralizedTime, "20261101000000Z"); }),
        ofRoot("ATimeWithoutSeconds", {"pki.time-form"},
               [](auto& s) { setText(s.validity().at(0), der::kUtcTime, "2611010000Z"); }),
        ofRoot("AnEndBeforeTheBeginning", {"pki.validity-reversed", "pki.key-period-outside"},
               [](auto& s) { setText(s.validity().at(1), der::kUtcTime, "200101000000Z"); }),
        ofRoot("AVeryLongValidity", {"pki.validity-long"},
               [](auto& s) { setText(s.validity().at(1), der::kGeneralizedTime, "20561101000000Z"); }),
    };
}

std::vector<Case> nameCases() {
    return {
        ofRootNames("NoCountry", {"pki.country-missing"}, [](Node& n) { n.parts.erase(n.parts.begin()); }),
        ofRootNames("AUtf8Country", {"pki.country-not-printable"},
                    [](Node& n) { Surgery::attribute(n, kCountry).tag = der::kUtf8String; }),
        ofRootNames("ALowerCaseCountry", {"pki.country-not-upper-case"},
                    [](Node& n) { setText(Surgery::attribute(n, kCountry), der::kPrintableString, "gt"); }),
        ofRootNames("ACountryOfThreeLetters", {"pki.country-form"},
                    [](Node& n) { setText(Surgery::attribute(n, kCountry), der::kPrintableString, "GTM"); }),
        ofSigner("TwoCountries", {"pki.countries-differ"},
                 [](auto& s) { setText(Surgery::attribute(s.subject(), kCountry), der::kPrintableString, "HN"); }),
        ofSigner("NoCommonName", {"pki.common-name-missing"}, [](auto& s) { s.subject().parts.pop_back(); }),
        ofRootNames("AUtf8SerialNumber", {"pki.name-serial-not-printable"},
                    [](Node& n) { Surgery::attribute(n, kSerial).tag = der::kUtf8String; }),
        ofRootNames("ATeletexString", {"pki.name-string-type"},
                    [](Node& n) { Surgery::attribute(n, kOrganisation).tag = 0x14; }),
        ofRootNames("ForeignCharacters", {"pki.name-characters"},
                    [](Node& n) { setText(Surgery::attribute(n, kOrganisation), der::kPrintableString, "A&B"); }),
        ofRootNames("BrokenUtf8", {"pki.name-characters"},
                    [](Node& n) { setText(Surgery::attribute(n, kOrganisation), der::kUtf8String, "\xC3("); }),
        ofRootNames("AnEmptyAttribute", {"pki.name-attribute-empty"},
                    [](Node& n) { setText(Surgery::attribute(n, kOrganisation), der::kPrintableString, ""); }),
        ofRootNames(
            "ALongAttribute", {"pki.name-attribute-long"},
            [](Node& n) { setText(Surgery::attribute(n, kCommonName), der::kPrintableString, std::string(65, 'A')); }),
        ofRoot("ANameInTwoEncodings", {"pki.names-encoded-differently"},
               [](auto& s) { Surgery::attribute(s.subject(), kOrganisation).tag = der::kUtf8String; }),
        ofSeal("ASealSignerWithAnOrganisation", {"pki.subject-attribute"},
               [](auto& s) {
                   s.subject().parts.push_back(Node::read(
                       der::setOf({der::sequence({der::oid(kOrganisation), der::printableString("Instituto")})})));
               }),
        ofSeal("ASealSignerWithALongName", {"pki.common-name-form"},
               [](auto& s) { setText(Surgery::attribute(s.subject(), kCommonName), der::kPrintableString, "ABC"); }),
    };
}

std::vector<Case> algorithmCases() {
    return {
        ofSigner("Sha1", {"pki.hash-not-permitted"}, [](auto& s) { setAlgorithms(s, algorithm("1.2.840.10045.4.1")); }),
        ofSigner("Ed25519", {"pki.algorithm-not-permitted"},
                 [](auto& s) { setAlgorithms(s, algorithm("1.3.101.112")); }),
        ofSigner("EcdsaWithNull", {"pki.algorithm-parameters"},
                 [](auto& s) { setAlgorithms(s, algorithm("1.2.840.10045.4.3.3", der::null())); }),
        ofSigner("RsaWithoutNull", {"pki.algorithm-parameters"},
                 [](auto& s) { setAlgorithms(s, algorithm("1.2.840.113549.1.1.11")); }),
        ofSigner("PssWithTwoHashes", {"pki.pss-hashes-differ"},
                 [](auto& s) { setAlgorithms(s, pss(kSha384, kSha256, {})); }),
        ofSigner("PssWithSha1", {"pki.hash-not-permitted", "pki.default-encoded"},
                 [](auto& s) { setAlgorithms(s, pss(kSha1, kSha1, {})); }),
        ofSigner("PssWithItsDefaultTrailer", {"pki.default-encoded"},
                 [](auto& s) { setAlgorithms(s, pss(kSha256, kSha256, der::explicitTag(3, der::integer(1)))); }),
        ofSigner("PssWithAnotherTrailer", {"pki.algorithm-parameters"},
                 [](auto& s) { setAlgorithms(s, pss(kSha256, kSha256, der::explicitTag(3, der::integer(2)))); }),
        ofSigner("ANamedCurve", {"pki.curve-named"},
                 [](auto& s) { s.key().at(0).at(1) = Node::read(der::oid("1.2.840.10045.3.1.7")); }),
        ofSigner("AnImplicitCurve", {"pki.curve-implicit"},
                 [](auto& s) { s.key().at(0).at(1) = Node::read(der::null()); }),
        ofSigner("NoCofactor", {"pki.curve-cofactor-missing"}, [](auto& s) { s.key().at(0).at(1).parts.pop_back(); }),
        ofSigner("BrokenParameters", {"pki.curve-parameters"},
                 [](auto& s) { s.key().at(0).at(1).parts.erase(s.key().at(0).at(1).parts.begin()); }),
        ofSigner("ACurveOfOnesOwn", {"pki.curve-unknown"},
                 [](auto& s) { s.key().at(0).at(1).at(2).at(1).value.back() ^= 1U; }),
        ofSigner("ACompressedPoint", {"pki.point-compressed"},
                 [](auto& s) {
                     auto& bits = s.key().at(1).value;
                     bits[1] = static_cast<std::uint8_t>(2U + (bits.back() & 1U));
                     bits.resize(34);
                 }),
        ofSigner("APointOffItsCurve", {"pki.key-broken"}, [](auto& s) { s.key().at(1).value.back() ^= 1U; }),
        ofSigner("AWeakExponent", {"pki.key-weak"}, [](auto& s) { s.key() = Node::read(rsaKey(256, 3)); }),
        ofSigner("AShortModulus", {"pki.key-weak"}, [](auto& s) { s.key() = Node::read(rsaKey(128, 65537)); }),
        ofSeal("ASealSignerWithRsa", {"pki.not-ecdsa"}, [](auto& s) { s.key() = Node::read(rsaKey(256, 65537)); }),
        ofOctets("ARootThatAnotherKeySigned", {"pki.signature-wrong"},
                 [](auto& made) { return Surgery{made.root}.sealed(*made.house.keys, made.newKey); }),
    };
}

}  // namespace

std::vector<Case> certificateCases() {
    auto cases = bodyCases();
    for (auto&& more : {nameCases(), algorithmCases()}) cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

}  // namespace signing::testing
