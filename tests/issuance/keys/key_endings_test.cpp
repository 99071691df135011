// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "issuance/certificate/certifier_keys.hpp"
#include "signing/certificates/revocation_list.hpp"
#include "tests/issuance/keys/key_house.hpp"

namespace issuance {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class KeyEndingsTest : public KeyHouse {};
TROQUEL_ON_BOTH_ENGINES(KeyEndingsTest);

TEST_P(KeyEndingsTest, DestroyAPrivateKeyAndProveIt) {
    standby();
    standby();
    const auto key = entry("DS-0001").key;
    const auto end = retire("DS-0001");
    ASSERT_TRUE(end);
    EXPECT_EQ(end->successor, "DS-0002");
    EXPECT_THAT(end->proof, HasSubstr("signing.key-missing"));
    EXPECT_THROW((void)keys->describe(key), base::Failure);
    EXPECT_EQ(stateOf("DS-0001"), "destroyed");
    EXPECT_EQ(stateOf("DS-0002"), "active");
    const auto kept =
        connection->queryOne("SELECT person, second, proof FROM key_destruction WHERE key_id = ?1", {key.text()});
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->text(0) + kept->text(1), "sofiaana");
    EXPECT_EQ(kept->text(2), end->proof);
    EXPECT_TRUE(retire("DS-0001").refusal().has("pki.wrong-state"_code));
}

TEST_P(KeyEndingsTest, NoticeAKeyThatComesBackFromABackup) {
    standby();
    standby();
    const auto file = folder.path() / "keys" / (entry("DS-0001").key.text() + ".key");
    std::filesystem::copy_file(file, folder.path() / "backup");
    ASSERT_TRUE(retire("DS-0001"));
    EXPECT_THAT(notices(), Not(Contains("pki.key-came-back DS-0001!")));
    std::filesystem::copy_file(folder.path() / "backup", file);
    EXPECT_THAT(notices(), Contains("pki.key-came-back DS-0001!"));
}

TEST_P(KeyEndingsTest, LeaveNobodyWithoutASigner) {
    standby();
    EXPECT_TRUE(retire("DS-0001").refusal().has("pki.still-needed"_code));
    EXPECT_TRUE(retire("CSCA-0001").refusal().has("pki.still-needed"_code));
    EXPECT_EQ(stateOf("DS-0001"), "active");
    EXPECT_EQ(keys->keys().size(), 2U);
}

TEST_P(KeyEndingsTest, DestroyNoKeyOfALinkButItsCountrySigners) {
    ASSERT_TRUE(rollOver());
    EXPECT_TRUE(retire("LINK-0001").refusal().has("pki.wrong-state"_code));
    EXPECT_TRUE(retire("CSCA-0002")) << "before it was ever used";
    EXPECT_TRUE(rollOver()) << "and another is made";
    EXPECT_TRUE(publish("CSCA-0003"));
}

TEST_P(KeyEndingsTest, RevokeACertificateAndListIt) {
    standby();
    standby();
    const auto signer = entry("DS-0001").certificate;
    const auto revoked = revoke("DS-0001");
    ASSERT_TRUE(revoked);
    EXPECT_EQ(stateOf("DS-0001"), "retired");
    EXPECT_EQ(stateOf("DS-0002"), "active") << "who stands by signs on";
    EXPECT_TRUE(revoke("DS-0001").refusal().has("pki.already-revoked"_code));
    EXPECT_TRUE(revoke("CSCA-0001").refusal().has("pki.not-revocable"_code));
    EXPECT_THAT(notices(), Contains("pki.revocation-unlisted DS-0001"));
    clock.advance(1h);
    EXPECT_TRUE(signing::verifyPath(signer, trust->now(*connection)->at(clock.now())).valid);
    const auto list = issueList();
    ASSERT_TRUE(list);
    expectFlawless(list->content, entry("CSCA-0001").certificate.der, "crl");
    EXPECT_THAT(notices(), Not(Contains("pki.revocation-unlisted DS-0001")));
    const auto verdict = signing::verifyPath(signer, trust->now(*connection)->at(clock.now()));
    EXPECT_FALSE(verdict.valid);
    EXPECT_EQ(verdict.reasons.front().code, "signing.certificate-revoked"_code);
    EXPECT_TRUE(signing::verifyPath(entry("DS-0002").certificate, trust->now(*connection)->at(clock.now())).valid);
    EXPECT_TRUE(retire("DS-0001")) << "a revoked key is destroyed too";
}

TEST_P(KeyEndingsTest, IssueRevocationListsNeitherTooSeldomNorTooOften) {
    EXPECT_THAT(notices(), Contains("pki.crl-missing!"));
    const auto first = issueList();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->number, 1);
    expectFlawless(first->content, entry("CSCA-0001").certificate.der, "crl");
    clock.advance(47h);
    EXPECT_TRUE(issueList().refusal().has("pki.crl-too-soon"_code));
    EXPECT_TRUE(issueList(91).refusal().has("pki.bad-limit"_code));
    clock.advance(24h * 83);
    EXPECT_THAT(notices(), Contains("pki.crl-due"));
    clock.advance(24h * 6);
    EXPECT_THAT(notices(), Contains("pki.crl-overdue!"));
    EXPECT_EQ(issueList()->number, 2);
    EXPECT_THAT(notices(), Not(Contains("pki.crl-overdue!")));
}

TEST_P(KeyEndingsTest, OneListSpeaksForAllKeysOfTheCountry) {
    standby();
    const auto signer = entry("DS-0001").certificate;
    ASSERT_TRUE(rollOver({"CSCA Guatemala G2", "", {}, ""}));
    ASSERT_TRUE(publish("CSCA-0002"));
    clock.advance(49h);
    ASSERT_TRUE(revoke("DS-0001"));
    const auto list = issueList();
    ASSERT_TRUE(list);
    EXPECT_EQ(list->issuer, "CSCA-0002");
    EXPECT_FALSE(signing::verifyPath(signer, trust->now(*connection)->at(clock.now() + 1s)).valid);
}

/// A house that certifies keys of people.
class CertifierEndingsTest : public KeyHouse {
   protected:
    void SetUp() override {
        KeyHouse::SetUp();
        const auto made = base::expected(foundHouseAuthority(*keys, "Instituto de Prueba", clock.now()), "authority");
        records::Transaction transaction{*connection};
        auto house =
            book.enter(transaction, two(), {CertifiedPurpose::HouseAuthority, made.key, "", made.certificate.der});
        book.activate(transaction, two(), house);
        transaction.commit();
        authority = made;
    }
    CertifierEntry enrolled(const std::string& person) {
        auto author = two();
        author.approver = records::OperatorId{person};
        const auto secret = base::SecretBytes::copyOf("clave de firma larga");
        return base::expected(held([&](auto& transaction) {
                                  return certifiers.enrol(transaction, author,
                                                          {"Instituto de Prueba", person, "Certificadora"}, secret,
                                                          {*keys, authority->key, authority->certificate});
                              }),
                              person);
    }
    base::Outcome end(const CertifierEntry& certifier, CertifierEnding ending) {
        return held(
            [&](auto& transaction) { return certifiers.end(transaction, two(), certifier.entry, ending, "motivo"); });
    }
    signing::RevocationList houseList() {
        const auto issued = held([&](auto& transaction) { return lists->issueHouseLists(transaction, two(), 30); });
        return base::expected(signing::readRevocationList(base::expected(issued, "list").front().content), "list");
    }

    std::optional<CertifiedKey> authority;
    CertifierKeys certifiers{folder.path() / "certifiers", clock, signing::testing::kQuick};
};
TROQUEL_ON_BOTH_ENGINES(CertifierEndingsTest);

TEST_P(CertifierEndingsTest, ListOnlyKeysThatMayBeInOtherHands) {
    const auto left = enrolled("ana"), stolen = enrolled("carla");
    ASSERT_TRUE(end(left, CertifierEnding::Retired));
    ASSERT_TRUE(end(stolen, CertifierEnding::Compromised));
    EXPECT_TRUE(end(left, CertifierEnding::Retired).refusal().has("certifier.unknown"_code));
    EXPECT_TRUE(end(stolen, CertifierEnding::Compromised).refusal().has("certifier.unknown"_code));
    const auto list = houseList();
    EXPECT_TRUE(list.revoked.contains(stolen.certificate.serialNumber));
    EXPECT_FALSE(list.revoked.contains(left.certificate.serialNumber));
    const std::string file = folder.path() / "house.crl";
    base::writeFileDurably(file, list.der);
    const auto told = signing::testing::run("openssl", {"crl", "-inform", "DER", "-noout", "-text", "-in", file});
    EXPECT_THAT(told.output, HasSubstr("Key Compromise"));
}

TEST_P(CertifierEndingsTest, ListAKeyThatTurnsOutToBeCompromisedAfterItsEnd) {
    const auto left = enrolled("ana");
    ASSERT_TRUE(end(left, CertifierEnding::Retired));
    EXPECT_TRUE(houseList().revoked.empty());
    clock.advance(24h);
    ASSERT_TRUE(end(left, CertifierEnding::Compromised));
    EXPECT_FALSE(houseList().revokedBefore(left.certificate.serialNumber, clock.now() - 1h));
    EXPECT_TRUE(houseList().revokedBefore(left.certificate.serialNumber, clock.now()));
}

TEST_P(CertifierEndingsTest, TellOfCompromisedKeysThatNoListNames) {
    EXPECT_THAT(notices(), Contains("pki.house-crl-missing!"));
    const auto left = enrolled("ana"), stolen = enrolled("carla");
    houseList();
    EXPECT_THAT(notices(), Not(Contains("pki.house-crl-missing!")));
    ASSERT_TRUE(end(left, CertifierEnding::Retired));
    ASSERT_TRUE(end(stolen, CertifierEnding::Compromised));
    EXPECT_THAT(notices(), Contains("pki.house-revocation-unlisted " + stolen.entry));
    EXPECT_THAT(notices(), Not(Contains("pki.house-revocation-unlisted " + left.entry)));
    clock.advance(49h);
    EXPECT_THAT(notices(), Contains("pki.house-revocation-unlisted " + stolen.entry + "!"));
    houseList();
    EXPECT_THAT(notices(), Not(Contains("pki.house-revocation-unlisted " + stolen.entry + "!")));
}

TEST_P(CertifierEndingsTest, TellOfAHouseListThatEndsOrHasEnded) {
    houseList();
    EXPECT_THAT(notices(), Not(Contains("pki.house-crl-due")));
    clock.advance(24h * 24);
    EXPECT_THAT(notices(), Contains("pki.house-crl-due"));
    clock.advance(24h * 6);
    EXPECT_THAT(notices(), Contains("pki.house-crl-overdue!"));
}

}  // namespace
}  // namespace issuance
