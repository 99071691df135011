// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "contract/acts_of_chip_keys.hpp"
#include "contract/acts_of_line.hpp"
#include "issuance/office/house.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"

/// Transport keys as two people enter, replace and destroy them, and what the books hold of them then.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using testing::HasSubstr;
using testing::Not;
using Values = std::vector<std::string>;

/// Components of the public test key 40 to 4F, and of another key.
constexpr std::string_view kFirst = "00112233445566778899AABBCCDDEEFF", kSecond = "4050607000102030c0d0e0f08090a0b0",
                           kOther = "4050607000102030c0d0e0f08090a0b1";
constexpr const char* kName = "iso-7816-9";
const base::Bytes kKey = *base::fromHex("404142434445464748494a4b4c4d4e4f");

base::SecretBytes typed(std::string_view digits) { return base::SecretBytes::copyOf(digits); }

class TransportKeysTest : public testing::TestWithParam<records::Engine> {
   protected:
    auto enter(const std::string& name = kName, std::string_view second = kSecond, const Values& checks = {}) {
        return m_house.ask("security_officer", ChipKeyEnter{name, typed(kFirst), typed(second), checks},
                           "administrator");
    }
    auto replace(std::string_view second) {
        return m_house.ask("administrator", ChipKeyReplace{kName, typed(kFirst), typed(second), {}, "Entrega 7"},
                           "security_officer");
    }
    ChipKeyLine line(const std::string& name = kName) {
        for (const auto& key : base::expected(m_house.ask("auditor", ChipKeyList{}), "list").keys)
            if (key.name == name) return key;
        return {};
    }
    std::string journal() {
        return base::textOf(base::expected(m_house.ask("auditor", JournalExport{}), "journal").files.front().content);
    }
    /// What the database itself has of the keys, octet by octet.
    base::Bytes rows() {
        base::Bytes all;
        for (const auto& row : m_database.ownerDatabase().connect()->query(
                 "SELECT name || cipher || check_values || reason, sealed FROM transport_key")) {
            base::append(all, base::bytesOf(row.text(0)));
            if (!row.isNull(1)) base::append(all, row.bytes(1));
        }
        return all;
    }
    /// The key as the line would have it for chips of a profile.
    base::Result<base::Bytes> keyForLine(const std::string& profile = kName) {
        const auto house = House::open(m_house.home());
        const auto templates = templatesFolder();
        const auto read = base::expected(chip::ChipProfile::load(templates / "chips" / (profile + ".xml"),
                                                                 templates / "schemas" / "chip-profile.xsd"),
                                         profile);
        const auto connection = house->database->connect();
        const auto keys = house->transportKeys->keysFor(*connection, read);
        if (!keys) return keys.refusal();
        const auto* key = (*keys)->find(profile);
        return key == nullptr ? base::Bytes{} : base::Bytes{key->reveal().begin(), key->reveal().end()};
    }

    support::MigratedDatabase m_database{GetParam(), {}};
    support::TrainingHouse m_house{m_database.ownerAddress()};
};
TROQUEL_ON_BOTH_ENGINES(TransportKeysTest);

TEST_P(TransportKeysTest, TwoPeopleEnterAKeyThatOnlyTheLineSees) {
    EXPECT_EQ(line().state, "lacking");
    EXPECT_EQ(line().octets, 16);
    EXPECT_TRUE(keyForLine().refusal().has("personalization.transport-key-missing"_code));
    const auto entered = enter();
    ASSERT_TRUE(entered) << entered.refusal().first().code.name();
    EXPECT_EQ(entered->checkValues, Values{"189956"});
    EXPECT_EQ(entered->cipher, "aes-128");
    EXPECT_EQ(line().state, "held");
    EXPECT_EQ(line().checkValues, Values{"189956"});
    EXPECT_EQ(line().enteredBy, "security_officer");
    EXPECT_EQ(line().second, "admin");
    EXPECT_EQ(line().profiles, Values{"iso-7816-9"});
    EXPECT_EQ(*keyForLine(), kKey);
    EXPECT_EQ(*keyForLine("icao-applet"), base::Bytes{}) << "a chip that opens without a key";
}

TEST_P(TransportKeysTest, NothingOfAKeyIsInTheDatabaseOrTheJournalInTheClear) {
    ASSERT_TRUE(enter());
    const auto kept = rows();
    const auto holds = [&](base::BytesView secret) {
        return std::search(kept.begin(), kept.end(), secret.begin(), secret.end()) != kept.end();
    };
    EXPECT_FALSE(holds(kKey));
    EXPECT_FALSE(holds(base::BytesView{kKey}.first(8)));
    EXPECT_TRUE(holds(base::bytesOf("189956")));
    const auto entries = journal();
    EXPECT_THAT(entries, HasSubstr("transport-key.enter"));
    EXPECT_THAT(entries, HasSubstr("189956"));
    for (const auto secret : {kFirst, kSecond, std::string_view{"404142434445464748494a4b4c4d4e4f"}})
        EXPECT_THAT(entries, Not(HasSubstr(std::string{secret})));
    EXPECT_TRUE(m_house.ask("auditor", JournalVerify{})->intact);
}

TEST_P(TransportKeysTest, OnePersonAloneEntersReplacesAndDestroysNothing) {
    const auto alone = m_house.ask("security_officer", ChipKeyEnter{kName, typed(kFirst), typed(kSecond), {}});
    EXPECT_TRUE(alone.refusal().has("people.second-person-missing"_code));
    const auto same =
        m_house.ask("security_officer", ChipKeyEnter{kName, typed(kFirst), typed(kSecond), {}}, "security_officer");
    EXPECT_TRUE(same.refusal().has("people.same-person"_code));
    for (const char* other : {"operator", "supervisor", "auditor", "custodian"})
        EXPECT_TRUE(m_house.ask("security_officer", ChipKeyEnter{kName, typed(kFirst), typed(kSecond), {}}, other)
                        .refusal()
                        .has("people.not-permitted"_code))
            << other;
    EXPECT_EQ(line().state, "lacking");
    ASSERT_TRUE(enter());
    EXPECT_TRUE(
        m_house.ask("administrator", ChipKeyDestroy{kName, "x"}).refusal().has("people.second-person-missing"_code));
    EXPECT_TRUE(m_house.ask("operator", ChipKeyList{}).refusal().has("people.not-permitted"_code));
    EXPECT_EQ(line().state, "held");
}

TEST_P(TransportKeysTest, AKeyIsReplacedAndTheOldOneIsGone) {
    EXPECT_TRUE(replace(kOther).refusal().has("transport-key.not-entered"_code));
    ASSERT_TRUE(enter());
    EXPECT_TRUE(enter().refusal().has("transport-key.known"_code));
    EXPECT_TRUE(replace("0011").refusal().has("transport-key.wrong-length"_code));
    EXPECT_EQ(*keyForLine(), kKey) << "a refused act changes nothing";
    const auto replaced = replace(kOther);
    ASSERT_TRUE(replaced);
    EXPECT_NE(replaced->checkValues, Values{"189956"});
    EXPECT_EQ(keyForLine()->back(), 0x4E);
    const auto all = m_house.ask("auditor", ChipKeyList{true})->keys;
    const auto& gone = all.back();
    EXPECT_EQ(gone.state, "destroyed");
    EXPECT_EQ(gone.checkValues, Values{"189956"});
    EXPECT_EQ(gone.endedBy, "admin");
    EXPECT_EQ(gone.endedWith, "security_officer");
    EXPECT_EQ(gone.reason, "Entrega 7");
    EXPECT_THAT(journal(), HasSubstr("Entrega 7"));
}

TEST_P(TransportKeysTest, ADestroyedKeyLeavesItsCheckValueOnly) {
    ASSERT_TRUE(enter());
    ASSERT_TRUE(m_house.ask("security_officer", ChipKeyDestroy{kName, "Fin de la entrega"}, "administrator"));
    EXPECT_EQ(line().state, "lacking");
    EXPECT_TRUE(keyForLine().refusal().has("personalization.transport-key-missing"_code));
    const auto owner = m_database.ownerDatabase().connect();
    EXPECT_FALSE(owner->queryOne("SELECT 1 FROM transport_key WHERE sealed IS NOT NULL"));
    EXPECT_TRUE(m_house.ask("security_officer", ChipKeyDestroy{kName, "x"}, "administrator")
                    .refusal()
                    .has("transport-key.not-entered"_code));
    ASSERT_TRUE(enter()) << "the same key may come again";
    EXPECT_EQ(m_house.ask("auditor", ChipKeyList{true})->keys.size(), 4U);
}

TEST_P(TransportKeysTest, WhatDiffersFromTheMakersLetterIsNotKept) {
    const auto differs = enter(kName, kOther, {"189956"});
    EXPECT_TRUE(differs.refusal().has("transport-key.check-differs"_code));
    EXPECT_EQ(line().state, "lacking");
    EXPECT_TRUE(enter(kName, kSecond, {"18 99 56"}));
}

TEST_P(TransportKeysTest, OnlyKeysOfChipProfilesAreTaken) {
    const auto refused = enter("klingon");
    ASSERT_TRUE(refused.refusal().has("transport-key.unknown-name"_code));
    EXPECT_THAT(refused.refusal().first().arguments.back().second, HasSubstr("globalplatform-scp03"));
    ASSERT_TRUE(enter("globalplatform-scp03"));
    EXPECT_EQ(line("globalplatform-scp03").checkValues, Values{"504A77"});
    EXPECT_EQ(line("globalplatform-scp03").checkBlock, "ones");
}

/// The database refuses what no act does, and a row's octets open in no other place.
TEST_P(TransportKeysTest, TheBooksThemselvesKeepTheRules) {
    ASSERT_TRUE(enter());
    ASSERT_TRUE(enter("globalplatform-scp03", kOther));
    const auto owner = m_database.ownerDatabase().connect();
    for (const char* sql :
         {"UPDATE transport_key SET sealed = NULL",
          "UPDATE transport_key SET ended_at = '2026-11-26', ended_by = 'a', ended_with = 'b'",
          "UPDATE transport_key SET entered_with = entered_by", "UPDATE transport_key SET name = 'iso-7816-9'"})
        EXPECT_THROW(owner->execute(sql), base::Failure) << sql;
    owner->execute(
        "UPDATE transport_key SET sealed = (SELECT t.sealed FROM transport_key t WHERE t.name = "
        "'globalplatform-scp03') WHERE name = 'iso-7816-9'");
    EXPECT_THROW((void)keyForLine(), base::Failure);
}

}  // namespace
}  // namespace issuance
