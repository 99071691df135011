// SPDX-License-Identifier: GPL-3.0-or-later
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

}  // namespace
}  // namespace issuance
