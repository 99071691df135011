// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/door.hpp"

#include <gtest/gtest.h>
#include <httplib.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "base/failure.hpp"
#include "contract/acts.hpp"
#include "records/operators/permission_table.hpp"
#include "records/operators/role.hpp"
#include "service/remote_office.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/service/test_certificates.hpp"
#include "tests/signing/house.hpp"
#include "tests/support/loopback.hpp"

namespace service {
namespace {

using namespace base::literals;
using namespace contract;

constexpr const char* kLine = "linea-1";  // where the people of the training house log in

/// One house and one door for all tests here: what they change, they change for themselves.
class DoorTest : public testing::Test {
   protected:
    static void SetUpTestSuite() {
        s_house = std::make_unique<support::TrainingHouse>();
        s_certificates = std::make_unique<support::TestCertificates>();
        if (!s_house->ask("administrator", WorkstationCreate{"mostrador-1", "Mostrador 1", "central"}))
            throw std::runtime_error{"mostrador-1"};
        for (const std::string name : {kLine, "mostrador-1"}) {
            s_certificates->enrolled(*s_house, name);
            s_certificates->issue("house", "unknown-" + name, "/C=GT/CN=" + name, "client");
        }
        DoorSettings settings;
        settings.certificate = s_certificates->path("server.pem");
        settings.key = s_certificates->path("server.key");
        settings.workstations = s_certificates->path("trusted.pem");
        settings.largestRequest = 1U << 20;
        s_door = std::make_unique<Door>(s_house->office(), settings);
    }
    static void TearDownTestSuite() {
        s_door.reset();
        s_certificates.reset();
        s_house.reset();
    }

    static std::string url() { return "https://127.0.0.1:" + std::to_string(s_door->port()); }
    static RemoteSettings settingsOf(const std::string& file, const std::string& root = "house") {
        return {url(), s_certificates->path(file + ".pem"), s_certificates->path(file + ".key"),
                s_certificates->path(root + ".pem")};
    }
    static std::unique_ptr<contract::Office> officeAt(const std::string& file) {
        return openRemoteOffice(settingsOf(file));
    }
    static Credentials as(const std::string& person) { return {s_house->token(person)}; }
    /// The code with which asking broke.
    static std::string brokenBy(contract::Office& office) {
        try {
            (void)office.ask(as("auditor"), JournalVerify{});
        } catch (const base::Failure& failure) {
            return failure.code().name();
        }
        return "nothing";
    }
    /// A client below the contract, at the workstation of the line.
    static std::unique_ptr<httplib::SSLClient> rawClient() {
        auto client = std::make_unique<httplib::SSLClient>(
            "127.0.0.1", s_door->port(), s_certificates->path("linea-1.pem"), s_certificates->path("linea-1.key"));
        client->set_keep_alive(true);
        client->set_ca_cert_path(s_certificates->path("house.pem"));
        return client;
    }

    static std::unique_ptr<support::TrainingHouse> s_house;
    static std::unique_ptr<support::TestCertificates> s_certificates;
    static std::unique_ptr<Door> s_door;
};
std::unique_ptr<support::TrainingHouse> DoorTest::s_house;
std::unique_ptr<support::TestCertificates> DoorTest::s_certificates;
std::unique_ptr<Door> DoorTest::s_door;

TEST_F(DoorTest, AnswersAsTheLocalOfficeDoes) {
    const auto remote = officeAt(kLine);
    ASSERT_TRUE(remote->ask(as("auditor"), JournalVerify{})) << "the first use of a certificate is in the journal";
    const auto here = s_house->ask("auditor", JournalVerify{});
    const auto there = remote->ask(as("auditor"), JournalVerify{});
    ASSERT_TRUE(here && there);
    EXPECT_EQ(here->entries, there->entries);
    const auto received = remote->ask({s_house->token("custodian"), s_house->token("custodian2")},
                                      StockReceive{s_house->material("manifest.xml")});
    ASSERT_TRUE(received);
    EXPECT_EQ(received->quantity, 200);
    EXPECT_EQ(s_house->ask("auditor", PlaceShow{"vault"})->quantity, 200);
}

TEST_F(DoorTest, LetsNobodyBeyondTheirRole) {
    const auto remote = officeAt(kLine);
    forEachDeclaration([&](const Declaration& act) {
        if (act.permission.empty()) return;
        for (const auto role : records::kAllRoles) {
            if (records::permits({role}, act.permission) || role == records::Role::Administrator) continue;
            const std::string person{records::nameOf(role)};
            const auto answer = remote->perform(act.name, as(person), Json::object());
            ASSERT_FALSE(answer) << act.name << " by " << person;
            EXPECT_TRUE(answer.refusal().has("people.not-permitted"_code)) << act.name << " by " << person;
        }
    });
}

TEST_F(DoorTest, AnswersNothingWithoutASession) {
    const auto remote = officeAt(kLine);
    forEachDeclaration([&](const Declaration& act) {
        if (act.effect == Effect::Opens) return;
        for (const std::string token : {"", "no-such-token"}) {
            const auto answer = remote->perform(act.name, {token}, Json::object());
            ASSERT_FALSE(answer) << act.name;
            EXPECT_TRUE(answer.refusal().has("people.no-session"_code)) << act.name;
        }
    });
    EXPECT_TRUE(remote->perform("no.such-act", {}, Json::object()).refusal().has("office.unknown-act"_code));
}

TEST_F(DoorTest, ASessionIsOfNoUseAtAnotherWorkstation) {
    const auto counter = officeAt("mostrador-1");
    EXPECT_TRUE(counter->ask(as("auditor"), JournalVerify{}).refusal().has("people.session-elsewhere"_code));
    // Nor does a log-in from there open one here.
    const auto claimed = counter->ask({}, SessionOpen{"auditor", "clave de prueba larga", kLine});
    ASSERT_FALSE(claimed);
    EXPECT_TRUE(claimed.refusal().has("people.session-elsewhere"_code));
    const auto own = officeAt(kLine)->ask({}, SessionOpen{"auditor", "clave de prueba larga", kLine});
    ASSERT_TRUE(own);
    EXPECT_TRUE(officeAt(kLine)->ask({own->token}, JournalVerify{}));
}

TEST_F(DoorTest, OpensOnlyToCertificatesOfTheHouseThatStand) {
    s_certificates->issue("stranger", "foreign", "/CN=linea-1", "client");
    s_certificates->issue("house", "ended", "/CN=linea-1", "client", -1);
    s_certificates->issue("house", "server-as-client", "/CN=linea-1", "server");
    for (const std::string file : {"foreign", "ended", "server-as-client"})
        EXPECT_EQ(brokenBy(*officeAt(file)), "service.unreachable") << file;
    httplib::SSLClient bare{"127.0.0.1", s_door->port()};
    bare.set_ca_cert_path(s_certificates->path("house.pem"));
    EXPECT_FALSE(bare.Post("/acts/journal.verify", "{}", "application/json"));
    EXPECT_EQ(brokenBy(*officeAt(kLine)), "nothing");
}

TEST_F(DoorTest, TakesNoCertificateThatNamesNoWorkstation) {
    for (const std::string subject : {"/O=Troquel", "/CN=linea-1/CN=mostrador-1", "/CN=LINEA 1", "/CN=linea-1;"}) {
        s_certificates->issue("house", "odd", subject, "client");
        const auto answer = officeAt("odd")->ask(as("auditor"), JournalVerify{});
        ASSERT_FALSE(answer) << subject;
        EXPECT_TRUE(answer.refusal().has("service.no-workstation"_code)) << subject;
    }
}

TEST_F(DoorTest, ACertificateOfATrustedRootIsNotEnough) {
    const auto stranger = officeAt("unknown-linea-1");
    forEachDeclaration([&](const Declaration& act) {
        for (const auto& token : {s_house->token("auditor"), std::string{}}) {
            const auto answer = stranger->perform(act.name, {token}, Json::object());
            ASSERT_FALSE(answer) << act.name;
            EXPECT_TRUE(answer.refusal().has("people.workstation-not-enrolled"_code)) << act.name;
        }
    });
    EXPECT_TRUE(stranger->ask({}, SessionOpen{"auditor", "clave de prueba larga", kLine})
                    .refusal()
                    .has("people.workstation-not-enrolled"_code));
}

TEST_F(DoorTest, ATellerOfSecretsIsNotTakenForTheHouse) {
    EXPECT_EQ(brokenBy(*openRemoteOffice(settingsOf(kLine, "stranger"))), "service.unreachable");
}

TEST_F(DoorTest, SpeaksNothingOlderThanTls13) {
    const auto exitCodeWith = [](const std::string& version) {
        return signing::testing::run(
                   "openssl", {"s_client", "-connect", "127.0.0.1:" + std::to_string(s_door->port()), version, "-cert",
                               s_certificates->path("linea-1.pem"), "-key", s_certificates->path("linea-1.key")})
            .exitCode;
    };
    EXPECT_EQ(exitCodeWith("-tls1_3"), 0);
    for (const std::string version : {"-tls1", "-tls1_1", "-tls1_2"}) EXPECT_NE(exitCodeWith(version), 0) << version;
}

TEST_F(DoorTest, RefusesBodiesThatAreTooLargeTooDeepOrNoJson) {
    auto client = rawClient();
    const httplib::Headers session{{"Authorization", "Bearer " + s_house->token("auditor")}};
    const auto post = [&](const std::string& body) {
        return client->Post("/acts/journal.verify", session, body, "application/json");
    };
    const auto good = post("{}");
    ASSERT_TRUE(good);
    EXPECT_EQ(good->status, 200);
    for (const std::string& body : {std::string{"{"}, std::string{}, std::string{"{\"a\":\"\xff\"}"},
                                    std::string(5000, '[') + std::string(5000, ']')}) {
        const auto answer = post(body);
        ASSERT_TRUE(answer) << body.substr(0, 20);
        EXPECT_EQ(answer->status, 400) << body.substr(0, 20);
        EXPECT_NE(answer->body.find("contract.not-json"), std::string::npos);
    }
    const auto tooLarge = post("{\"a\":\"" + std::string(2U << 20, 'a') + "\"}");
    // Refused by its announced length: the client may find the connection closed before it has sent everything.
    EXPECT_EQ(tooLarge ? tooLarge->status : 413, 413);
    auto afterwards = rawClient();
    EXPECT_TRUE(afterwards->Post("/acts/journal.verify", session, "{}", "application/json"));
}

TEST_F(DoorTest, KnowsNoOtherPathsAndMethods) {
    auto client = rawClient();
    for (const std::string path : {"/", "/acts", "/acts/", "/acts/../house", "/acts/%2e%2e/secret", "/etc/passwd",
                                   "/acts/UPPER", "/acts/journal.verify/more"}) {
        const auto posted = client->Post(path, "{}", "application/json");
        ASSERT_TRUE(posted) << path;
        EXPECT_EQ(posted->status, 404) << path;
        EXPECT_NE(posted->body.find("\"refused\""), std::string::npos) << path;
        const auto got = client->Get(path);
        ASSERT_TRUE(got) << path;
        EXPECT_EQ(got->status, 404) << path;
    }
}

TEST_F(DoorTest, ARepeatedRequestIsDoneOnce) {
    const auto remote = officeAt(kLine);
    auto credentials = as("administrator");
    credentials.requestId = "request-000000000001";
    const OperatorCreate create{"repetida", "Persona Repetida", "clave de prueba larga", {"operator"}, "2035-12-31"};
    const auto first = remote->ask(credentials, create);
    ASSERT_TRUE(first);
    const auto again = remote->ask(credentials, create);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, first->id);
    // Another request that asks the same is another request.
    EXPECT_FALSE(remote->ask(as("administrator"), create));
    // An id serves one person and one act.
    auto others = as("supervisor");
    others.requestId = credentials.requestId;
    EXPECT_TRUE(remote->ask(others, PlaceAdd{"mobile", "unidad-9", "Unidad 9", "central", "custodian", 100, true, {}})
                    .refusal()
                    .has("office.request-id-reused"_code));
    EXPECT_TRUE(remote->ask(credentials, OperatorRevoke{"repetida", "operator"})
                    .refusal()
                    .has("office.request-id-reused"_code));
    credentials.requestId = "short";
    EXPECT_TRUE(remote->ask(credentials, create).refusal().has("office.bad-request-id"_code));
}

TEST_F(DoorTest, WhatWasRefusedMayBeAskedAgainUnderItsId) {
    const auto remote = officeAt(kLine);
    auto credentials = as("administrator");
    credentials.requestId = "request-000000000002";
    const OperatorRevoke revoke{"pronta", "operator"};
    EXPECT_FALSE(remote->ask(credentials, revoke));
    ASSERT_TRUE(remote->ask(
        as("administrator"),
        OperatorCreate{"pronta", "Persona Pronta", "clave de prueba larga", {"operator", "clerk"}, "2035-12-31"}));
    EXPECT_TRUE(remote->ask(credentials, revoke));
    EXPECT_TRUE(remote->ask(credentials, revoke));
}

TEST_F(DoorTest, ManyAskingTheSameAtOnceGetOneAnswer) {
    const auto remote = officeAt(kLine);
    auto credentials = as("administrator");
    credentials.requestId = "request-000000000003";
    std::mutex mutex;
    std::vector<std::string> ids;
    std::vector<std::thread> askers;
    for (int asker = 0; asker < 8; ++asker)
        askers.emplace_back([&] {
            const auto created = remote->ask(
                credentials,
                OperatorCreate{"a-la-vez", "Persona A La Vez", "clave de prueba larga", {"operator"}, "2035-12-31"});
            const std::lock_guard lock{mutex};
            ids.push_back(created ? created->id : created.refusal().first().code.name());
        });
    for (auto& asker : askers) asker.join();
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 1U) << ids.front() << ' ' << ids.back();
    EXPECT_EQ(ids.size(), 8U);
}

/// Takes a whole request to the door and breaks the connection before the answer comes back, as often as it is told.
class CuttingRelay {
   public:
    CuttingRelay(int port, int cuts) : m_port(port), m_cuts(cuts), m_thread{[this] { relay(); }} {}
    ~CuttingRelay() {
        ::shutdown(m_listener.descriptor, SHUT_RDWR);
        m_thread.join();
    }
    CuttingRelay(const CuttingRelay&) = delete;
    CuttingRelay& operator=(const CuttingRelay&) = delete;
    [[nodiscard]] int port() const { return m_listener.port; }
    [[nodiscard]] int connections() const { return m_connections; }

   private:
    void relay() {
        for (int client = ::accept(m_listener.descriptor, nullptr, nullptr); client >= 0;
             client = ::accept(m_listener.descriptor, nullptr, nullptr)) {
            ++m_connections;
            const int door = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            const sockaddr_in address = support::loopbackAddress(m_port);
            if (::connect(door, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) carry(client, door);
            ::close(door);
            ::close(client);
        }
    }
    /// Octets either way. TLS hides what they say, so the request is known by its size: the handshake before it is
    /// smaller.
    void carry(int client, int door) {
        std::array<char, 65536> octets{};
        std::size_t sent = 0;
        for (;;) {
            std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {door, POLLIN, 0}}};
            if (::poll(ends.data(), ends.size(), -1) < 0) return;
            for (const auto& [from, to] : {std::pair{0U, 1U}, std::pair{1U, 0U}}) {
                if ((ends[from].revents & (POLLIN | POLLHUP)) == 0) continue;
                const ssize_t count = ::recv(ends[from].fd, octets.data(), octets.size(), 0);
                if (count <= 0) return;
                if (from == 1U && sent > kRequest && m_cuts > 0) {
                    --m_cuts;
                    return;
                }
                if (from == 0U) sent += static_cast<std::size_t>(count);
                for (ssize_t at = 0; at < count;)
                    at += ::send(ends[to].fd, octets.data() + at, static_cast<std::size_t>(count - at), MSG_NOSIGNAL);
            }
        }
    }

    static constexpr std::size_t kRequest = 100'000;
    const int m_port;
    int m_cuts;
    support::Listener m_listener;
    std::atomic<int> m_connections{0};
    std::thread m_thread;
};

TEST_F(DoorTest, AnActWhoseAnswerWasLostIsNotDoneTwice) {
    CuttingRelay relay{s_door->port(), 1};
    auto settings = settingsOf(kLine);
    settings.url = "https://127.0.0.1:" + std::to_string(relay.port());
    const auto remote = openRemoteOffice(settings);
    // Long enough to be told from the handshake, and no user name, so that the person is enrolled once and known by it.
    const OperatorCreate create{
        "perdida", std::string(200'000, 'x'), "clave de prueba larga", {"operator"}, "2035-12-31"};
    const auto lost = remote->ask(as("administrator"), create);
    EXPECT_EQ(relay.connections(), 2);
    ASSERT_TRUE(lost) << lost.refusal().first().code.name();
    int enrolled = 0;
    const auto people = s_house->ask("administrator", OperatorList{});
    for (const auto& person : people->operators)
        if (person.user == "perdida") ++enrolled;
    EXPECT_EQ(enrolled, 1);
}

TEST_F(DoorTest, TheNextInstanceIsAskedWhereOneDoesNotAnswer) {
    auto settings = settingsOf(kLine);
    settings.url = "https://127.0.0.1:" + std::to_string(support::Listener{}.port) + "," + url();
    const auto remote = openRemoteOffice(settings);
    for (int at = 0; at < 2; ++at) EXPECT_TRUE(remote->ask(as("auditor"), PlaceShow{"vault"}));
    settings.url = url() + "," + url();
    settings.house = s_certificates->path("stranger.pem");
    EXPECT_EQ(brokenBy(*openRemoteOffice(settings)), "service.unreachable") << "neither is the house's";
}

TEST_F(DoorTest, AnswersManyAtOnce) {
    std::atomic<int> answered{0};
    const auto remote = officeAt(kLine);
    std::vector<std::thread> askers;
    for (int asker = 0; asker < 12; ++asker)
        askers.emplace_back([&] {
            for (int at = 0; at < 5; ++at)
                if (remote->ask(as("auditor"), PlaceShow{"vault"})) ++answered;
        });
    for (auto& asker : askers) asker.join();
    EXPECT_EQ(answered, 60);
}

TEST_F(DoorTest, IsNotOpenedWithFilesThatDoNotFit) {
    DoorSettings settings;
    settings.certificate = s_certificates->path("server.pem");
    settings.key = s_certificates->path("linea-1.key");
    settings.workstations = s_certificates->path("house.pem");
    EXPECT_THROW((Door{s_house->office(), settings}), base::Failure);
    settings.key = s_certificates->path("nothing.key");
    EXPECT_THROW((Door{s_house->office(), settings}), base::Failure);
    for (const std::string address :
         {"http://127.0.0.1:80", "https://", "https://a b", "https://host:0", "ftp://x", "https://host:99999", "",
          "https://a,,https://b", "https://a, https://b", "https://a,http://b"})
        EXPECT_THROW(openRemoteOffice({address, {}, {}, {}}), base::Failure) << address;
}

}  // namespace
}  // namespace service
