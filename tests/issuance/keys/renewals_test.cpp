// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certifier_keys.hpp"
#include "issuance/signature/house_authority.hpp"
#include "signing/certificates/path.hpp"
#include "signing/certificates/revocation_list.hpp"
#include "tests/issuance/keys/key_house.hpp"

namespace issuance {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr auto kYear = std::chrono::days{365};

/// A house with the keys that it certifies for itself.
class RenewalsTest : public KeyHouse {
   protected:
    void SetUp() override {
        KeyHouse::SetUp();
        const auto house = base::expected(foundHouseAuthority(*keys, "Instituto de Prueba", clock.now()), "authority");
        const auto rootKey = make(signing::KeyPurpose::OperationalRoot);
        const auto journalKey = make(signing::KeyPurpose::JournalCheckpoint);
        const signing::Period period{clock.now() - 1h, clock.now() + 5 * kYear};
        const auto root = base::expected(
            signing::makeOperationalRoot(*keys, rootKey, {name("Operational root"), "", period}), "root");
        const signing::Authority authority{*keys, rootKey, base::expected(signing::readCertificate(root), "root")};
        const auto journal = base::expected(
            signing::makeCheckpointSigner(authority, journalKey, {name("Journal"), "", period}), "journal");
        enter({CertifiedPurpose::HouseAuthority, house.key, "", house.certificate.der});
        enter({CertifiedPurpose::OperationalRoot, rootKey, "", root});
        enter({CertifiedPurpose::JournalCheckpoint, journalKey, "ROOT-0001", journal});
    }
    static signing::DistinguishedName name(const std::string& commonName) {
        return {"GT", "Instituto de Prueba", "Operations", commonName};
    }
    signing::KeyId make(signing::KeyPurpose purpose) {
        return keys->generate(purpose, signing::KeyAlgorithm::EcdsaP256, signing::nameOf(purpose));
    }
    void enter(const NewKeyEntry& made) {
        records::Transaction transaction{*connection};
        auto entered = book.enter(transaction, two(), made);
        book.activate(transaction, two(), entered);
        transaction.commit();
    }
    base::Result<KeyEntry> renew(CertifiedPurpose purpose, const records::Author& author = two()) {
        return held([&](auto& transaction) { return ceremonies->renew(transaction, author, purpose); });
    }
    KeyEntry renewed(CertifiedPurpose purpose) { return base::expected(renew(purpose), std::string{nameOf(purpose)}); }
    CertifierEntry enrolled(const std::string& person) {
        auto author = two();
        author.approver = records::OperatorId{person};
        const auto secret = base::SecretBytes::copyOf("clave de firma larga");
        const auto authority = book.active(*connection, CertifiedPurpose::HouseAuthority).value();
        return base::expected(held([&](auto& transaction) {
                                  return certifiers.enrol(transaction, author,
                                                          {"Instituto de Prueba", person, "Certificadora"}, secret,
                                                          {*keys, authority.key, authority.certificate});
                              }),
                              person);
    }
    std::vector<IssuedRevocationList> houseLists() {
        return base::expected(held([&](auto& transaction) { return lists->issueHouseLists(transaction, two(), 90); }),
                              "lists");
    }
    static bool names(const IssuedRevocationList& list, const signing::Certificate& certificate) {
        return base::expected(signing::readRevocationList(list.content), "list")
            .revoked.contains(certificate.serialNumber);
    }

    CertifierKeys certifiers{folder.path() / "certifiers", clock, signing::testing::kQuick};
};
TROQUEL_ON_BOTH_ENGINES(RenewalsTest);

TEST_P(RenewalsTest, GiveEachAuthorityANameOfItsOwn) {
    EXPECT_THAT(renewed(CertifiedPurpose::HouseAuthority).certificate.subjectText(), HasSubstr("CN=House CA 2"));
    EXPECT_THAT(renewed(CertifiedPurpose::HouseAuthority).certificate.subjectText(), HasSubstr("CN=House CA 3"));
    EXPECT_THAT(renewed(CertifiedPurpose::OperationalRoot).certificate.subjectText(),
                HasSubstr("CN=Operational root 2"));
    EXPECT_THAT(renewed(CertifiedPurpose::JournalCheckpoint).certificate.subjectText(), HasSubstr("CN=Journal 2"));
    EXPECT_EQ(stateOf("HOUSE-0001"), "retired");
    EXPECT_EQ(stateOf("HOUSE-0002"), "retired");
    EXPECT_EQ(stateOf("HOUSE-0003"), "active");
    EXPECT_EQ(entry("JOURNAL-0002").issuer, "ROOT-0002");
    const std::vector anchors{entry("ROOT-0002").certificate};
    EXPECT_TRUE(signing::verifyPath(entry("JOURNAL-0002").certificate, {anchors, clock.now()}).valid);
}

TEST_P(RenewalsTest, TakeTwoPeopleAndWhatIsRenewable) {
    EXPECT_TRUE(renew(CertifiedPurpose::HouseAuthority, line()).refusal().has("people.second-person-missing"_code));
    EXPECT_TRUE(renew(CertifiedPurpose::Csca).refusal().has("pki.not-renewable"_code));
    EXPECT_TRUE(renew(CertifiedPurpose::ActSigner).refusal().has("pki.not-renewable"_code));
    EXPECT_EQ(stateOf("HOUSE-0001"), "active");
    EXPECT_THAT(orphans(*keys, book, *connection), IsEmpty());
}

TEST_P(RenewalsTest, LeaveTheListOfAnAuthorityAsLongAsSomethingUnderItIsInForce) {
    const auto before = enrolled("ana");
    renewed(CertifiedPurpose::HouseAuthority);
    const auto after = enrolled("carla");
    for (const auto& each : {before, after})
        ASSERT_TRUE(held([&](auto& transaction) {
            return certifiers.end(transaction, two(), each.entry, CertifierEnding::Compromised, "robo");
        }));
    EXPECT_THAT(notices(), Contains("pki.house-crl-missing!"));
    const auto both = houseLists();
    ASSERT_THAT(both, SizeIs(2));
    EXPECT_EQ(both[0].issuer, "HOUSE-0002");
    EXPECT_EQ(both[1].issuer, "HOUSE-0001");
    EXPECT_TRUE(names(both[0], after.certificate) && !names(both[0], before.certificate));
    EXPECT_TRUE(names(both[1], before.certificate) && !names(both[1], after.certificate));
    for (const auto& list : both)
        EXPECT_TRUE(signing::issuedBy(base::expected(signing::readRevocationList(list.content), "list"),
                                      entry(list.issuer).certificate));
    EXPECT_THAT(notices(), Not(Contains("pki.key-not-destroyed HOUSE-0001")));
    EXPECT_TRUE(retire("HOUSE-0001").refusal().has("pki.authority-needed"_code));
    EXPECT_TRUE(retire("HOUSE-0002").refusal().has("pki.renew-first"_code));
    clock.advance(2 * kYear);
    EXPECT_THAT(houseLists(), SizeIs(1)) << "nothing under the first one is in force any more";
    EXPECT_THAT(notices(), Contains("pki.key-not-destroyed HOUSE-0001"));
    const auto ended = retire("HOUSE-0001");
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->successor, "HOUSE-0002");
    EXPECT_EQ(stateOf("HOUSE-0001"), "destroyed");
    EXPECT_THAT(lists->lastHouseLists(*connection), SizeIs(2)) << "the last list of each is kept";
}

TEST_P(RenewalsTest, AreAskedForInTime) {
    const auto due = [&](const std::string& entry) { return Contains("pki.renewal-due " + entry); };
    EXPECT_THAT(notices(), Not(Contains(HasSubstr("pki.renewal"))));
    clock.advance(5 * kYear - std::chrono::days{170});
    EXPECT_THAT(notices(), due("ROOT-0001 operational-root"));
    EXPECT_THAT(notices(), Not(due("JOURNAL-0001 journal-checkpoint")));
    EXPECT_TRUE(renew(CertifiedPurpose::JournalCheckpoint).refusal().has("pki.renew-first"_code));
    renewed(CertifiedPurpose::OperationalRoot);
    clock.advance(std::chrono::days{60});
    EXPECT_THAT(notices(), due("JOURNAL-0001 journal-checkpoint"));
    clock.advance(std::chrono::days{120});
    EXPECT_THAT(notices(), Contains("pki.renewal-overdue JOURNAL-0001 journal-checkpoint!"));
    renewed(CertifiedPurpose::JournalCheckpoint);
    EXPECT_THAT(notices(), Not(Contains(HasSubstr("pki.renewal"))));
    clock.advance(3 * kYear);
    EXPECT_THAT(notices(), due("HOUSE-0001 house-authority"));
    renewed(CertifiedPurpose::HouseAuthority);
    EXPECT_THAT(notices(), Not(due("HOUSE-0001 house-authority")));
}

TEST_P(RenewalsTest, LetKeysBeDestroyedThatNobodyAsksAnyMore) {
    renewed(CertifiedPurpose::OperationalRoot);
    renewed(CertifiedPurpose::JournalCheckpoint);
    EXPECT_THAT(notices(), Contains("pki.key-not-destroyed JOURNAL-0001"));
    EXPECT_TRUE(retire("JOURNAL-0001"));
    EXPECT_TRUE(retire("ROOT-0001"));
    EXPECT_TRUE(retire("JOURNAL-0002").refusal().has("pki.renew-first"_code));
    EXPECT_TRUE(revoke("JOURNAL-0002").refusal().has("pki.not-revocable"_code));
}

}  // namespace
}  // namespace issuance
