// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "signing/certificates/extension_oids.hpp"
#include "tests/signing/lint/lint_house.hpp"

namespace signing::testing {
namespace {

namespace der = base::der;

Case ofRevocations(std::string name, std::set<std::string> codes, std::function<void(Surgery&)> spoil) {
    return {
        std::move(name), std::move(codes), [spoil = std::move(spoil)](LintHouse& made) {
            Surgery surgery{made.revocations};
            spoil(surgery);
            return lint::judgeFile(surgery.sealed(*made.house.keys, made.house.countryKey), {std::nullopt, made.root});
        }};
}

/// The parts of a signed list, to be spoilt.
struct SignedList {
    Node whole;
    Node& data() { return whole.at(1).at(0); }
    Node& content() { return data().at(2).at(1).at(0); }
    Node& certificates() { return data().at(3); }
    Node& signers() { return data().back(); }
    Node& signer() { return signers().at(0); }
    Node& attributes() { return signer().at(3); }

    void setContent(const base::Bytes& list) { content().value = list; }
    /// The digest of the content and the signature are made anew.
    void seal(const LintHouse& made) {
        for (auto& attribute : attributes().parts)
            if (attribute.at(0).encode() == der::oid("1.2.840.113549.1.9.4"))
                attribute.at(1).at(0).value = base::digest(base::DigestAlgorithm::Sha256, content().value);
        auto octets = attributes();
        octets.tag = der::kSet;
        signer().at(5).value = made.house.keys->sign(made.listKey, base::DigestAlgorithm::Sha256, octets.encode());
    }
};

Case ofList(std::string name, std::set<std::string> codes, std::function<void(SignedList&, LintHouse&)> spoil) {
    return {std::move(name), std::move(codes), [spoil = std::move(spoil)](LintHouse& made) {
                SignedList list{Node::read(made.masterList)};
                spoil(list, made);
                return lint::judgeFile(list.whole.encode());
            }};
}

base::Bytes contentOf(std::uint64_t version, const std::vector<base::Bytes>& certificates) {
    return der::sequence({der::integer(version), der::setOf(certificates)});
}

std::vector<Case> revocationCases() {
    return {
        ofRevocations("AListOfVersion1", {"pki.crl-version"}, [](auto& s) { s.body().at(0).value = {0}; }),
        ofRevocations("NoNextUpdate", {"pki.crl-next-update-missing"},
                      [](auto& s) { s.body().parts.erase(s.body().parts.begin() + 4); }),
        ofRevocations("AnEmptyListOfRevocations", {"pki.crl-empty-list"},
                      [](auto& s) { s.body().at(5).parts.clear(); }),
        ofRevocations("AListWithoutExtensions", {"pki.crl-extensions-missing"},
                      [](auto& s) { s.body().parts.pop_back(); }),
        ofRevocations("AHalfYearBetweenLists", {"pki.crl-interval-long"},
                      [](auto& s) { s.body().at(4).value = base::bytesOf("270601000000Z"); }),
        ofRevocations("ADayBetweenLists", {"pki.crl-interval-short"},
                      [](auto& s) { s.body().at(4).value = base::bytesOf("261124100000Z"); }),
        ofRevocations("AListWithoutNumber", {"pki.crl-extension-missing"}, [](auto& s) { s.drop(oids::kCrlNumber); }),
        ofRevocations("ADeltaList", {"pki.crl-extension-forbidden"},
                      [](auto& s) { s.add("2.5.29.27", der::integer(1)); }),
        ofRevocations("AReasonInAnEntry", {"pki.crl-extension-forbidden"},
                      [](auto& s) {
                          s.body().at(5).at(0).parts.push_back(Node::read(der::sequence({der::sequence(
                              {der::oid("2.5.29.21"), der::octetString(base::Bytes{0x0A, 0x01, 0x01})})})));
                      }),
        ofRevocations("ACriticalNumber", {"pki.crl-extension-critical"},
                      [](auto& s) { s.setCritical(oids::kCrlNumber, true); }),
        ofRevocations("ANegativeNumber", {"pki.crl-number"},
                      [](auto& s) {
                          s.setValue(oids::kCrlNumber, base::Bytes{2, 1, 0x80});
                      }),
        ofRevocations(
            "AListOfSomebodyElse", {"pki.issuer-differs"},
            [](auto& s) { Surgery::attribute(s.body().at(2), "2.5.4.3").value = base::bytesOf("CSCA Honduras"); }),
    };
}

std::vector<Case> signedDataCases() {
    return {
        ofList("SignedDataOfVersion1", {"pki.list-version"}, [](auto& l, auto&) { l.data().at(0).value = {1}; }),
        ofList("AnotherContentType", {"pki.list-content-type"},
               [](auto& l, auto&) { l.data().at(2).at(0) = Node::read(der::oid("1.2.840.113549.1.7.1")); }),
        ofList("NoContent", {"pki.list-content-missing"}, [](auto& l, auto&) { l.data().at(2).parts.pop_back(); }),
        ofList("RevocationsInside", {"pki.list-crls"},
               [](auto& l, auto& made) {
                   l.data().parts.insert(l.data().parts.begin() + 4, Node{0xA1, {}, {Node::read(made.revocations)}});
               }),
        ofList("NoSignersCertificate", {"pki.list-signer-certificate-missing"},
               [](auto& l, auto& made) { l.certificates().parts = {Node::read(made.root)}; }),
        ofList("NoAuthority", {"pki.list-authority-missing"},
               [](auto& l, auto& made) { l.certificates().parts = {Node::read(made.listSigner)}; }),
        ofList("TwoSigners", {"pki.list-signers"},
               [](auto& l, auto&) { l.signers().parts.push_back(l.signers().parts.front()); }),
        ofList("NoSigner", {"pki.list-unsigned"}, [](auto& l, auto&) { l.signers().parts.clear(); }),
        ofList("ASignerNamedByIssuer", {"pki.list-signer-named-by-issuer", "pki.list-signer-version"},
               [](auto& l, auto& made) {
                   Surgery certificate{made.listSigner};
                   l.signer().at(1) = Node{der::kSequence, {}, {certificate.issuer(), certificate.serial()}};
               }),
        ofList("NoSigningTime", {"pki.list-attribute-missing"},
               [](auto& l, auto& made) {
                   l.attributes().parts.erase(l.attributes().parts.begin() + 1);
                   l.seal(made);
               }),
        ofList("ADigestWithNull", {"pki.list-digest-parameters"},
               [](auto& l, auto&) { l.signer().at(2).parts.push_back(Node::read(der::null())); }),
        ofList("AlteredContent", {"pki.list-content-altered"},
               [](auto& l, auto& made) { l.setContent(contentOf(0, {made.root})); }),
        ofList("AnotherSignature", {"pki.list-signature-wrong"},
               [](auto& l, auto&) { l.signer().at(5).value.back() ^= 1U; }),
    };
}

std::vector<Case> contentCases() {
    const auto with = [](std::string name, std::set<std::string> codes,
                         std::function<base::Bytes(LintHouse&)> content) {
        return ofList(std::move(name), std::move(codes), [content = std::move(content)](auto& l, auto& made) {
            l.setContent(content(made));
            l.seal(made);
        });
    };
    return {
        with("AListOfVersion2", {"pki.list-content-version"}, [](auto& made) { return contentOf(2, {made.root}); }),
        with("AListOfNothing", {"pki.list-empty"}, [](auto&) { return contentOf(0, {}); }),
        with("ACertificateTwiceInTheList", {"pki.list-certificate-twice"},
             [](auto& made) {
                 return contentOf(0, {made.root, made.root});
             }),
        with("ADocumentSignerInTheList", {"pki.list-not-country-signer"},
             [](auto& made) { return contentOf(0, {made.documentSigner}); }),
        with("AListOutOfOrder", {"pki.not-der"},
             [](auto& made) {
                 auto parts = std::vector<base::Bytes>{made.root, made.link};
                 std::sort(parts.begin(), parts.end(), std::greater<>{});
                 return der::sequence({der::integer(0), base::tlv::encode(der::kSet, {parts[0], parts[1]})});
             }),
        with("ALinkThatAnotherKeySigned", {"pki.signature-wrong"},
             [](auto& made) {
                 return contentOf(0, {made.root, Surgery{made.link}.sealed(*made.house.keys, made.newKey)});
             }),
        with("MoreThanIsShown", {"pki.too-many", "pki.malformed"},
             [](auto&) {
                 std::vector<base::Bytes> parts;
                 for (std::uint64_t i = 0; i < 2100; ++i) parts.push_back(der::sequence({der::integer(i)}));
                 return contentOf(0, parts);
             }),
    };
}

}  // namespace

std::vector<Case> listCases() {
    auto cases = revocationCases();
    for (auto&& more : {signedDataCases(), contentCases()}) cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

}  // namespace signing::testing
