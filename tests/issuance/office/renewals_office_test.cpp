// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/house_authorities.hpp"
#include "issuance/office/checkpoint_keys.hpp"
#include "signing/certificates/revocation_list.hpp"
#include "tests/issuance/office/stamping_office.hpp"

/// What was signed and sealed before a renewal, after it.
namespace issuance {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class RenewalsAtTheOffice : public StampingOffice {
   protected:
    template <contract::Request R>
    auto hold(const R& request) {
        return m_house.ask("security_officer", request, "administrator");
    }
    void renew(const std::string& purpose) { base::expected(hold(PkiRenew{purpose}), purpose); }
    void checkpoint() { base::expected(m_house.ask("security_officer", JournalCheckpoint{}), "checkpoint"); }
    JournalVerified journal() { return base::expected(m_house.ask("auditor", JournalVerify{}), "journal"); }
    std::string verdictOn(const std::string& number) {
        return base::expected(m_house.ask("clerk", CertificateVerify{{number + ".pdf", files(number).front().content}}),
                              number)
            .verdict;
    }
    std::map<std::string, base::Bytes> exported() {
        std::map<std::string, base::Bytes> found;
        for (auto& file : base::expected(m_house.ask("auditor", PkiExport{}), "export").files)
            found[file.name] = std::move(file.content);
        return found;
    }
    std::string saved(const std::string& name, const base::Bytes& content) {
        const auto file = (m_folder.path() / name).string();
        base::writeFileDurably(file, content);
        return file;
    }
};
TROQUEL_ON_BOTH_ENGINES(RenewalsAtTheOffice);

TEST_P(RenewalsAtTheOffice, OfTheHouseAuthorityKeepWhatItCertified) {
    readyToSign();
    receivePaper(2);
    const auto papersBefore = base::expected(m_house.ask("auditor", PaperList{}), "papers").papers;
    ASSERT_THAT(papersBefore, Not(IsEmpty()));
    const auto before = signedOne().number;
    setLevel("B-LT");
    renew("house-authority");
    EXPECT_EQ(verdictOn(before), "authentic");
    const auto paper = base::expected(m_house.ask("auditor", PaperShow{papersBefore.front().number}), "paper");
    EXPECT_TRUE(paper.intact && paper.trusted);
    // Whoever was certified before signs on, and the proofs need the former authority's list.
    const auto proven = base::expected(m_house.ask("certifier", CertificateProve{before, false}), "prove");
    EXPECT_EQ(proven.level, "B-LT");
    EXPECT_EQ(verdictOn(before), "authentic");
    m_house.closeOffice();
    m_house.reopenOffice();
    EXPECT_EQ(verdictOn(before), "authentic");
}

TEST_P(RenewalsAtTheOffice, OfTheHouseAuthorityCertifyByTheNewOne) {
    makeSealSigner();
    enrolSigner("chief", "Jefe");
    renew("house-authority");
    enrolSigner("certifier", "Certificadora de Control Migratorio");
    const auto after = signedOne().number;
    EXPECT_EQ(verdictOn(after), "authentic");
    const auto files = exported();
    const auto root = saved("root.pem", files.at("certificates-root.pem"));
    const auto former = saved("former.pem", files.at("certificates-root-HOUSE-0001.pem"));
    EXPECT_THAT(run("openssl", {"x509", "-noout", "-subject", "-in", root}).output, HasSubstr("House CA 2"));
    EXPECT_THAT(run("openssl", {"x509", "-noout", "-subject", "-in", former}).output, Not(HasSubstr("House CA 2")));
    const auto list = base::expected(hold(PkiCrl{30, "house-authority"}), "lists");
    EXPECT_EQ(list.signer, "HOUSE-0002");
    ASSERT_THAT(list.former, SizeIs(1));
    const auto checked = [&](const base::Bytes& crl, const std::string& authority) {
        return run("openssl", {"crl", "-inform", "DER", "-noout", "-in", saved("list.crl", crl), "-CAfile", authority})
            .output;
    };
    EXPECT_THAT(checked(list.file.content, root), HasSubstr("verify OK"));
    EXPECT_THAT(checked(list.former.front().content, former), HasSubstr("verify OK"));
    EXPECT_EQ(exported().at("certificates-root-HOUSE-0001.crl"), list.former.front().content);
    const HomeFiles home{m_house.home()};
    EXPECT_EQ(base::readFile(home.revocationList("house-authority"), 65536).value(), list.former.front().content);
    EXPECT_EQ(base::readFile(home.revocationList("house-authority-2"), 65536).value(), list.file.content);
    EXPECT_EQ(refusalOf(hold(PkiRetire{"HOUSE-0001", "relevada"})), "pki.authority-needed");
}

TEST_P(RenewalsAtTheOffice, OfTheJournalsKeyKeepItsCheckpoints) {
    checkpoint();
    renew("journal-checkpoint");
    checkpoint();
    EXPECT_EQ(journal().checkpoints, 4) << "the old key fixes which one follows it, and the new one says so";
    EXPECT_THAT(journal().findings, IsEmpty());
    renew("operational-root");
    renew("journal-checkpoint");
    checkpoint();
    EXPECT_THAT(journal().findings, IsEmpty());
    ASSERT_TRUE(hold(PkiRetire{"JOURNAL-0001", "relevada"}));
    ASSERT_TRUE(hold(PkiRetire{"ROOT-0001", "relevada"}));
    m_house.closeOffice();
    m_house.reopenOffice();
    checkpoint();
    EXPECT_EQ(journal().checkpoints, 8);
    EXPECT_THAT(journal().findings, IsEmpty());
    EXPECT_EQ(refusalOf(hold(PkiRetire{"JOURNAL-0003", "x"})), "pki.renew-first");
    EXPECT_EQ(refusalOf(hold(PkiRenew{"document-signer"})), "pki.not-renewable");
    EXPECT_EQ(refusalOf(hold(PkiRenew{"rey"})), "pki.not-renewable");
    EXPECT_EQ(refusalOf(m_house.ask("security_officer", PkiRenew{"operational-root"})), "people.second-person-missing");
}

TEST_P(RenewalsAtTheOffice, AreNotBelievedOnTheWordOfTheDatabaseAlone) {
    renew("operational-root");
    renew("journal-checkpoint");
    ASSERT_THAT(journal().findings, IsEmpty());
    const auto root = HomeFiles{m_house.home()}.certificate("operational-root-2");
    const auto kept = base::readFile(root, 65536).value();
    std::filesystem::remove(root);
    EXPECT_THAT(journal().findings, Contains(HasSubstr("checkpoint")));
    base::writeFileDurably(root, kept);
    EXPECT_THAT(journal().findings, IsEmpty());
}

TEST_P(RenewalsAtTheOffice, LetAnOldKeySealTheJournalNoMore) {
    const auto old = Institution::load(m_house.home()).checkpointKey;
    renew("journal-checkpoint");
    ASSERT_THAT(journal().findings, IsEmpty());
    m_house.closeOffice();
    {
        const auto house = House::open(m_house.home());
        const auto connection = house->database->connect();
        records::Transaction transaction{*connection};
        signCheckpoint(*house, transaction, signing::KeyId{old});
        transaction.commit();
    }
    m_house.reopenOffice();
    EXPECT_THAT(journal().findings, ElementsAre(HasSubstr("checkpoint")));
}

}  // namespace
}  // namespace issuance
