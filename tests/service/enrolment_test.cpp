// SPDX-License-Identifier: GPL-3.0-or-later
// From a workstation's key to its end, through a door.
#include <gtest/gtest.h>
#include <httplib.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "contract/acts.hpp"
#include "service/door.hpp"
#include "service/remote_office.hpp"
#include "service/workstation_home.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/service/test_certificates.hpp"
#include "tests/signing/house.hpp"

namespace service {
namespace {

using namespace base::literals;
using namespace contract;

constexpr const char* kPassword = "clave de prueba larga";

/// One house and one door for all tests here; each has a workstation of its own.
class EnrolmentTest : public testing::Test {
   protected:
    static void SetUpTestSuite() {
        s_house = std::make_unique<support::TrainingHouse>();
        s_certificates = std::make_unique<support::TestCertificates>();
        base::expected(s_house->ask("administrator", ServiceCertify{{"127.0.0.1", "localhost"}}, "security_officer"),
                       "service");
        DoorSettings settings;
        settings.certificate = settings.key = s_house->home() / "service" / "service.pem";
        settings.workstations = s_house->home() / "service" / "roots.pem";
        s_door = std::make_unique<Door>(s_house->office(), settings);
    }
    static void TearDownTestSuite() {
        s_door.reset();
        s_certificates.reset();
        s_house.reset();
    }
    void SetUp() override {
        m_name = "puesto-" + std::to_string(++s_workstations);
        base::expected(s_house->ask("administrator", WorkstationCreate{m_name, m_name, "central"}), m_name);
    }

    [[nodiscard]] WorkstationHome home(const std::string& folder = "desk") const {
        return WorkstationHome{m_folder.path() / folder};
    }
    [[nodiscard]] WorkstationRequest requestOf(const WorkstationHome& desk) const {
        return base::expected(desk.request(m_name), "request");
    }
    static auto enroll(const base::Bytes& request, const std::string& fingerprint, const std::string& second,
                       std::optional<std::int64_t> days = {}) {
        return s_house->ask("administrator", WorkstationEnroll{request, fingerprint, days}, second);
    }
    static std::string refusedEnrolment(const base::Bytes& request, const std::string& fingerprint,
                                        const std::string& second = "security_officer",
                                        std::optional<std::int64_t> days = {}) {
        const auto answer = enroll(request, fingerprint, second, days);
        return answer ? "nothing" : answer.refusal().first().code.name();
    }
    /// Asks, enrols, installs.
    WorkstationPass passFor(const WorkstationHome& desk) {
        const auto asked = requestOf(desk);
        const auto answer =
            base::expected(enroll(base::bytesOf(asked.pem), asked.fingerprint, "security_officer"), "enrolment");
        return base::expected(desk.install(base::textOf(answer.file.content)), "install");
    }
    static std::unique_ptr<contract::Office> officeFor(const WorkstationHome& desk) {
        return openRemoteOffice(
            {"https://localhost:" + std::to_string(s_door->port()), desk.pass(), desk.pass(), desk.roots()});
    }
    /// A client below the contract, which keeps its connection.
    static std::unique_ptr<httplib::SSLClient> clientFor(const WorkstationHome& desk) {
        auto client = std::make_unique<httplib::SSLClient>("localhost", s_door->port(), desk.pass().string(),
                                                           desk.pass().string());
        client->set_ca_cert_path(desk.roots().string());
        client->set_keep_alive(true);
        return client;
    }
    std::string loggedIn(contract::Office& office, const std::string& user) const {
        return base::expected(office.ask({}, SessionOpen{user, kPassword, m_name}), user).token;
    }
    static WorkstationLine lineOf(const std::string& workstation) {
        const auto listed = s_house->ask("auditor", WorkstationList{});
        for (const auto& line : listed->workstations)
            if (line.workstation == workstation) return line;
        throw std::runtime_error{workstation};
    }
    /// A request by OpenSSL of a subject; `key` as `openssl req -newkey` takes it.
    base::Bytes foreignRequest(const std::string& subject, const std::vector<std::string>& key = {
                                                               "ec", "-pkeyopt", "ec_paramgen_curve:P-256"}) const {
        std::vector<std::string> words{"req", "-new", "-nodes", "-subj", subject, "-newkey"};
        words.insert(words.end(), key.begin(), key.end());
        const auto file = (m_folder.path() / "foreign").string();
        for (const std::string& word : {std::string{"-keyout"}, file + ".key", std::string{"-out"}, file})
            words.push_back(word);
        const auto made = signing::testing::run("openssl", words);
        if (made.exitCode != 0) throw std::runtime_error{made.output};
        return base::readFile(file, 1 << 16).value();
    }

    static std::unique_ptr<support::TrainingHouse> s_house;
    static std::unique_ptr<support::TestCertificates> s_certificates;
    static std::unique_ptr<Door> s_door;
    static int s_workstations;
    support::ScratchFolder m_folder;
    std::string m_name;
};
std::unique_ptr<support::TrainingHouse> EnrolmentTest::s_house;
std::unique_ptr<support::TestCertificates> EnrolmentTest::s_certificates;
std::unique_ptr<Door> EnrolmentTest::s_door;
int EnrolmentTest::s_workstations = 0;

TEST_F(EnrolmentTest, LetsAWorkstationInAndTellsOfIt) {
    const auto pass = passFor(home());
    EXPECT_EQ(pass.workstation, m_name);
    const auto office = officeFor(home());
    EXPECT_EQ(lineOf(m_name).certificates.at(0).state, "waiting");
    const auto token = loggedIn(*office, "auditor");
    EXPECT_TRUE(office->ask({token}, JournalVerify{}));
    const auto certificate = lineOf(m_name).certificates.at(0);
    EXPECT_EQ(certificate.state, "in_use");
    EXPECT_EQ(certificate.person, "admin");
    EXPECT_EQ(certificate.second, "security_officer");
    EXPECT_EQ(certificate.validUntil, base::formatTimestamp(pass.validUntil));
}

TEST_F(EnrolmentTest, TheKeyStaysAtTheWorkstationForItsOwnerOnly) {
    const auto desk = home();
    const auto asked = requestOf(desk);
    EXPECT_EQ(asked.pem.find("PRIVATE"), std::string::npos);
    const auto modeOf = [](const std::filesystem::path& file) {
        struct stat status {};
        return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
    };
    EXPECT_EQ(modeOf(m_folder.path() / "desk" / "workstation-request.key"), 0600U);
    // Whoever lost the file asks for the same again.
    EXPECT_EQ(requestOf(desk).fingerprint, asked.fingerprint);
    (void)passFor(desk);
    EXPECT_EQ(modeOf(desk.pass()), 0600U);
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "desk" / "workstation-request.key"));
    EXPECT_NE(requestOf(desk).fingerprint, asked.fingerprint);
}

TEST_F(EnrolmentTest, TakesTwoPeopleWhoMay) {
    const auto asked = requestOf(home());
    const auto request = base::bytesOf(asked.pem);
    EXPECT_EQ(refusedEnrolment(request, asked.fingerprint, ""), "people.second-person-missing");
    EXPECT_EQ(refusedEnrolment(request, asked.fingerprint, "administrator"), "people.same-person");
    EXPECT_EQ(refusedEnrolment(request, asked.fingerprint, "auditor"), "people.not-permitted");
    EXPECT_TRUE(lineOf(m_name).certificates.empty());
    EXPECT_EQ(refusedEnrolment(request, asked.fingerprint), "nothing");
}

TEST_F(EnrolmentTest, TakesTheKeyOnlyWhoseFingerprintWasTold) {
    const auto asked = requestOf(home());
    const auto request = base::bytesOf(asked.pem);
    auto other = asked.fingerprint;
    other[0] = other[0] == '0' ? '1' : '0';
    EXPECT_EQ(refusedEnrolment(request, other), "office.fingerprint-differs");
    EXPECT_EQ(refusedEnrolment(request, requestOf(home("another")).fingerprint), "office.fingerprint-differs");
    for (const auto& bad : {std::string{}, asked.fingerprint.substr(0, 19), asked.fingerprint + "0",
                            std::string{"los primeros cinco grupos"}})
        EXPECT_EQ(refusedEnrolment(request, bad), "office.bad-fingerprint") << bad;
    std::string spoken = asked.fingerprint.substr(0, 20);
    for (std::size_t at = 16; at > 0; at -= 4) spoken.insert(at, "-");
    std::ranges::transform(spoken, spoken.begin(), [](unsigned char letter) { return std::toupper(letter); });
    EXPECT_EQ(refusedEnrolment(request, spoken), "nothing") << spoken;
}

TEST_F(EnrolmentTest, RefusesWhatIsNoGoodRequest) {
    const auto asked = requestOf(home());
    const auto good = base::bytesOf(asked.pem);
    const auto& told = asked.fingerprint;
    for (const std::int64_t days : {-1, 0, 826})
        EXPECT_EQ(refusedEnrolment(good, told, "security_officer", days), "office.bad-days") << days;
    EXPECT_EQ(refusedEnrolment(foreignRequest("/CN=" + m_name, {"rsa:512"}), told), "signing.request-key-unsuitable");
    EXPECT_EQ(refusedEnrolment(foreignRequest("/CN=" + m_name, {"rsa:3072"}), told), "signing.request-key-unsuitable");
    EXPECT_EQ(refusedEnrolment(base::Bytes(1U << 20, 0x30), told), "signing.malformed");
    EXPECT_EQ(refusedEnrolment({}, told), "signing.malformed");
    for (const std::string subject : {"/O=nadie", "/CN=a/CN=b", "/CN=a\x1b[2Jb"})
        EXPECT_EQ(refusedEnrolment(foreignRequest(subject), told), "signing.request-name") << subject;
    for (const auto& name :
         {std::string{"..\\/..\\/etc"}, std::string{"linea 1"}, std::string{"a;b"}, std::string(33, 'a')})
        EXPECT_EQ(refusedEnrolment(foreignRequest("/CN=" + name), told), "people.bad-id") << name;
    for (const std::string& name :
         {std::string{}, std::string{"../../etc"}, std::string{"linea 1"}, std::string(33, 'a')})
        EXPECT_TRUE(home("odd").request(name).refusal().has("people.bad-id"_code)) << name;
    const auto unknown = base::expected(home("nowhere").request("no-existe"), "request");
    EXPECT_EQ(refusedEnrolment(base::bytesOf(unknown.pem), unknown.fingerprint), "people.unknown-workstation");
    EXPECT_TRUE(lineOf(m_name).certificates.empty());
}

TEST_F(EnrolmentTest, ARevocationHoldsAtOnceOnAnOpenConnection) {
    (void)passFor(home());
    const auto token = loggedIn(*officeFor(home()), "auditor");
    const auto client = clientFor(home());
    const httplib::Headers session{{"Authorization", "Bearer " + token}};
    const auto post = [&] { return client->Post("/acts/journal.verify", session, "{}", "application/json"); };
    ASSERT_EQ(post()->status, 200);
    const auto socket = client->socket();
    ASSERT_TRUE(s_house->ask("security_officer", WorkstationRevoke{m_name, "Equipo robado"}));
    const auto after = post();
    ASSERT_TRUE(after);
    EXPECT_EQ(client->socket(), socket) << "a new connection proves nothing";
    EXPECT_EQ(after->status, 403);
    EXPECT_NE(after->body.find("people.workstation-revoked"), std::string::npos) << after->body;
    // Nor does the session live on where no door stands between.
    EXPECT_TRUE(s_house->office().ask({token}, JournalVerify{}).refusal().has("people.no-session"_code));
    EXPECT_TRUE(officeFor(home())
                    ->ask({}, SessionOpen{"auditor", kPassword, m_name})
                    .refusal()
                    .has("people.workstation-revoked"_code));
    const auto line = lineOf(m_name).certificates.at(0);
    EXPECT_EQ(line.state, "revoked");
    EXPECT_EQ(line.reason, "Equipo robado");
    EXPECT_TRUE(s_house->ask("security_officer", WorkstationRevoke{m_name, "otra vez"})
                    .refusal()
                    .has("people.no-certificate-stands"_code));
    // The way back is a new enrolment with a new key.
    (void)passFor(home());
    EXPECT_TRUE(officeFor(home())->ask({}, SessionOpen{"auditor", kPassword, m_name}));
}

TEST_F(EnrolmentTest, AReasonIsGivenForARevocation) {
    (void)passFor(home());
    for (const std::string reason : {"", "a\nb"})
        EXPECT_TRUE(
            s_house->ask("administrator", WorkstationRevoke{m_name, reason}).refusal().has("pki.reason-missing"_code));
    EXPECT_EQ(lineOf(m_name).certificates.at(0).state, "waiting");
}

TEST_F(EnrolmentTest, RenewsOverItsOwnConnection) {
    const auto desk = home();
    (void)passFor(desk);
    const auto office = officeFor(desk);
    const auto token = loggedIn(*office, "admin");
    ASSERT_TRUE(office->ask({token}, WorkstationList{}));
    const auto asked = requestOf(desk);
    const auto answer = office->ask({token}, WorkstationRenew{base::bytesOf(asked.pem)});
    ASSERT_TRUE(answer) << answer.refusal().first().code.name();
    // Until the new one is used, the old one stands: an answer that is lost locks nobody out.
    EXPECT_TRUE(office->ask({token}, WorkstationList{}));
    std::filesystem::copy(m_folder.path() / "desk", m_folder.path() / "copy");
    ASSERT_TRUE(desk.install(base::textOf(answer->file.content)));
    EXPECT_TRUE(officeFor(desk)->ask({token}, WorkstationList{})) << "the session is the workstation's";
    EXPECT_TRUE(office->ask({token}, WorkstationList{}).refusal().has("people.workstation-succeeded"_code));
    EXPECT_TRUE(
        officeFor(home("copy"))->ask({token}, WorkstationList{}).refusal().has("people.workstation-succeeded"_code));
    const auto lines = lineOf(m_name).certificates;
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].state, "in_use");
    EXPECT_EQ(lines[0].second, std::nullopt);
    EXPECT_EQ(lines[1].state, "succeeded");
}

TEST_F(EnrolmentTest, RenewsNoOtherWorkstationAndNoKeyThatServed) {
    const auto desk = home();
    (void)passFor(desk);
    const auto office = officeFor(desk);
    const auto token = loggedIn(*office, "admin");
    const auto refusal = [&](const std::string& pem) {
        const auto answer = office->ask({token}, WorkstationRenew{base::bytesOf(pem)});
        return answer ? "nothing" : answer.refusal().first().code.name();
    };
    EXPECT_EQ(refusal(base::expected(home("other").request("linea-1"), "request").pem), "office.request-of-another");
    std::filesystem::copy_file(desk.pass(), m_folder.path() / "desk" / "workstation-request.key");
    EXPECT_EQ(refusal(requestOf(desk).pem), "people.key-known");
    EXPECT_TRUE(
        office->ask({loggedIn(*office, "operator")}, WorkstationRenew{}).refusal().has("people.not-permitted"_code));
    EXPECT_TRUE(s_house->ask("administrator", WorkstationRenew{}).refusal().has("office.renew-at-door"_code));
}

TEST_F(EnrolmentTest, InstallsOnlyWhatIsForItsKey) {
    const auto desk = home();
    EXPECT_TRUE(desk.install("nada").refusal().has("service.bad-answer"_code));
    const auto asked = requestOf(desk);
    const auto answer = base::textOf(
        base::expected(enroll(base::bytesOf(asked.pem), asked.fingerprint, "security_officer"), "answer").file.content);
    EXPECT_TRUE(home("empty").install(answer).refusal().has("service.no-request"_code));
    const auto other = home("other");
    (void)requestOf(other);
    EXPECT_TRUE(other.install(answer).refusal().has("service.answer-of-another"_code));
    const auto leafEnd = answer.find("-----BEGIN", 1);
    EXPECT_TRUE(desk.install(answer.substr(0, leafEnd)).refusal().has("service.bad-answer"_code)) << "without root";
    const auto foreign =
        base::textOf(base::readFile(s_certificates->path("stranger.pem"), std::size_t{1} << 16).value());
    EXPECT_TRUE(desk.install(answer.substr(0, leafEnd) + foreign).refusal().has("service.bad-answer"_code));
    EXPECT_FALSE(desk.present());
    EXPECT_TRUE(desk.install(answer));
    EXPECT_TRUE(desk.install(answer)) << "again, as after a crash";
    EXPECT_TRUE(desk.present());
}

TEST_F(EnrolmentTest, TheServiceIsCertifiedByTwoPeopleUnderItsHosts) {
    const auto refusal = [](const std::vector<std::string>& hosts, const std::string& second = "security_officer") {
        const auto answer = s_house->ask("administrator", ServiceCertify{hosts}, second);
        return answer ? "nothing" : answer.refusal().first().code.name();
    };
    const auto file = s_house->home() / "service" / "service.pem";
    const auto before = base::readFile(file, 1 << 16).value();
    EXPECT_EQ(refusal({"localhost"}, ""), "people.second-person-missing");
    EXPECT_EQ(refusal({"localhost"}, "operator"), "people.not-permitted");
    EXPECT_EQ(refusal({}), "office.bad-hosts");
    for (const std::string host : {"", "https://localhost", "localhost:8443", "10.0.0.256", "a b"})
        EXPECT_EQ(refusal({"localhost", host}), "office.bad-host") << host;
    EXPECT_EQ(base::readFile(file, 1 << 16).value(), before);
}

TEST_F(EnrolmentTest, AClosedWorkstationIsNotEnrolled) {
    ASSERT_TRUE(s_house->ask("administrator", WorkstationClose{m_name, "Traslado"}));
    const auto asked = requestOf(home());
    EXPECT_EQ(refusedEnrolment(base::bytesOf(asked.pem), asked.fingerprint), "people.unknown-workstation");
}

TEST_F(EnrolmentTest, WhatAnOldRootCertifiedStandsBesideTheNewRoot) {
    (void)passFor(home());
    const auto roots = s_house->home() / "service" / "roots.pem";
    const auto before = base::textOf(base::readFile(roots, 1 << 16).value());
    base::expected(s_house->ask("security_officer", PkiRenew{"operational-root"}, "administrator"), "renewal");
    const auto after = base::textOf(base::readFile(roots, 1 << 16).value());
    EXPECT_GT(after.size(), before.size());
    EXPECT_TRUE(after.ends_with(before));
    EXPECT_TRUE(officeFor(home())->ask({}, SessionOpen{"auditor", kPassword, m_name}));
    // The next certificate is the new root's, and brings it along.
    const auto next = home("next");
    (void)passFor(next);
    EXPECT_EQ(base::textOf(base::readFile(next.roots(), 1 << 16).value()), after);
    s_door->takeNewRoots();
    for (const auto& desk : {home(), next})
        EXPECT_TRUE(officeFor(desk)->ask({}, SessionOpen{"auditor", kPassword, m_name}));
}

}  // namespace
}  // namespace service
