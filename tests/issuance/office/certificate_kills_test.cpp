// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>

#include "tests/issuance/line/line_under_test.hpp"
#include "tests/issuance/office/stamping_office.hpp"

/// Processes that are killed while they sign, endorse, prove or print: afterwards books and files agree, and no number
/// is lost or given twice.
namespace issuance {
namespace {

/// Where the authority's machine is asked for something, and for the how manieth time the process is killed.
struct Question {
    const char* path;
    int occurrence;
};

class KilledOffice : public StampingOffice {
   protected:
    /// Asks in a process of its own; its wait status. Sets up in the child before, such as what kills it.
    template <contract::Request R>
    int askedInChild(
        const std::string& person, const R& request, const std::function<void()>& before = [] {}) {
        m_house.closeOffice();
        m_child = support::inChild([&] {
            const auto office = openLocalOffice(m_house.home());
            before();
            const auto answer = office->ask({m_house.token(person), ""}, request);
            if (!answer) throw std::runtime_error{answer.refusal().first().code.name()};
        });
        const int status = support::waitFor(m_child);
        m_child = 0;
        m_house.reopenOffice();
        return status;
    }
    void killAt(Question wanted) {
        m_onQuestion = [this, wanted, seen = 0](const std::string& path) mutable {
            if (path == wanted.path && ++seen == wanted.occurrence && m_child > 0) ::kill(m_child, SIGKILL);
        };
    }
    template <contract::Request R>
    void killedBy(Question wanted, const std::string& person, const R& request) {
        killAt(wanted);
        const int status = askedInChild(person, request);
        m_onQuestion = {};
        ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << wanted.path << " was not asked";
    }
    CertificateShown shown(const std::string& id) {
        return base::expected(m_house.ask("clerk", CertificateShow{id}), id);
    }
    void expectBooksAgree() {
        const auto journal = m_house.ask("auditor", JournalVerify{});
        EXPECT_TRUE(journal->intact) << (journal->findings.empty() ? "" : journal->findings.front());
    }
    /// The next number follows without a gap.
    void expectNextNumber(const std::string& ending) {
        const auto request = requested("63-C 1");
        base::expected(m_house.ask("clerk2", CertificateReview{request, drafted(request)}), "review");
        const auto done = base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), {}}), "sign");
        EXPECT_THAT(done.certificates.front().number, testing::EndsWith(ending));
    }
    void expectProven(const std::string& number) {
        EXPECT_EQ(base::expected(m_house.ask("certifier", CertificateProve{number, false}), "prove").level, "B-LTA");
        for (const auto& report : reports(number, 3 * 365)) EXPECT_TRUE(report.trusted) << report.field;
        EXPECT_THAT(due(), testing::IsEmpty());
    }

    std::atomic<pid_t> m_child{0};
};
TROQUEL_ON_BOTH_ENGINES(KilledOffice);

TEST_P(KilledOffice, KeepsWhatItSignedBeforeItAskedForProofs) {
    readyToSign();
    setLevel("B-LTA");
    const auto request = reviewed();
    ASSERT_NO_FATAL_FAILURE(killedBy({"/tsa", 1}, "certifier", CertificateSign{{request}, secret(), {}}));
    const auto found = shown(request);
    EXPECT_EQ(found.line.stage, "issued");
    ASSERT_THAT(found.numbers, SizeIs(1));
    EXPECT_EQ(found.numbers.front().files, 1);
    EXPECT_TRUE(reports(found.line.number, 0).front().trusted);
    ASSERT_THAT(due(), SizeIs(1));
    expectProven(found.line.number);
    expectNextNumber("-000002");
    expectBooksAgree();
}

TEST_P(KilledOffice, ClosesLaterWhatItWasClosing) {
    readyToSign();
    setLevel("B-LTA");
    const auto request = resolutionReviewed();
    ASSERT_NO_FATAL_FAILURE(killedBy({"/tsa", 1}, "certifier", CertificateSign{{request}, secret(), "chief"}));
    EXPECT_EQ(shown(request).line.stage, "signed");
    EXPECT_THAT(due(), testing::IsEmpty()) << "it awaits its endorsement";
    for (const Question point : {Question{"/lista.crl", 1}, Question{"/tsa", 1}}) {
        if (shown(request).line.stage == "signed") {
            ASSERT_NO_FATAL_FAILURE(killedBy(point, "chief", CertificateEndorse{{request}, secret()}));
        } else {
            ASSERT_NO_FATAL_FAILURE(killedBy(point, "certifier", CertificateProve{shown(request).line.number, false}));
        }
        EXPECT_EQ(shown(request).line.stage, "issued");
        EXPECT_EQ(shown(request).numbers.front().files, 2);
        EXPECT_THAT(due(), SizeIs(1));
    }
    expectProven(shown(request).line.number);
    EXPECT_THAT(base::expected(m_house.ask("clerk", NotificationList{"pending"}), "list").notifications, SizeIs(1));
    expectBooksAgree();
}

/// Killed by the kernel when a file of the home grows beyond a limit: inside the transaction, wherever that is.
class KilledInTransaction : public KilledOffice {
   protected:
    static void limitFiles(rlim_t octets) {
        const rlimit none{0, 0}, limit{octets, octets};
        ::setrlimit(RLIMIT_CORE, &none);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
};
TROQUEL_ON_BOTH_ENGINES(KilledInTransaction);

TEST_P(KilledInTransaction, SignsOnceAfterItsSignatureWasTornApart) {
    readyToSign();
    const auto request = reviewed();
    const CertificateSign sign{{request}, secret(), {}};
    for (const rlim_t limit : {4096U, 32768U}) {
        const int status = askedInChild("certifier", sign, [limit] { limitFiles(limit); });
        ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ) << limit << " " << status;
        EXPECT_EQ(shown(request).line.stage, "reviewed");
        EXPECT_THAT(shown(request).numbers, testing::IsEmpty());
    }
    const auto done = base::expected(m_house.ask("certifier", sign), "sign").certificates.front();
    EXPECT_THAT(done.number, testing::EndsWith("-000001"));
    EXPECT_TRUE(reports(done.number, 0).front().trusted);
    expectNextNumber("-000002");
    expectBooksAgree();
}

TEST_P(KilledInTransaction, EndorsesOnceAfterItsSignatureWasTornApart) {
    readyToSign();
    const auto request = resolutionReviewed();
    base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), "chief"}), "sign");
    const CertificateEndorse endorse{{request}, secret()};
    const int status = askedInChild("chief", endorse, [] { limitFiles(32768); });
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ) << status;
    EXPECT_EQ(shown(request).line.stage, "signed");
    EXPECT_EQ(shown(request).numbers.front().files, 1);
    EXPECT_THAT(base::expected(m_house.ask("clerk", NotificationList{""}), "list").notifications, testing::IsEmpty());
    base::expected(m_house.ask("chief", endorse), "endorse");
    EXPECT_THAT(reports(shown(request).line.number, 0), SizeIs(2));
    expectBooksAgree();
}

TEST_P(KilledOffice, LeavesAPrintedCopyInDoubtAndItsSheetsBound) {
    readyToSign();
    receivePaper(2);
    const auto number = signedOne().number;
    const auto pid = m_folder.path() / "pid";
    const support::IppTestPrinter printer{"kill -9 $(cat " + pid.string() + ")"};
    const int status = askedInChild("clerk", CertificatePrint{number, printer.uri()},
                                    [&] { base::writeFileDurably(pid, std::to_string(::getpid())); });
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << status;
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificatePrint{number, "folder"})), "certificate.print-in-doubt");
    const auto seen = base::expected(m_house.ask("clerk", CertificateResolvePrint{number, {}, true}), "resolve");
    EXPECT_EQ(seen.state, "printed");
    EXPECT_THAT(seen.sheets, testing::ElementsAre(sheet(1)));
    base::expected(m_house.ask("clerk", again(number, "63-A 90")), "reissue");
    const auto second = base::expected(m_house.ask("clerk", CertificatePrint{number, "folder"}), "second copy");
    EXPECT_THAT(second.sheets, testing::ElementsAre(sheet(2)));
    base::expected(m_house.ask("custodian", StockClose{"linea-1", {}}, "custodian2"), "close");
    EXPECT_THAT(base::expected(m_house.ask("auditor", ReportProduction{}), "production").findings, testing::IsEmpty());
    expectBooksAgree();
}

}  // namespace
}  // namespace issuance
