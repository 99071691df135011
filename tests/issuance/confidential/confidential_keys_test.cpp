// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/confidential/confidential_keys.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "base/failure.hpp"
#include "inventory/migrations.hpp"
#include "issuance/migrations.hpp"
#include "tests/signing/house.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A store that at some time destroys nothing: as where the process ends just before.
class StoreThatFails : public signing::KeyStore {
   public:
    explicit StoreThatFails(signing::KeyStore& store) : m_store(store) {}
    bool destroysNothing = false;

    signing::KeyId generate(signing::KeyPurpose purpose, signing::KeyAlgorithm algorithm,
                            std::string_view label) override {
        return m_store.generate(purpose, algorithm, label);
    }
    [[nodiscard]] signing::KeyDescription describe(const signing::KeyId& id) const override {
        return m_store.describe(id);
    }
    [[nodiscard]] std::vector<signing::KeyDescription> keys() const override { return m_store.keys(); }
    [[nodiscard]] base::Bytes publicKey(const signing::KeyId& id, signing::CurveForm form) const override {
        return m_store.publicKey(id, form);
    }
    [[nodiscard]] base::Bytes sign(const signing::KeyId& id, base::DigestAlgorithm digest,
                                   base::BytesView message) const override {
        return m_store.sign(id, digest, message);
    }
    [[nodiscard]] base::Bytes wrap(const signing::KeyId& id, const base::SecretBytes& secret,
                                   base::BytesView associated) const override {
        return m_store.wrap(id, secret, associated);
    }
    [[nodiscard]] base::Result<base::SecretBytes> unwrap(const signing::KeyId& id, base::BytesView wrapped,
                                                         base::BytesView associated) const override {
        return m_store.unwrap(id, wrapped, associated);
    }
    void destroy(const signing::KeyId& id) override {
        if (destroysNothing) throw base::Failure{"signing.key-missing"_code, base::NextStep::CallSupervisor, "test"};
        m_store.destroy(id);
    }

   private:
    signing::KeyStore& m_store;
};

class ConfidentialKeysTest : public support::EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        m_connection = database().connect();
    }
    void TearDown() override {
        m_connection.reset();
        EngineTest::TearDown();
    }
    std::vector<records::MigrationSet> sets() const override {
        return {records::migrations(), inventory::migrations(), migrations()};
    }
    static records::Author officer() {
        return {records::OperatorId{"sergio"}, records::WorkstationId{"desk-1"}, records::OperatorId{"ana"}};
    }
    static std::string subject(int number) { return "order/2026-" + std::to_string(1000 + number); }
    /// Seals something for so many subjects.
    void fill(int count) {
        for (int number = 0; number < count; ++number) {
            records::Transaction transaction{*m_connection};
            const auto key = m_confidential.begin(transaction, officer(), subject(number));
            m_sealed.push_back(key.sealText("holder " + std::to_string(number), subject(number)));
            transaction.commit();
        }
    }
    void expectAllOpen() {
        for (int number = 0; number < std::ssize(m_sealed); ++number) {
            const auto key = m_confidential.find(*m_connection, subject(number));
            ASSERT_TRUE(key) << number;
            EXPECT_EQ(key->openText(m_sealed[static_cast<std::size_t>(number)], subject(number)),
                      "holder " + std::to_string(number));
        }
    }
    std::vector<std::string> wrappingKeys() {
        std::vector<std::string> labels;
        for (const auto& key : m_house.keys->keys())
            if (key.purpose == signing::KeyPurpose::Wrapping) labels.push_back(key.label);
        return labels;
    }
    std::int64_t journalled(const std::string& act) {
        return m_connection->queryOne("SELECT COUNT(*) FROM journal_entry WHERE act = ?1", {act})->integer(0);
    }

    signing::testing::House m_house;
    StoreThatFails m_store{*m_house.keys};
    ConfidentialKeys m_confidential{m_store, m_house.clock};
    std::unique_ptr<records::Connection> m_connection;
    std::vector<std::string> m_sealed;
};
TROQUEL_ON_BOTH_ENGINES(ConfidentialKeysTest);

TEST_P(ConfidentialKeysTest, MakeTheFirstVersionWithTheFirstSubject) {
    EXPECT_THAT(m_confidential.versions(*m_connection), IsEmpty());
    EXPECT_FALSE(m_confidential.find(*m_connection, subject(0)));
    fill(3);
    const auto versions = m_confidential.versions(*m_connection);
    ASSERT_THAT(versions, SizeIs(1));
    EXPECT_EQ(versions.front().version, 1);
    EXPECT_EQ(versions.front().subjects, 3);
    EXPECT_EQ(versions.front().madeBy, "sergio");
    EXPECT_THAT(wrappingKeys(), ElementsAre("confidential 1"));
    EXPECT_EQ(journalled("confidential.key"), 1);
    expectAllOpen();
}

TEST_P(ConfidentialKeysTest, UseTheKeyOfAVersionWhoseTransactionWasLost) {
    {
        records::Transaction lost{*m_connection};
        (void)m_confidential.begin(lost, officer(), subject(0));
    }
    EXPECT_THAT(m_confidential.versions(*m_connection), IsEmpty());
    fill(1);
    EXPECT_THAT(wrappingKeys(), ElementsAre("confidential 1"));
    expectAllOpen();
}

TEST_P(ConfidentialKeysTest, KeepEachSubjectItsOwnKey) {
    fill(2);
    const auto other = m_confidential.find(*m_connection, subject(1));
    EXPECT_THROW((void)other->openText(m_sealed[0], subject(0)), base::Failure);
    // A wrapped key that is put in the place of another does not unwrap there.
    m_connection->execute(
        "UPDATE confidential_subject SET wrapped = (SELECT o.wrapped FROM confidential_subject o WHERE o.subject = ?2) "
        "WHERE subject = ?1",
        {subject(0), subject(1)});
    EXPECT_THROW((void)m_confidential.find(*m_connection, subject(0)), base::Failure);
}

TEST_P(ConfidentialKeysTest, RotateAndMakeAnEndOfTheVersionBefore) {
    fill(5);
    const auto rotated = m_confidential.rotate(*m_connection, officer());
    EXPECT_EQ(rotated.version, 2);
    EXPECT_EQ(rotated.subjects, 5);
    EXPECT_THAT(rotated.destroyed, ElementsAre(1));
    EXPECT_THAT(wrappingKeys(), ElementsAre("confidential 2"));
    expectAllOpen();
    fill(0);
    const auto versions = m_confidential.versions(*m_connection);
    ASSERT_THAT(versions, SizeIs(2));
    EXPECT_EQ(versions[0].subjects, 5);
    EXPECT_FALSE(versions[1].destroyedAt.empty());
    EXPECT_EQ(journalled("confidential.key-end"), 1);
}

TEST_P(ConfidentialKeysTest, RotateInPortionsAndGoOnWhereOneWasBrokenOff) {
    constexpr int kMany = 450;
    fill(kMany);
    struct BrokenOff {};
    EXPECT_THROW((void)m_confidential.rotate(*m_connection, officer(), [](std::int64_t) { throw BrokenOff{}; }),
                 BrokenOff);
    auto versions = m_confidential.versions(*m_connection);
    ASSERT_THAT(versions, SizeIs(2));
    EXPECT_GT(versions[0].subjects, 0);
    EXPECT_GT(versions[1].subjects, 0);
    expectAllOpen();
    // What begins meanwhile begins under the new version.
    records::Transaction transaction{*m_connection};
    (void)m_confidential.begin(transaction, officer(), "order/meanwhile");
    transaction.commit();
    const auto rotated = m_confidential.rotate(*m_connection, officer());
    EXPECT_EQ(rotated.version, 2);
    EXPECT_EQ(rotated.subjects, versions[1].subjects);
    EXPECT_THAT(wrappingKeys(), ElementsAre("confidential 2"));
    expectAllOpen();
}

TEST_P(ConfidentialKeysTest, DestroyWithTheNextRotationWhatWasNotDestroyed) {
    fill(2);
    m_store.destroysNothing = true;
    EXPECT_THROW((void)m_confidential.rotate(*m_connection, officer()), base::Failure);
    EXPECT_THAT(wrappingKeys(), testing::UnorderedElementsAre("confidential 1", "confidential 2"));
    expectAllOpen();
    m_store.destroysNothing = false;
    (void)m_confidential.rotate(*m_connection, officer());
    EXPECT_THAT(wrappingKeys(), ElementsAre("confidential 3"));
    expectAllOpen();
}

TEST_P(ConfidentialKeysTest, AreReadWhileTheyRotate) {
    fill(8);
    std::atomic<bool> ended{false};
    std::atomic<int> readings{0};
    std::vector<std::thread> readers;
    for (int each = 0; each < 2; ++each)
        readers.emplace_back([&] {
            const auto connection = database().connect();
            while (!ended) {
                for (int number = 0; number < std::ssize(m_sealed); ++number) {
                    const auto key = m_confidential.find(*connection, subject(number));
                    if (!key || key->openText(m_sealed[static_cast<std::size_t>(number)], subject(number)) !=
                                    "holder " + std::to_string(number))
                        return;
                    ++readings;
                }
            }
        });
    constexpr int kRotations = 6;
    std::string failed;
    try {
        for (int each = 0; each < kRotations; ++each) (void)m_confidential.rotate(*m_connection, officer());
    } catch (const base::Failure& failure) {
        failed = failure.what();
    }
    const int before = readings;
    while (readings < before + 8 * 2 && failed.empty()) std::this_thread::yield();
    ended = true;
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(failed, "");
    EXPECT_EQ(m_confidential.versions(*m_connection).front().version, kRotations + 1);
    expectAllOpen();
}

}  // namespace
}  // namespace issuance
