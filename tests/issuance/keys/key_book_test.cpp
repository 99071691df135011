// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issuance/keys/key_house.hpp"

namespace issuance {
namespace {

using testing::ElementsAre;

class KeyBookTest : public KeyHouse {
   protected:
    void expectRefused(const std::string& statement) {
        records::Transaction transaction{*connection};
        try {
            connection->execute(statement);
            ADD_FAILURE() << "allowed: " << statement;
        } catch (const base::Failure& failure) {
            const bool constraint =
                failure.code() == "records.constraint"_code || failure.code() == "records.unique"_code;
            EXPECT_TRUE(constraint) << failure.what();
        }
    }
    void expectAllowed(const std::string& statement) {
        records::Transaction transaction{*connection};
        EXPECT_EQ(connection->execute(statement), 1) << statement;
    }
};
TROQUEL_ON_BOTH_ENGINES(KeyBookTest);

TEST_P(KeyBookTest, KeepsWhatACeremonyMade) {
    SignerRequest request;
    request.documents = 5000;
    request.months = 2;
    const auto made = base::expected(newSigner(request), "signer");
    EXPECT_EQ(made.id, "DS-0001");
    const auto found = entry("DS-0001");
    EXPECT_EQ(found.certificate.der, made.certificate.der);
    EXPECT_EQ(found.issuer, "CSCA-0001");
    EXPECT_EQ(found.mostDocuments, 5000);
    EXPECT_EQ(found.documents, 0);
    EXPECT_EQ(found.state, KeyState::Made);
    EXPECT_FALSE(found.published);
    EXPECT_EQ(base::formatTimestamp(found.use.end), "2027-01-23T09:00:00.000000Z");
    EXPECT_EQ(found.certificate.privateKeyNotAfter, found.use.end);
    EXPECT_EQ(keys->describe(found.key).label, "DS-0001");
    EXPECT_EQ(entry("CSCA-0001").publication, "PKD 2026/117");
    EXPECT_EQ(base::expected(newSigner({}), "signer").id, "DS-0002");
    EXPECT_TRUE(book.find(*connection, "DS-0009").refusal().has("pki.unknown-entry"_code));
}

TEST_P(KeyBookTest, WritesTheJournalOfEveryChange) {
    const auto signer = standby();
    ASSERT_TRUE(retire(standby().id));
    std::vector<std::string> acts;
    for (const auto& row : connection->query(
             "SELECT object_id, act, person, approver FROM journal_entry WHERE object_id LIKE 'DS-%' ORDER BY time, "
             "sequence"))
        acts.push_back(row.text(0) + " " + row.text(1) + " " + row.text(2) + " " + row.text(3));
    EXPECT_THAT(acts, ElementsAre("DS-0001 key.made sofia ana", "DS-0001 key.published sofia ana",
                                  "DS-0001 key.activated sofia ana", "DS-0002 key.made sofia ana",
                                  "DS-0002 key.published sofia ana", "DS-0002 key.retired sofia ana",
                                  "DS-0002 key.destroyed sofia ana"));
}

TEST_P(KeyBookTest, TheDatabaseLetsAKeyGoOnlyStepByStep) {
    const auto made = base::expected(newSigner({}), "signer");
    expectRefused("UPDATE certified_key SET state = 'active' WHERE id = 'DS-0001'");
    expectRefused("UPDATE certified_key SET state = 'published' WHERE id = 'DS-0001'");
    expectRefused("UPDATE certified_key SET state = 'destroyed' WHERE id = 'DS-0001'");
    expectRefused("UPDATE certified_key SET use_until = '2099-01-01T00:00:00.000000Z' WHERE id = 'DS-0001'");
    expectRefused("DELETE FROM certified_key WHERE id = 'DS-0001'");
    expectAllowed("UPDATE certified_key SET state = 'retired' WHERE id = 'DS-0001'");
    EXPECT_EQ(stateOf(publish(made.id)->id), "active");
    expectRefused("UPDATE certified_key SET publication = 'otra' WHERE id = 'DS-0001'");
    standby();
    expectRefused("UPDATE certified_key SET state = 'active' WHERE id = 'DS-0002'");
    expectAllowed("UPDATE certified_key SET state = 'retired' WHERE id = 'DS-0001'");
    records::Transaction transaction{*connection};
    auto signer = entry("DS-0001");
    book.retire(transaction, two(), signer, "fin");
    EXPECT_THROW(connection->execute("UPDATE certified_key SET state = 'destroyed' WHERE id = 'DS-0001'"),
                 base::Failure)
        << "without proof";
}

TEST_P(KeyBookTest, TheDatabaseKeepsTheCountOfASigner) {
    SignerRequest request;
    request.documents = 2;
    standby(request);
    standby();
    expectRefused("UPDATE signer_use SET documents = 2 WHERE signer = 'DS-0001'");
    expectRefused("UPDATE signer_use SET most_documents = 3 WHERE signer = 'DS-0001'");
    expectRefused("UPDATE signer_use SET documents = documents + 1 WHERE signer = 'DS-0002'");
    expectRefused("DELETE FROM signer_use WHERE signer = 'DS-0001'");
    expectAllowed("UPDATE signer_use SET documents = documents + 1 WHERE signer = 'DS-0001'");
    ASSERT_TRUE(held([&](auto& tx) { return book.countDocument(tx, "DS-0001"); }));
    ASSERT_TRUE(held([&](auto& tx) { return book.countDocument(tx, "DS-0001"); }));
    EXPECT_FALSE(held([&](auto& tx) { return book.countDocument(tx, "DS-0001"); }));
    expectRefused("UPDATE signer_use SET documents = documents + 1 WHERE signer = 'DS-0001'");
}

TEST_P(KeyBookTest, TheDatabaseRevokesNoKeyInUseAndTakesNothingBack) {
    standby();
    expectRefused(
        "INSERT INTO certificate_revocation (certified_key, time, person, second, reason) VALUES ('DS-0001', 't', 'a', "
        "'b', 'r')");
    expectRefused(
        "INSERT INTO certificate_revocation (certified_key, time, person, second, reason) VALUES ('CSCA-0001', 't', "
        "'a', 'b', 'r')");
    ASSERT_TRUE(revoke("DS-0001"));
    if (GetParam() == records::Engine::Postgresql) return;  // there the program's role may not even try
    expectRefused("DELETE FROM certificate_revocation");
    expectRefused("UPDATE certificate_revocation SET reason = 'otra'");
}

}  // namespace
}  // namespace issuance
