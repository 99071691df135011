// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "base/files.hpp"
#include "signing/certificates/path.hpp"
#include "signing/revocation/ocsp.hpp"
#include "signing/revocation/revocation_source.hpp"
#include "signing/timestamp/timestamp_transport.hpp"
#include "tests/signing/openssl_authority.hpp"
#include "tests/signing/timestamp_authority.hpp"
#include "tests/support/http_test_server.hpp"
#include "tests/support/ipp_test_printer.hpp"
#include "tests/support/silent_server.hpp"

namespace signing {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using support::HttpTestServer;
using testing::OpensslAuthority;
using Word = OcspStatus::Word;
using Answer = HttpTestServer::Answer;

class Revocation : public ::testing::Test {
   protected:
    base::SystemClock clock;
    OpensslAuthority authority{"Autoridad"};
    Certificate leaf = authority.certify("Persona", testing::somePublicKey());
};

TEST_F(Revocation, RespondersAnswersAreReadAndChecked) {
    const auto request = makeOcspRequest(leaf, authority.certificate);
    const auto answer = base::expected(authority.respond(request), "answer");
    const auto good = readOcspResponse(answer, leaf, authority.certificate, request);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->word, Word::Good);
    EXPECT_GT(good->nextUpdate.value(), clock.now());
    EXPECT_TRUE(readOcspResponse(answer, leaf, authority.certificate));
    const auto other = makeOcspRequest(leaf, authority.certificate);
    EXPECT_TRUE(readOcspResponse(answer, leaf, authority.certificate, other).refusal().has("signing.ocsp-wrong"_code));
    const auto stranger = authority.certify("Otra", testing::somePublicKey());
    EXPECT_TRUE(readOcspResponse(answer, stranger, authority.certificate).refusal().has("signing.ocsp-wrong"_code));
    const OpensslAuthority fake{"Autoridad"};
    EXPECT_FALSE(readOcspResponse(answer, leaf, fake.certificate));
    authority.revoke(leaf);
    const auto revoked =
        readOcspResponse(base::expected(authority.respond(request), "answer"), leaf, authority.certificate, request);
    ASSERT_TRUE(revoked);
    EXPECT_EQ(revoked->word, Word::Revoked);
    EXPECT_TRUE(revoked->revoked.has_value());
}

TEST_F(Revocation, AnyAlteredAnswerIsRefusedOrSaysTheSame) {
    const auto answer = base::expected(authority.respond(makeOcspRequest(leaf, authority.certificate)), "answer");
    for (std::size_t at = 0; at < answer.size(); at += 3) {
        auto altered = answer;
        altered[at] ^= 0x41U;
        const auto read = readOcspResponse(altered, leaf, authority.certificate);
        EXPECT_TRUE(!read || read->word == Word::Good) << at;
        EXPECT_FALSE(readOcspResponse(base::BytesView{answer}.first(at), leaf, authority.certificate)) << at;
    }
}

TEST_F(Revocation, PathsKnowFromListsAndAnswers) {
    const std::vector<Certificate> anchors{authority.certificate};
    PathQuestion question{anchors, clock.now()};
    EXPECT_TRUE(verifyPath(leaf, question).valid);
    EXPECT_FALSE(verifyPath(leaf, question).revocationKnown);
    const std::vector<base::Bytes> responses{
        base::expected(authority.respond(makeOcspRequest(leaf, authority.certificate)), "answer")};
    question.responses = responses;
    EXPECT_TRUE(verifyPath(leaf, question).revocationKnown);
    authority.revoke(leaf);
    const std::vector<RevocationList> lists{authority.revocationList()};
    question.revocations = lists;
    const auto verdict = verifyPath(leaf, question);
    EXPECT_FALSE(verdict.valid);
    EXPECT_FALSE(verdict.revocationKnown);
    EXPECT_EQ(verdict.reasons.front().code, "signing.certificate-revoked"_code);
}

TEST_F(Revocation, SourcesAskWhomTheCertificateNames) {
    bool down = false;
    const HttpTestServer server{[&](const HttpTestServer::Question& question) {
        if (question.path == "/ocsp" && down) return Answer{503};
        if (question.path == "/ocsp") return Answer{200, base::expected(authority.respond(question.body), "answer")};
        return Answer{200, authority.revocationList().der};
    }};
    const auto named = authority.certify("Con servicio", testing::somePublicKey(),
                                         "authorityInfoAccess = OCSP;URI:" + server.url("/ocsp") +
                                             "\ncrlDistributionPoints = URI:" + server.url("/lista.crl") + "\n");
    EXPECT_EQ(named.ocspUrl, server.url("/ocsp"));
    EXPECT_THAT(named.crlUrls, ::testing::ElementsAre(server.url("/lista.crl")));
    const RevocationSource atHand{{}};
    const auto network = [] { return RevocationSource{{}, std::make_shared<base::http::Errand>()}; };
    const auto asked = [&](const RevocationSource& source) {
        return source.proofOf(named, authority.certificate, clock.now() + 1s);
    };
    EXPECT_TRUE(asked(atHand).refusal().has("signing.revocation-unknown"_code));
    EXPECT_FALSE(asked(network())->response.empty());
    down = true;
    EXPECT_FALSE(asked(network())->list.empty());
    authority.revoke(named);
    EXPECT_TRUE(asked(network()).refusal().has("signing.certificate-revoked"_code));
    down = false;
    EXPECT_TRUE(asked(network()).refusal().has("signing.certificate-revoked"_code));
    EXPECT_TRUE(
        network().proofOf(leaf, authority.certificate, clock.now()).refusal().has("signing.revocation-unknown"_code));
}

TEST_F(Revocation, RespondersThatWantNoProofAreBelieved) {
    (void)authority.delegate("noCheck = ignored\n");
    const auto answer = base::expected(authority.respond(makeOcspRequest(leaf, authority.certificate)), "answer");
    EXPECT_FALSE(readOcspResponse(answer, leaf, authority.certificate)->toBeProven);
    const std::vector<Certificate> anchors{authority.certificate};
    const std::vector<base::Bytes> responses{answer};
    PathQuestion question{anchors, clock.now()};
    question.responses = responses;
    EXPECT_TRUE(verifyPath(leaf, question).revocationKnown);
}

TEST_F(Revocation, RespondersThatNobodyProvesProveNothing) {
    const auto responder = authority.delegate("");
    const auto answer = base::expected(authority.respond(makeOcspRequest(leaf, authority.certificate)), "answer");
    EXPECT_EQ(readOcspResponse(answer, leaf, authority.certificate)->toBeProven->der, responder.der);
    const std::vector<Certificate> anchors{authority.certificate};
    const std::vector<base::Bytes> responses{answer};
    PathQuestion question{anchors, clock.now()};
    question.responses = responses;
    EXPECT_TRUE(verifyPath(leaf, question).valid);
    EXPECT_FALSE(verifyPath(leaf, question).revocationKnown);
}

TEST_F(Revocation, SourcesProveTheResponderToo) {
    bool lists = true;
    const HttpTestServer server{[&](const HttpTestServer::Question& question) {
        if (question.path == "/ocsp") return Answer{200, base::expected(authority.respond(question.body), "answer")};
        return lists ? Answer{200, authority.revocationList().der} : Answer{503};
    }};
    const auto responder = authority.delegate("crlDistributionPoints = URI:" + server.url("/lista.crl") + "\n");
    const auto named = authority.certify("Con servicio", testing::somePublicKey(),
                                         "authorityInfoAccess = OCSP;URI:" + server.url("/ocsp") + "\n");
    const auto asked = [&] {
        return RevocationSource{{}, std::make_shared<base::http::Errand>()}.proofOf(named, authority.certificate,
                                                                                    clock.now() + 1s);
    };
    const auto proof = base::expected(asked(), "proof");
    EXPECT_FALSE(proof.response.empty());
    EXPECT_FALSE(
        base::expected(readRevocationList(proof.listOfResponder), "list").revoked.contains(responder.serialNumber));
    lists = false;
    EXPECT_TRUE(asked().refusal().has("signing.responder-unproven"_code));
    EXPECT_TRUE(asked().refusal().has("signing.revocation-unknown"_code));
    lists = true;
    authority.revoke(responder);
    EXPECT_TRUE(asked().refusal().has("signing.responder-unproven"_code));
}

TEST(LongPaths, AreJudgedUpToEightCertificates) {
    const base::SystemClock clock;
    const OpensslAuthority root{"Raíz"};
    std::vector<std::unique_ptr<OpensslAuthority>> below;
    std::vector<Certificate> intermediates;
    const std::vector<Certificate> anchors{root.certificate};
    for (int number = 1; number <= 7; ++number) {
        const auto& above = below.empty() ? root : *below.back();
        const auto leaf = above.certify("Persona", testing::somePublicKey());
        const auto verdict = verifyPath(leaf, {anchors, clock.now(), {}, Certificate::kNonRepudiation, intermediates});
        EXPECT_TRUE(verdict.valid) << number;
        EXPECT_EQ(verdict.intermediates.size(), static_cast<std::size_t>(number - 1));
        EXPECT_EQ(verifyPath(leaf, {anchors, clock.now()}).valid, number == 1);
        below.push_back(std::make_unique<OpensslAuthority>("Nivel " + std::to_string(number), &above));
        intermediates.insert(intermediates.begin(), below.back()->certificate);
    }
    const auto tooFar = below.back()->certify("Persona", testing::somePublicKey());
    const auto verdict = verifyPath(tooFar, {anchors, clock.now(), {}, Certificate::kNonRepudiation, intermediates});
    EXPECT_FALSE(verdict.valid);
    EXPECT_EQ(verdict.reasons.front().code, "signing.issuer-unknown"_code);
}

TEST(LongPaths, RespectWhatAuthoritiesMayDo) {
    const base::SystemClock clock;
    const OpensslAuthority root{"Raíz", nullptr, "critical,CA:TRUE,pathlen:0"}, middle{"Intermedia", &root};
    const auto leaf = middle.certify("Persona", testing::somePublicKey());
    const std::vector<Certificate> anchors{root.certificate}, intermediates{middle.certificate};
    const auto verdict = verifyPath(leaf, {anchors, clock.now(), {}, Certificate::kNonRepudiation, intermediates});
    EXPECT_FALSE(verdict.valid);
    EXPECT_EQ(verdict.reasons.front().code, "signing.path-too-long"_code);
    // A person's certificate certifies nobody.
    const OpensslAuthority other{"Otra raíz"}, person{"Persona", &other, "critical,CA:FALSE"};
    const auto below = person.certify("Otra", testing::somePublicKey());
    const std::vector<Certificate> others{other.certificate}, persons{person.certificate};
    EXPECT_FALSE(verifyPath(below, {others, clock.now(), {}, Certificate::kNonRepudiation, persons}).valid);
    // A revoked authority ends the path.
    OpensslAuthority third{"Tercera"};
    const OpensslAuthority fallen{"Caída", &third};
    const auto under = fallen.certify("Persona", testing::somePublicKey());
    third.revoke(fallen.certificate);
    const std::vector<Certificate> thirds{third.certificate}, fallens{fallen.certificate};
    const std::vector<RevocationList> lists{third.revocationList()};
    EXPECT_TRUE(verifyPath(under, {thirds, clock.now(), {}, Certificate::kNonRepudiation, fallens}).valid);
    EXPECT_FALSE(verifyPath(under, {thirds, clock.now(), lists, Certificate::kNonRepudiation, fallens}).valid);
}

TEST(TimestampsOverHttp, AreBoundedInTimeAndSize) {
    const base::SystemClock clock;
    const testing::TimestampAuthority authority;
    Answer next;
    const HttpTestServer server{[&](const HttpTestServer::Question& question) {
        if (question.path != "/tsa") return next;
        return Answer{200, base::expected(authority.reply(question.body), "reply")};
    }};
    const auto stamped = [&](const std::string& url, base::http::Limits limits = {}) {
        return TimestampClient{
            httpTransport(url, std::make_shared<base::http::Errand>(limits)), {{authority.root}}, clock}
            .stamp(base::bytesOf("acta"));
    };
    EXPECT_TRUE(stamped(server.url("/tsa")));
    base::http::Limits quick;
    quick.whole = 300ms;
    quick.answer = 1000;
    next = {500};
    EXPECT_TRUE(stamped(server.url("/other")).refusal().has("http.refused"_code));
    next = {200, base::Bytes(2000, 1)};
    EXPECT_TRUE(stamped(server.url("/other"), quick).refusal().has("http.answer-too-large"_code));
    next = {200, base::bytesOf("nothing of the kind")};
    EXPECT_TRUE(stamped(server.url("/other")).refusal().has("signing.timestamp-wrong"_code));
    EXPECT_TRUE(stamped("http://127.0.0.1:1/").refusal().has("http.unreachable"_code));
    EXPECT_TRUE(stamped("file:///etc/passwd").refusal().has("http.bad-address"_code));
    const HttpTestServer hanging{[](const auto&) { return Answer{200, base::bytesOf("x"), true}; }};
    EXPECT_TRUE(stamped(hanging.url(), quick).refusal().has("http.timed-out"_code));
    EXPECT_FALSE(stamped("https" + server.url("/tsa").substr(4), quick));
}

TEST_F(Revocation, SourcesAskAnAddressThatFailedOnlyOnce) {
    const HttpTestServer lists{[&](const auto&) { return Answer{200, authority.revocationList().der}; }};
    const support::SilentServer silent;
    const auto unreachable = "http://127.0.0.1:" + std::to_string(support::freePort());
    const auto errand = std::make_shared<base::http::Errand>(base::http::Limits{300ms, 300ms}, 30s);
    const RevocationSource source{{}, errand};
    for (const auto& responder : {silent.url("/ocsp"), unreachable + "/ocsp"})
        for (int person = 1; person <= 3; ++person) {
            const auto named = authority.certify("Persona " + std::to_string(person), testing::somePublicKey(),
                                                 "authorityInfoAccess = OCSP;URI:" + responder +
                                                     "\ncrlDistributionPoints = URI:" + lists.url("/lista.crl") + "\n");
            EXPECT_FALSE(
                base::expected(source.proofOf(named, authority.certificate, clock.now() + 1s), "proof").list.empty());
        }
    EXPECT_EQ(silent.connections(), 1);
    EXPECT_THAT(errand->failed(), ::testing::UnorderedElementsAre(silent.url(""), unreachable));
}

/// OpenSSL's own HTTPS server over a folder, with a certificate that nobody knows.
class HttpsFolder {
   public:
    HttpsFolder() {
        base::writeFileDurably(m_folder.path() / "lista", std::string_view{"contenido"});
        testing::run("openssl", {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                                 "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                                 file("key"), "-out", certificate()});
        m_child = ::fork();
        if (m_child == 0) {
            if (::chdir(m_folder.path().c_str()) != 0) ::_exit(1);
            const auto port = std::to_string(m_port);
            ::execlp("openssl", "openssl", "s_server", "-quiet", "-accept", port.c_str(), "-cert",
                     certificate().c_str(), "-key", file("key").c_str(), "-WWW", nullptr);
            ::_exit(127);
        }
    }
    ~HttpsFolder() {
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
    }
    HttpsFolder(const HttpsFolder&) = delete;
    HttpsFolder& operator=(const HttpsFolder&) = delete;
    [[nodiscard]] std::string certificate() const { return file("cert.pem"); }
    [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(m_port) + "/lista"; }

   private:
    [[nodiscard]] std::string file(const std::string& name) const { return (m_folder.path() / name).string(); }
    support::ScratchFolder m_folder;
    int m_port = support::freePort();
    pid_t m_child = 0;
};

TEST(Https, TrustsOnlyServersWhoseCertificateIsVerified) {
    const HttpsFolder server;
    base::http::Limits trusting;
    trusting.authorities = server.certificate();
    auto answer = base::http::exchange({server.url()}, trusting);
    for (int tries = 0; tries < 100 && !answer; ++tries) {
        std::this_thread::sleep_for(50ms);
        answer = base::http::exchange({server.url()}, trusting);
    }
    ASSERT_TRUE(answer);
    EXPECT_EQ(base::textOf(*answer), "contenido");
    EXPECT_TRUE(base::http::exchange({server.url()}).refusal().has("http.unreachable"_code));
}

}  // namespace
}  // namespace signing
