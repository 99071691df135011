// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <thread>

#include "base/files.hpp"
#include "service/verify/document_checks.hpp"
#include "service/verify/pages.hpp"
#include "service/verify/rate_limit.hpp"
#include "tests/support/paths.hpp"

namespace service {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

const RateLimit::Moment kStart{1000h};

TEST(RateLimit, GivesAMinutesWorthAtOnceAndThenOneByOne) {
    RateLimit limit{{6}};
    for (int each = 0; each < 6; ++each) EXPECT_EQ(limit.take("192.0.2.1", kStart), 0s);
    EXPECT_EQ(limit.take("192.0.2.1", kStart), 10s);
    EXPECT_EQ(limit.take("192.0.2.1", kStart + 4s), 6s);
    EXPECT_EQ(limit.take("192.0.2.1", kStart + 10s), 0s);
    EXPECT_GT(limit.take("192.0.2.1", kStart + 10s), 0s);
    EXPECT_EQ(limit.take("192.0.2.2", kStart), 0s);
}

TEST(RateLimit, KeepsNoMoreThanItHasRoomForAndForgetsTheRested) {
    RateLimit limit{{2, 3}};
    for (const char* address : {"192.0.2.1", "192.0.2.2", "192.0.2.3"}) EXPECT_EQ(limit.take(address, kStart), 0s);
    // The next ones share a bucket.
    EXPECT_EQ(limit.take("192.0.2.4", kStart), 0s);
    EXPECT_EQ(limit.take("192.0.2.5", kStart), 0s);
    EXPECT_GT(limit.take("192.0.2.6", kStart), 0s);
    EXPECT_EQ(limit.kept(), 4U);
    EXPECT_EQ(limit.take("192.0.2.7", kStart + 10min), 0s);
    EXPECT_EQ(limit.kept(), 1U);
}

TEST(RateLimit, ForgetsEverybodyWithItsKey) {
    RateLimit limit{{1}};
    EXPECT_EQ(limit.take("192.0.2.1", kStart), 0s);
    EXPECT_GT(limit.take("192.0.2.1", kStart + 1s), 0s);
    EXPECT_EQ(limit.take("192.0.2.9", kStart + 2h), 0s);
    EXPECT_EQ(limit.kept(), 1U);
}

TEST(RateLimit, CountsAHouseholdAsOne) {
    EXPECT_EQ(networkOf("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    EXPECT_EQ(networkOf("2001:db8:1:2:ffff::"), "2001:db8:1:2::");
    EXPECT_EQ(networkOf("::ffff:192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(networkOf("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(networkOf("unknown"), "unknown");
}

/// A program in place of the check, to see what it is given.
class Checks : public testing::Test {
   protected:
    std::filesystem::path program(const std::string& text) {
        const auto file = m_folder.path() / "program";
        base::writeFileDurably(file, "#!/bin/sh\n" + text);
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        return file;
    }
    /// How the check of a small document with it ended.
    std::string endOf(const std::string& text, const CheckLimits& limits = {}) {
        DocumentChecks checks{m_folder.path(), 1, limits, program(text)};
        const auto said = checks.check(base::bytesOf("documento"));
        EXPECT_TRUE(said);
        EXPECT_EQ(said->verdict, "unreadable");
        return said->reasons.front().arguments.at("what");
    }
    support::ScratchFolder m_folder;
};

TEST_F(Checks, GiveTheDocumentAndTheFolderOfTrust) {
    EXPECT_EQ(endOf("[ \"$1\" = --check-document ] && [ -d \"$2\" ] && [ \"$(cat)\" = documento ] && exit 7"),
              "exit 7");
}

TEST_F(Checks, BoundWhatTheProcessMayTakeAndGiveItNothingElse) {
    ::setenv("TROQUEL_SOMETHING", "secret", 1);
    std::string limits =
        "[ $(ulimit -c) = 0 ] && [ $(ulimit -f) = 0 ] && [ $(ulimit -t) = 30 ] && [ $(ulimit -n) = 32 ]";
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    limits += " && [ $(ulimit -v) = 2097152 ]";
#endif
    EXPECT_EQ(endOf(limits + " && exit 7"), "exit 7");
    EXPECT_EQ(endOf("[ -z \"$TROQUEL_SOMETHING$HOME\" ] && exit 7"), "exit 7");
    EXPECT_EQ(endOf("grep -q 'NoNewPrivs:.1' /proc/self/status && exit 7"), "exit 7");
    // Standard input, output, error, and the folder that is listed itself.
    EXPECT_EQ(endOf("[ $(ls /proc/self/fd | wc -l) -le 4 ] && exit 7"), "exit 7");
    EXPECT_EQ(endOf("echo x > \"$2/written\" || exit 7"), "exit 7");
    EXPECT_EQ(endOf("echo x >&0 || exit 7"), "exit 7");
}

TEST_F(Checks, SayThatADocumentIsUnreadableWhoseProcessFails) {
    EXPECT_EQ(endOf("kill -SEGV $$"), "signal 11");
    EXPECT_EQ(endOf("echo '{\"verdict\": \"authentic\"}'"), "answer");
    EXPECT_EQ(endOf("echo '{{{'"), "answer");
    EXPECT_EQ(endOf("yes"), "time") << "an answer without end";
    CheckLimits short_;
    short_.time = 1s;
    EXPECT_EQ(endOf("exec sleep 1000", short_), "time");
    DocumentChecks nowhere{m_folder.path(), 1, {}, "/no/such/program"};
    EXPECT_EQ(nowhere.check(base::bytesOf("x"))->reasons.front().arguments.at("what"), "exit 127");
}

TEST_F(Checks, AreFewAtATime) {
    CheckLimits limits;
    limits.time = 2s;
    limits.waiting = 0ms;
    const auto begun = m_folder.path() / "begun";
    DocumentChecks checks{m_folder.path(), 1, limits, program(": > " + begun.string() + "; exec sleep 1000")};
    std::thread first{[&] { EXPECT_TRUE(checks.check(base::bytesOf("x"))); }};
    while (!std::filesystem::exists(begun)) std::this_thread::yield();
    const auto second = checks.check(base::bytesOf("x"));
    first.join();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.refusal().first().code.name(), "page.busy");
}

class PagesTest : public testing::TestWithParam<contract::Language> {
   protected:
    Pages m_pages{support::sourceDir() / "templates", "Autoridad & <b>Cía</b>", std::size_t{16} << 20};
};

TEST_P(PagesTest, HaveWordsForEveryVerdictAndMakeThemSafe) {
    for (const char* verdict :
         {"authentic", "authentic-seal", "annulled", "doubtful", "altered", "unknown-signer", "not-ours", "unreadable"})
        for (const char* annulment : {"in-force", "annulled", "open"}) {
            contract::FileVerified said;
            said.verdict = verdict;
            said.annulment = annulment;
            said.number = "<script>1</script>";
            said.signatures.push_back({});
            said.signatures.front().signer = "\"><img src=x>";
            said.seal.emplace();
            for (const char* name : {"type", "number", "date", "holder", "document", "folios"})
                for (const char* onPage : {"yes", "no", "compare"}) said.seal->values.push_back({name, "<i>", onPage});
            said.reasons.push_back({"verification.moving-part", {{"part", "script"}}, {}});
            const auto page = m_pages.document(GetParam(), said);
            EXPECT_THAT(page, HasSubstr("Autoridad &amp; &lt;b&gt;"));
            for (const char* danger : {"<script>1", "<img src=x", "<i>", "<b>", "{{", "}}"})
                EXPECT_EQ(page.find(danger), std::string::npos) << danger;
        }
}

TEST_P(PagesTest, NameEveryTypeInBothLanguages) {
    const auto folder = support::sourceDir() / "templates" / "certificate-types";
    std::size_t types = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto type = entry.path().stem().string();
        const auto page =
            m_pages.certificate(GetParam(), "", issuance::PublishedCertificate{"N-1", "C", type, "2026-02-03", 3, ""});
        EXPECT_THAT(page,
                    HasSubstr(GetParam() == contract::Language::English ? "3 February 2026" : "3 de febrero de 2026"));
        EXPECT_EQ(page.find(m_pages.titleOf(type)) == std::string::npos, GetParam() == contract::Language::English)
            << type;
        ++types;
    }
    EXPECT_GT(types, 10U);
}

INSTANTIATE_TEST_SUITE_P(Languages, PagesTest,
                         testing::Values(contract::Language::Spanish, contract::Language::English));

}  // namespace
}  // namespace service
