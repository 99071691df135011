// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/http_errand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "tests/support/http_test_server.hpp"
#include "tests/support/ipp_test_printer.hpp"
#include "tests/support/silent_server.hpp"

namespace base::http {
namespace {

using namespace std::chrono_literals;
using support::HttpTestServer;
using testing::ElementsAre;

std::string codeOf(const Result<Bytes>& answer) { return answer ? "" : answer.refusal().first().code.name(); }

TEST(Errand, AsksAServerThatNeverAnswersOnce) {
    const support::SilentServer silent;
    Errand errand{{200ms, 200ms}, 30s};
    EXPECT_EQ(codeOf(errand.exchange({silent.url("/una")})), "http.timed-out");
    EXPECT_EQ(codeOf(errand.exchange({silent.url("/una")})), "http.timed-out");
    EXPECT_EQ(codeOf(errand.exchange({silent.url("/otra?x=1")})), "http.timed-out") << "with all its addresses";
    EXPECT_EQ(silent.connections(), 1);
    EXPECT_THAT(errand.failed(), ElementsAre(silent.url("")));
}

TEST(Errand, RemembersAPortWhereNobodyListens) {
    const auto nobody = "http://127.0.0.1:" + std::to_string(support::freePort());
    Errand errand;
    EXPECT_EQ(codeOf(errand.exchange({nobody + "/lista.crl"})), "http.unreachable");
    EXPECT_EQ(codeOf(errand.exchange({nobody + "/ocsp"})), "http.unreachable");
    EXPECT_THAT(errand.failed(), ElementsAre(nobody));
}

TEST(Errand, AsksOtherAddressesOfAServerThatRefusesOne) {
    std::atomic<int> asked{0};
    const HttpTestServer server{[&](const HttpTestServer::Question& question) {
        ++asked;
        return question.path == "/no" ? HttpTestServer::Answer{503} : HttpTestServer::Answer{200, bytesOf("sí")};
    }};
    Errand errand;
    EXPECT_EQ(codeOf(errand.exchange({server.url("/no")})), "http.refused");
    EXPECT_EQ(codeOf(errand.exchange({server.url("/no")})), "http.refused");
    EXPECT_TRUE(errand.exchange({server.url("/otra")}));
    EXPECT_TRUE(errand.exchange({server.url("/otra")}));
    EXPECT_EQ(asked, 3);
    EXPECT_THAT(errand.failed(), ElementsAre(server.url("/no")));
}

TEST(Errand, EndsWhenItsShareOfTimeIsSpent) {
    const support::SilentServer silent, other;
    Errand errand{{10s, 10s}, 200ms};
    EXPECT_EQ(codeOf(errand.exchange({silent.url("/")})), "http.timed-out") << "not after its ten seconds";
    EXPECT_EQ(codeOf(errand.exchange({other.url("/")})), "http.time-spent");
    EXPECT_EQ(other.connections(), 0);
}

TEST(Errand, AvoidsWhatFailedBefore) {
    const support::SilentServer silent;
    Errand errand;
    errand.avoid({silent.url("")});
    EXPECT_EQ(codeOf(errand.exchange({silent.url("/ocsp")})), "http.not-asked-again");
    EXPECT_EQ(silent.connections(), 0);
}

}  // namespace
}  // namespace base::http
