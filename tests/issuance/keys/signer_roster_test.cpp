// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <map>
#include <thread>

#include "signing/certificates/name_reader.hpp"
#include "tests/issuance/keys/key_house.hpp"

namespace issuance {
namespace {

using testing::Contains;
using testing::Not;

class SignerRosterTest : public KeyHouse {
   protected:
    KeyEntry standbyFor(std::int64_t documents) {
        SignerRequest request;
        request.documents = documents;
        return standby(request);
    }
    /// The subject's common name of the signer that was taken, or the code of the refusal.
    std::string taken(const std::string& code = "PP") {
        const auto signer = held([&](auto& tx) { return roster->take(tx, line(), code); });
        if (!signer) return signer.refusal().first().code.name();
        return signing::readName((*signer)->certificate().subject).commonName;
    }
};
TROQUEL_ON_BOTH_ENGINES(SignerRosterTest);

TEST_P(SignerRosterTest, UsesNothingBeforeItIsPublished) {
    const auto made = base::expected(newSigner({}), "signer");
    EXPECT_EQ(taken(), "pki.no-signer");
    ASSERT_TRUE(publish(made.id));
    EXPECT_EQ(taken(), "Document Signer 0001");
}

TEST_P(SignerRosterTest, CountsEachDocumentAndBringsTheStandbyInWhenTheSignerIsSpent) {
    standbyFor(2);
    standbyFor(1);
    EXPECT_EQ(taken(), "Document Signer 0001");
    EXPECT_EQ(taken(), "Document Signer 0001");
    EXPECT_EQ(entry("DS-0001").documents, 2);
    EXPECT_EQ(taken(), "Document Signer 0002");
    EXPECT_EQ(stateOf("DS-0001"), "retired");
    EXPECT_EQ(taken(), "pki.no-signer");
    EXPECT_EQ(entry("DS-0002").documents, 1);
    EXPECT_THAT(notices(), Contains("pki.nobody-signs document-signer!"));
    standby();
    EXPECT_EQ(taken(), "Document Signer 0003");
}

TEST_P(SignerRosterTest, BringsTheStandbyInWhenThePeriodEnds) {
    const auto first = standby();
    SignerRequest next;
    next.from = first.use.end;
    standby(next);
    EXPECT_EQ(taken(), "Document Signer 0001");
    clock.advance(first.use.end - clock.now() - 1s);
    EXPECT_EQ(taken(), "Document Signer 0001");
    clock.advance(1s);
    EXPECT_EQ(taken(), "Document Signer 0002");
    clock.advance(24h * 93);
    EXPECT_EQ(taken(), "pki.no-signer");
}

TEST_P(SignerRosterTest, CountsNothingInATransactionThatIsGivenUp) {
    standbyFor(1);
    standbyFor(1);
    {
        records::Transaction transaction{*connection};
        ASSERT_TRUE(roster->take(transaction, line(), "PP"));
        ASSERT_TRUE(roster->take(transaction, line(), "PP")) << "the successor, in the same transaction";
    }
    EXPECT_EQ(entry("DS-0001").documents, 0);
    EXPECT_EQ(stateOf("DS-0001"), "active");
    EXPECT_EQ(stateOf("DS-0002"), "published");
}

TEST_P(SignerRosterTest, SealsOnlyKindsThatTheCertificateLists) {
    SignerRequest request;
    request.documentTypes = {"PD", "I"};
    standby(request);
    EXPECT_EQ(taken("PP"), "pki.signer-not-for-kind");
    EXPECT_EQ(taken("PD"), "Document Signer 0001");
    EXPECT_EQ(taken("IP"), "Document Signer 0001");
    EXPECT_EQ(entry("DS-0001").documents, 2);
}

TEST_P(SignerRosterTest, SignsNoMoreWithARevokedSigner) {
    standby();
    EXPECT_EQ(taken(), "Document Signer 0001");
    ASSERT_TRUE(revoke("DS-0001"));
    EXPECT_EQ(taken(), "pki.no-signer");
}

TEST_P(SignerRosterTest, KeepsLimitsWhereSeveralStationsTakeAtOnce) {
    constexpr int kStations = 4, kEach = 10;
    for (int i = 0; i < 3; ++i) standbyFor(12);
    std::atomic<int> sealed = 0, refused = 0;
    std::vector<std::thread> stations;
    for (int station = 0; station < kStations; ++station)
        stations.emplace_back([&] {
            const auto own = database().connect();
            for (int i = 0; i < kEach; ++i) {
                records::Transaction transaction{*own};
                const auto signer = roster->take(transaction, line(), "PP");
                signer ? ++sealed : ++refused;
                if (signer) transaction.commit();
            }
        });
    for (auto& station : stations) station.join();
    EXPECT_EQ(sealed, 36);
    EXPECT_EQ(refused, 4);
    for (const char* id : {"DS-0001", "DS-0002", "DS-0003"}) EXPECT_EQ(entry(id).documents, 12) << id;
}

TEST_P(SignerRosterTest, WarnsBeforeNobodySigns) {
    ASSERT_TRUE(issueList());
    EXPECT_THAT(notices(), Contains("pki.nobody-signs document-signer!"));
    const auto first = standbyFor(10);
    EXPECT_THAT(notices(), Contains("pki.no-standby DS-0001"));
    for (int i = 0; i < 9; ++i) taken();
    EXPECT_THAT(notices(), Contains("pki.signer-ends DS-0001!"));
    SignerRequest next;
    next.from = first.use.end - 24h;
    ASSERT_TRUE(newSigner(next));
    EXPECT_THAT(notices(), Contains("pki.not-published DS-0002"));
    ASSERT_TRUE(publish("DS-0002"));
    EXPECT_THAT(notices(), Not(Contains("pki.signer-ends DS-0001!")));
    EXPECT_THAT(notices(), Not(Contains("pki.no-standby DS-0001")));
}

TEST_P(SignerRosterTest, WarnsOfACountrySignerThatEnds) {
    clock.advance(24h * 365 * 5 - 24h * 100);
    EXPECT_THAT(notices(), Contains("pki.csca-ends CSCA-0001"));
    ASSERT_TRUE(rollOver());
    EXPECT_THAT(notices(), Not(Contains("pki.csca-ends CSCA-0001")));
    ASSERT_TRUE(retire("CSCA-0002"));
    EXPECT_THAT(notices(), Contains("pki.csca-ends CSCA-0001")) << "a destroyed successor is none";
    clock.advance(24h * 110);
    EXPECT_THAT(notices(), Contains("pki.csca-over CSCA-0001!"));
    EXPECT_TRUE(newSigner({}).refusal().has("pki.no-csca"_code));
    EXPECT_TRUE(rollOver().refusal().has("pki.no-csca"_code));
}

}  // namespace
}  // namespace issuance
