// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "base/files.hpp"
#include "tests/issuance/keys/key_house.hpp"

namespace issuance {
namespace {

using signing::testing::run;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CeremoniesTest : public KeyHouse {
   protected:
    std::string write(const std::string& name, base::BytesView content) {
        const auto path = folder.path() / name;
        base::writeFileDurably(path, content);
        return path.string();
    }
    std::string writePem(const std::string& name, const KeyEntry& entry) {
        return write(name, base::bytesOf(signing::pemOfCertificate(entry.certificate.der)));
    }
    static SignerRequest requestFor(CertifiedPurpose purpose) {
        SignerRequest request;
        request.purpose = purpose;
        if (purpose == CertifiedPurpose::SealSigner) request.code = "01";
        return request;
    }
};
TROQUEL_ON_BOTH_ENGINES(CeremoniesTest);

TEST_P(CeremoniesTest, TakeTwoPeople) {
    auto alone = two();
    alone.approver.reset();
    auto same = two();
    same.approver = same.person;
    const auto codes = [&](const records::Author& author) {
        std::vector<std::string> refused;
        const auto note = [&](const auto& result) {
            refused.push_back(result ? "done" : result.refusal().first().code.name());
        };
        records::Transaction transaction{*connection};
        note(ceremonies->newCsca(transaction, author, {"", "", {}, "razón"}));
        note(ceremonies->rollOver(transaction, author, {}));
        note(ceremonies->newSigner(transaction, author, {}));
        note(ceremonies->publish(transaction, author, "CSCA-0001", "r"));
        note(endings->revoke(transaction, author, "CSCA-0001", "r"));
        note(lists->issueRevocationList(transaction, author, 90));
        note(lists->issueMasterList(transaction, author, {}));
        note(endings->retire(*connection, author, "CSCA-0001", "r"));
        note(endings->discard(*connection, author, signing::KeyId{"x"}));
        return refused;
    };
    EXPECT_THAT(codes(alone), testing::Each("people.second-person-missing"));
    EXPECT_THAT(codes(same), testing::Each("people.same-person"));
    EXPECT_EQ(keys->keys().size(), 1U);
}

TEST_P(CeremoniesTest, MakeSignersThatDeviateInNothing) {
    const auto csca = entry("CSCA-0001").certificate.der;
    expectFlawless(csca, csca, "csca");
    const std::pair<CertifiedPurpose, const char*> kinds[] = {
        {CertifiedPurpose::DocumentSigner, "document-signer"},
        {CertifiedPurpose::MasterListSigner, "master-list-signer"},
        {CertifiedPurpose::SealSigner, "bar-code-signer"}};
    for (const auto& [purpose, kind] : kinds) {
        const auto made = newSigner(requestFor(purpose));
        ASSERT_TRUE(made) << kind;
        expectFlawless(made->certificate.der, csca, kind);
        EXPECT_EQ(keys->describe(made->key).purpose, keyPurposeOf(purpose));
    }
}

TEST_P(CeremoniesTest, RollOverToAKeyThatTheOldOneLinksTo) {
    const auto made = rollOver();
    ASSERT_TRUE(made);
    ASSERT_EQ(made->size(), 2U);
    const auto root = entry("CSCA-0002"), link = entry("LINK-0001"), old = entry("CSCA-0001");
    expectFlawless(root.certificate.der, root.certificate.der, "csca");
    expectFlawless(link.certificate.der, old.certificate.der, "csca-link");
    EXPECT_EQ(link.key, root.key);
    EXPECT_EQ(link.certificate.publicKey, root.certificate.publicKey);
    EXPECT_EQ(link.issuer, "CSCA-0001");
    EXPECT_EQ(link.certificate.subject, old.certificate.subject);
    const auto text =
        run("openssl", {"x509", "-inform", "DER", "-in", write("link", link.certificate.der), "-noout", "-text"});
    EXPECT_THAT(text.output, testing::Not(HasSubstr("2.23.136.1.1.6.1"))) << "no name changed";
}

TEST_P(CeremoniesTest, RollOverUnderANewNameAndSaySo) {
    ASSERT_TRUE(rollOver({"CSCA Guatemala G2", "pki@example.gt", {}, ""}));
    const auto root = entry("CSCA-0002"), link = entry("LINK-0001"), old = entry("CSCA-0001");
    expectFlawless(root.certificate.der, root.certificate.der, "csca");
    expectFlawless(link.certificate.der, old.certificate.der, "csca-link");
    EXPECT_EQ(link.certificate.subject, root.certificate.subject);
    EXPECT_EQ(link.certificate.issuer, old.certificate.subject);
    const auto text =
        run("openssl", {"x509", "-inform", "DER", "-in", write("link", link.certificate.der), "-noout", "-text"});
    EXPECT_THAT(text.output, HasSubstr("2.23.136.1.1.6.1"));
    EXPECT_THAT(text.output, HasSubstr("email:pki@example.gt"));
}

TEST_P(CeremoniesTest, UseANewCountrySignerOnlyTwoDaysAfterItsPublication) {
    ASSERT_TRUE(rollOver());
    EXPECT_EQ(newSigner({})->issuer, "CSCA-0001");
    ASSERT_TRUE(publish("CSCA-0002"));
    EXPECT_EQ(stateOf("CSCA-0002"), "published");
    EXPECT_EQ(stateOf("LINK-0001"), "published") << "the link goes with it";
    clock.advance(47h);
    EXPECT_EQ(newSigner({})->issuer, "CSCA-0001");
    EXPECT_EQ(issueList()->issuer, "CSCA-0001");
    clock.advance(49h);
    EXPECT_EQ(newSigner({})->issuer, "CSCA-0002");
    EXPECT_EQ(issueList()->issuer, "CSCA-0002") << "always the newest key";
    EXPECT_EQ(stateOf("CSCA-0002"), "active");
    EXPECT_EQ(stateOf("CSCA-0001"), "retired");
    EXPECT_TRUE(retire("CSCA-0001"));
}

TEST_P(CeremoniesTest, MakeACountrySignerWithoutALinkWhereTheOldKeyIsLost) {
    const auto make = [&](const std::string& reason) {
        return held([&](auto& tx) { return ceremonies->newCsca(tx, two(), {"", "", {}, reason}); });
    };
    EXPECT_TRUE(make("").refusal().has("pki.reason-missing"_code));
    const auto made = make("el dispositivo se perdió");
    ASSERT_TRUE(made);
    expectFlawless(made->certificate.der, made->certificate.der, "csca");
    EXPECT_EQ(made->certificate.subject, entry("CSCA-0001").certificate.subject);
    EXPECT_TRUE(book.ofPurpose(*connection, CertifiedPurpose::CscaLink).empty());
}

TEST_P(CeremoniesTest, NeverGoBackToACountrySignerThatWasPassedOver) {
    for (const char* id : {"CSCA-0002", "CSCA-0003"}) {
        ASSERT_TRUE(held([&](auto& tx) { return ceremonies->newCsca(tx, two(), {"", "", {}, "prueba"}); }));
        ASSERT_TRUE(publish(id));
    }
    clock.advance(49h);
    for (int i = 0; i < 2; ++i) EXPECT_EQ(newSigner({})->issuer, "CSCA-0003");
    EXPECT_EQ(stateOf("CSCA-0002"), "published");
    EXPECT_TRUE(retire("CSCA-0003").refusal().has("pki.still-needed"_code));
    EXPECT_TRUE(retire("CSCA-0002"));
}

TEST_P(CeremoniesTest, HoldNoSecondRollOverWhileTheFirstWaits) {
    ASSERT_TRUE(rollOver());
    EXPECT_TRUE(rollOver().refusal().has("pki.successor-waits"_code));
}

TEST_P(CeremoniesTest, PublishInOrder) {
    ASSERT_TRUE(rollOver());
    EXPECT_TRUE(publish("LINK-0001").refusal().has("pki.not-for-publication"_code));
    EXPECT_TRUE(publish("CSCA-0001").refusal().has("pki.wrong-state"_code));
    EXPECT_TRUE(publish("DS-0001").refusal().has("pki.unknown-entry"_code));
    EXPECT_TRUE(held([&](auto& tx) { return ceremonies->publish(tx, two(), "CSCA-0002", ""); })
                    .refusal()
                    .has("pki.reason-missing"_code));
}

TEST_P(CeremoniesTest, RefuseLimitsBeyondTheProfile) {
    SignerRequest request;
    request.months = 4;
    request.documents = 0;
    const auto refused = newSigner(request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().faults().size(), 2U);
    EXPECT_TRUE(refused.refusal().has("pki.bad-limit"_code));
    request = requestFor(CertifiedPurpose::Csca);
    EXPECT_TRUE(newSigner(request).refusal().has("pki.not-a-signer"_code));
    request = requestFor(CertifiedPurpose::SealSigner);
    request.code = "x";
    EXPECT_TRUE(newSigner(request).refusal().has("signing.profile-refused"_code));
    EXPECT_THAT(orphans(*keys, book, *connection), IsEmpty()) << "the key that was made for it is gone again";
}

TEST_P(CeremoniesTest, MakeFiveSealSignersAYear) {
    const auto request = requestFor(CertifiedPurpose::SealSigner);
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(newSigner(request));
    EXPECT_TRUE(newSigner(request).refusal().has("pki.too-many-seal-signers"_code));
    clock.advance(24h * 366);
    EXPECT_TRUE(newSigner(request));
}

TEST_P(CeremoniesTest, FollowOneAnother) {
    std::atomic<int> made = 0;
    std::vector<std::thread> rooms;
    for (int room = 0; room < 3; ++room)
        rooms.emplace_back([&] {
            const auto own = database().connect();
            for (int i = 0; i < 4; ++i) {
                records::Transaction transaction{*own};
                if (!ceremonies->newSigner(transaction, two(), {})) continue;
                transaction.commit();
                ++made;
            }
        });
    for (auto& room : rooms) room.join();
    EXPECT_EQ(made, 12);
    EXPECT_EQ(entry("DS-0012").number, 12);
    EXPECT_THAT(orphans(*keys, book, *connection), IsEmpty());
}

TEST_P(CeremoniesTest, BeginAKeysPeriodWhenTheOneBeforeEnds) {
    const auto first = standby();
    SignerRequest request;
    request.from = first.use.end;
    const auto second = newSigner(request);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->use.begin, first.use.end);
    EXPECT_EQ(base::formatTimestamp(second->use.end), "2027-05-23T09:00:00.000000Z");
    expectFlawless(second->certificate.der, entry("CSCA-0001").certificate.der, "document-signer");
}

// OpenSSL follows no path over spelled-out curves (openssl issue 20119), so that its word on paths is asked for RSA.
TEST_P(CeremoniesTest, OpenSslAcceptsPathsAndLists) {
    ASSERT_TRUE(rollOver({"CSCA Guatemala G2", "", signing::KeyAlgorithm::Rsa3072Pkcs1, ""}));
    ASSERT_TRUE(publish("CSCA-0002"));
    clock.advance(49h);
    SignerRequest request;
    request.algorithm = signing::KeyAlgorithm::Rsa3072Pkcs1;
    const auto good = standby(request), bad = standby(request);
    const auto csca = writePem("csca.pem", entry("CSCA-0002"));
    const auto moment =
        std::to_string(std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count());
    ASSERT_TRUE(revoke(bad.id));
    const auto list = issueList();
    ASSERT_TRUE(list);
    expectFlawless(list->content, entry("CSCA-0002").certificate.der, "crl");
    const auto crl = write("list.crl", list->content);
    const auto read = run("openssl", {"crl", "-inform", "DER", "-in", crl, "-CAfile", csca, "-out", crl + ".pem"});
    EXPECT_EQ(read.exitCode, 0);
    EXPECT_THAT(read.output, HasSubstr("verify OK"));
    const auto verified = [&](const KeyEntry& signer) {
        return run("openssl", {"verify", "-attime", moment, "-crl_check", "-CRLfile", crl + ".pem", "-CAfile", csca,
                               writePem("ds.pem", signer)});
    };
    EXPECT_EQ(verified(good).exitCode, 0) << verified(good).output;
    EXPECT_THAT(verified(bad).output, HasSubstr("certificate revoked"));
}

TEST_P(CeremoniesTest, RenewTheSignerOfActsAtOnce) {
    EXPECT_TRUE(newSigner(requestFor(CertifiedPurpose::ActSigner)).refusal().has("pki.no-house-authority"_code));
}

/// A store whose process dies as soon as a key was made.
class DyingStore final : public signing::KeyStore {
   public:
    explicit DyingStore(signing::KeyStore& keys) : m_keys(keys) {}
    signing::KeyId generate(signing::KeyPurpose purpose, signing::KeyAlgorithm algorithm,
                            std::string_view label) override {
        m_keys.generate(purpose, algorithm, label);
        ::_exit(42);
    }
    [[nodiscard]] signing::KeyDescription describe(const signing::KeyId& id) const override {
        return m_keys.describe(id);
    }
    [[nodiscard]] std::vector<signing::KeyDescription> keys() const override { return m_keys.keys(); }
    [[nodiscard]] base::Bytes publicKey(const signing::KeyId& id, signing::CurveForm form) const override {
        return m_keys.publicKey(id, form);
    }
    [[nodiscard]] base::Bytes sign(const signing::KeyId& id, base::DigestAlgorithm digest,
                                   base::BytesView message) const override {
        return m_keys.sign(id, digest, message);
    }
    [[nodiscard]] base::Bytes wrap(const signing::KeyId& id, const base::SecretBytes& secret,
                                   base::BytesView associated) const override {
        return m_keys.wrap(id, secret, associated);
    }
    [[nodiscard]] base::Result<base::SecretBytes> unwrap(const signing::KeyId& id, base::BytesView wrapped,
                                                         base::BytesView associated) const override {
        return m_keys.unwrap(id, wrapped, associated);
    }
    void destroy(const signing::KeyId& id) override {
        m_keys.destroy(id);
        ::_exit(43);
    }

   private:
    signing::KeyStore& m_keys;
};

class KilledCeremony : public CeremoniesTest {
   protected:
    /// Holds a ceremony in a process that dies in the midst of it; says with which code.
    int heldInADyingProcess(const std::function<void(signing::KeyStore&, records::Connection&)>& ceremony) {
        connection.reset();
        const pid_t child = ::fork();
        if (child == 0) {
            DyingStore dying{*keys};
            const auto own = records::Database::open(migrated().address())->connect();
            ceremony(dying, *own);
            ::_exit(0);
        }
        int status = 0;
        EXPECT_EQ(::waitpid(child, &status, 0), child);
        connection = database().connect();
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};
TROQUEL_ON_BOTH_ENGINES(KilledCeremony);

TEST_P(KilledCeremony, LeavesAKeyThatIsFoundNeverUsedAndDestroyed) {
    EXPECT_EQ(heldInADyingProcess([&](auto& dying, auto& own) {
                  records::Transaction transaction{own};
                  (void)Ceremonies{dying, book, clock}.rollOver(transaction, two(), {});
              }),
              42);
    EXPECT_EQ(book.all(*connection).size(), 1U);
    const auto left = orphans(*keys, book, *connection);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_THAT(notices(), testing::Contains("pki.key-orphan!"));
    ASSERT_TRUE(rollOver());
    EXPECT_NE(entry("CSCA-0002").key, left.front().id);
    EXPECT_TRUE(endings->discard(*connection, two(), entry("CSCA-0002").key).refusal().has("pki.key-in-book"_code));
    const auto end = endings->discard(*connection, two(), left.front().id);
    ASSERT_TRUE(end);
    EXPECT_THAT(end->proof, HasSubstr("destroyed"));
    EXPECT_THAT(orphans(*keys, book, *connection), IsEmpty());
    EXPECT_TRUE(endings->discard(*connection, two(), left.front().id).refusal().has("pki.unknown-key"_code));
}

TEST_P(KilledCeremony, ThatDestroyedAKeyIsHeldAgain) {
    standby();
    standby();
    EXPECT_EQ(heldInADyingProcess([&](auto& dying, auto& own) {
                  (void)KeyEndings{dying, book, clock}.retire(own, two(), "DS-0001", "fin");
              }),
              43);
    EXPECT_EQ(stateOf("DS-0001"), "retired") << "out of use before it was touched";
    EXPECT_EQ(stateOf("DS-0002"), "active");
    EXPECT_THAT(notices(), testing::Contains("pki.key-not-in-store DS-0001!"));
    const auto end = retire("DS-0001");
    ASSERT_TRUE(end);
    EXPECT_THAT(end->proof, HasSubstr("found gone"));
    EXPECT_EQ(stateOf("DS-0001"), "destroyed");
    EXPECT_THAT(notices(), testing::Not(testing::Contains("pki.key-not-in-store DS-0001!")));
}

}  // namespace
}  // namespace issuance
