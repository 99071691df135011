// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <sstream>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_line.hpp"
#include "issuance/office/institution.hpp"
#include "records/database/database.hpp"
#include "signing/certificates/name_reader.hpp"
#include "signing/certificates/revocation_list.hpp"
#include "signing/lint/lint.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"
#include "tests/support/postgres_cluster.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kFirst = "security_officer";
constexpr const char* kSecond = "administrator";

class CeremoniesAtTheOffice : public testing::TestWithParam<records::Engine> {
   protected:
    CeremoniesAtTheOffice()
        : m_database(GetParam() == records::Engine::Postgresql ? support::PostgresCluster::instance().createDatabase()
                                                               : ""),
          m_house(m_database.empty()
                      ? ""
                      : support::PostgresCluster::instance().address(m_database, support::PostgresCluster::kOwner)) {}
    ~CeremoniesAtTheOffice() override {
        m_house.closeOffice();
        if (!m_database.empty()) support::PostgresCluster::instance().dropDatabase(m_database);
    }

    template <contract::Request R>
    auto hold(const R& request) {
        return m_house.ask(kFirst, request, kSecond);
    }
    std::map<std::string, std::string> states() {
        std::map<std::string, std::string> states;
        const auto told = base::expected(m_house.ask("auditor", PkiStatus{}), "status");
        for (const auto& key : told.keys) states[key.entry] = key.state;
        return states;
    }

    std::string m_database;
    support::TrainingHouse m_house;
};
TROQUEL_ON_BOTH_ENGINES(CeremoniesAtTheOffice);

TEST_P(CeremoniesAtTheOffice, FindTheFoundingKeysInTheBook) {
    const auto told = m_house.ask("auditor", PkiStatus{});
    ASSERT_TRUE(told);
    std::vector<std::string> entries;
    for (const auto& key : told->keys) entries.push_back(key.entry + " " + key.state);
    EXPECT_THAT(entries, testing::UnorderedElementsAre("CSCA-0001 active", "DS-0001 active", "HOUSE-0001 active",
                                                       "ACT-0001 active", "ROOT-0001 active", "JOURNAL-0001 active"));
    const auto institution = Institution::load(m_house.home());
    EXPECT_EQ(told->keys.front().key, institution.cscaKey);
    m_house.closeOffice();
    m_house.reopenOffice();
    EXPECT_EQ(states().size(), 6U) << "and enter it once";
}

TEST_P(CeremoniesAtTheOffice, NeedTwoPeopleOfTheirOwnPermissions) {
    const PkiNewSigner asked{"document-signer"};
    EXPECT_TRUE(m_house.ask(kFirst, asked).refusal().has("people.second-person-missing"_code));
    EXPECT_TRUE(m_house.ask(kFirst, asked, kFirst).refusal().has("people.same-person"_code));
    EXPECT_TRUE(m_house.ask("operator", asked, kSecond).refusal().has("people.not-permitted"_code));
    EXPECT_TRUE(m_house.ask(kFirst, asked, "auditor").refusal().has("people.not-permitted"_code));
    EXPECT_TRUE(m_house.ask("operator", PkiStatus{}).refusal().has("people.not-permitted"_code));
    EXPECT_EQ(states().size(), 6U);
    EXPECT_TRUE(hold(asked));
    EXPECT_EQ(states()["DS-0002"], "made");
}

TEST_P(CeremoniesAtTheOffice, GoFromMakingToProvenDestruction) {
    const auto made = hold(PkiNewSigner{"document-signer", 100, 2});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->files.at(0).name, "DS-0002.cer");
    ASSERT_TRUE(hold(PkiPublish{"DS-0002", "PKD 1"}));
    const auto ended = hold(PkiRetire{"DS-0001", "fin de su uso"});
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->successor, "DS-0002");
    EXPECT_THAT(ended->proof, HasSubstr("destroyed"));
    EXPECT_EQ(states()["DS-0001"], "destroyed");
    EXPECT_EQ(states()["DS-0002"], "active");
    EXPECT_TRUE(hold(PkiRetire{"DS-0002", "x"}).refusal().has("pki.still-needed"_code));
    EXPECT_TRUE(hold(PkiDiscard{"x"}).refusal().has("pki.unknown-key"_code));
    EXPECT_TRUE(m_house.ask("auditor", JournalVerify{})->intact);
}

TEST_P(CeremoniesAtTheOffice, RefuseWhatTheyDoNotKnow) {
    EXPECT_TRUE(hold(PkiNewSigner{"king"}).refusal().has("pki.not-a-signer"_code));
    PkiNewSigner odd{"document-signer", 0, 99};
    EXPECT_EQ(hold(odd).refusal().faults().size(), 2U);
    odd = PkiNewSigner{"document-signer"};
    odd.algorithm = "aes-256";
    EXPECT_TRUE(hold(odd).refusal().has("signing.algorithm-unknown"_code));
    odd.algorithm.reset();
    odd.from = "ayer";
    EXPECT_TRUE(hold(odd).refusal().has("base.not-a-date"_code));
    EXPECT_TRUE(hold(PkiMasterList{{{"x.cer", base::bytesOf("x")}}}).refusal().has("signing.malformed"_code));
    EXPECT_EQ(states().size(), 6U);
}

/// Unfolded lines of each entry of an LDIF file.
std::vector<std::vector<std::string>> entriesOf(const std::string& ldif) {
    std::vector<std::vector<std::string>> entries(1);
    std::istringstream lines{ldif};
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 76U);
        if (line.empty())
            entries.emplace_back();
        else if (line.front() == ' ')
            entries.back().back() += line.substr(1);
        else
            entries.back().push_back(line);
    }
    return entries;
}

std::string valueIn(const std::vector<std::string>& entry, const std::string& attribute) {
    for (const auto& line : entry) {
        if (line.starts_with(attribute + ":: "))
            return base::textOf(base::expected(base::fromBase64(line.substr(attribute.size() + 3)), attribute));
        if (line.starts_with(attribute + ": ")) return line.substr(attribute.size() + 2);
    }
    return {};
}

TEST_P(CeremoniesAtTheOffice, ExportWhatGoesToThePublicKeyDirectory) {
    ASSERT_TRUE(hold(PkiCrl{}));
    ASSERT_TRUE(hold(PkiNewSigner{"master-list-signer"}));
    ASSERT_TRUE(hold(PkiPublish{"MLS-0001", "PKD 1"}));
    const auto list = hold(PkiMasterList{});
    ASSERT_TRUE(list);
    EXPECT_EQ(list->contents, 1);
    const auto given = m_house.ask("auditor", PkiDirectory{});
    ASSERT_TRUE(given);
    std::map<std::string, base::Bytes> files;
    for (const auto& file : given->files) files[file.name] = file.content;
    EXPECT_EQ(files["GTM-1.ml"], list->file.content);
    const auto entries = entriesOf(base::textOf(files["directory.ldif"]));
    ASSERT_EQ(entries.size(), 4U);
    EXPECT_EQ(entries[0], std::vector<std::string>{"version: 1"});
    const auto signer = base::expected(signing::readCertificate(files["DS-0001.cer"]), "DS");
    EXPECT_THAT(valueIn(entries[1], "dn"),
                testing::AllOf(testing::StartsWith("cn=C\\=GT\\, O\\="), HasSubstr("+sn="),
                               testing::EndsWith(",o=dsc,c=GT,dc=data,dc=download,dc=pkd,dc=icao,dc=int")));
    EXPECT_EQ(valueIn(entries[1], "userCertificate;binary"), base::textOf(files["DS-0001.cer"]));
    EXPECT_EQ(valueIn(entries[1], "cn"), signer.issuerText());
    EXPECT_EQ(valueIn(entries[2], "certificateRevocationList;binary"), base::textOf(files["GTM-1.crl"]));
    EXPECT_EQ(valueIn(entries[3], "pkdMasterListContent"), base::textOf(files["GTM-1.ml"]));
    EXPECT_THAT(entries[3], Contains("objectClass: pkdMasterList"));
}

TEST_P(CeremoniesAtTheOffice, IssueTheListOfTheHousesOwnAuthority) {
    const HomeFiles files{m_house.home()};
    const auto published = [&] {
        const auto octets = base::expected(base::readFile(files.revocationList("house-authority"), 65536), "list");
        return base::expected(signing::readRevocationList(octets), "list");
    };
    const auto authority = base::expected(
        signing::readCertificate(base::expected(base::readFile(files.certificate("house-authority"), 65536), "file")),
        "house authority");
    EXPECT_TRUE(signing::issuedBy(published(), authority)) << "made at the founding";
    EXPECT_TRUE(published().revoked.empty());
    ASSERT_TRUE(hold(PkiRevoke{"ACT-0001", "la clave se perdió"}));
    const auto list = hold(PkiCrl{30, "house-authority"});
    ASSERT_TRUE(list);
    EXPECT_EQ(list->number, 2);
    EXPECT_EQ(list->contents, 1);
    EXPECT_EQ(list->file.name, "house-authority-2.crl");
    EXPECT_EQ(published().der, list->file.content);
    EXPECT_TRUE(signing::issuedBy(published(), authority));
    EXPECT_TRUE(hold(PkiCrl{0, "house-authority"}).refusal().has("pki.bad-limit"_code));
    EXPECT_TRUE(hold(PkiCrl{{}, "document-signer"}).refusal().has("pki.not-an-authority"_code));
    EXPECT_TRUE(m_house.ask(kFirst, PkiCrl{{}, "house-authority"}).refusal().has("people.second-person-missing"_code));
    const auto ofCountry = hold(PkiCrl{});
    ASSERT_TRUE(ofCountry);
    EXPECT_EQ(ofCountry->number, 1);
    EXPECT_EQ(ofCountry->contents, 0);
    EXPECT_TRUE(m_house.ask("auditor", JournalVerify{})->intact);
}

TEST(HomeBeforeTheBook, GetsItsKeysEnteredWhenItIsOpened) {
    support::TrainingHouse house;
    house.closeOffice();
    const HomeFiles files{house.home()};
    {
        const auto database = records::Database::open(files.databaseAddress(Institution::load(house.home())));
        database->connect()->executeScript(
            "PRAGMA foreign_keys = OFF; DROP TRIGGER certified_key_stays; DROP TRIGGER signer_use_stays; DELETE FROM "
            "signer_use; "
            "DELETE FROM certified_key;");
    }
    house.reopenOffice();
    const auto told = house.ask("auditor", PkiStatus{});
    ASSERT_TRUE(told);
    ASSERT_EQ(told->keys.size(), 6U);
    for (const auto& key : told->keys) EXPECT_EQ(key.state, "active") << key.entry;
    EXPECT_EQ(told->keys.front().publication, "en uso antes del libro de claves");
    EXPECT_TRUE(house.ask("auditor", JournalVerify{})->intact);
}

}  // namespace
}  // namespace issuance
