// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <httplib.h>

#include <future>
#include <list>
#include <nlohmann/json.hpp>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts.hpp"
#include "service/door.hpp"
#include "service/remote_office.hpp"
#include "tests/cli/program.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/service/event_reader.hpp"
#include "tests/service/running_program.hpp"
#include "tests/service/test_certificates.hpp"
#include "tests/support/engine_test.hpp"

/// Changes as they are told at the door: by the act that waits, and as server-sent events.
namespace service {
namespace {

using namespace contract;
using namespace std::chrono_literals;
using support::EventReader;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kPassword = "clave de prueba larga";

/// A house on PostgreSQL, with two workstations.
class EventsTest : public testing::Test {
   protected:
    EventsTest() {
        base::expected(m_house.ask("administrator", WorkstationCreate{"mostrador-1", "Mostrador 1", "central"}),
                       "place");
        for (const std::string name : {"linea-1", "mostrador-1"}) m_certificates.enrolled(m_house, name);
        base::expected(m_house.ask("administrator", ServiceCertify{{"127.0.0.1"}}, "security_officer"), "service");
        m_atCounter =
            base::expected(m_house.office().ask({}, SessionOpen{"auditor", kPassword, "mostrador-1"}), "log-in").token;
    }
    [[nodiscard]] std::string path(const std::string& name) const { return m_certificates.path(name); }
    [[nodiscard]] std::string houseRoot() const { return (m_house.home() / "service" / "roots.pem").string(); }

    /// A person at a workstation changes the stock through a door.
    void receiveAt(int port) {
        const auto office = openRemoteOffice(
            {"https://127.0.0.1:" + std::to_string(port), path("linea-1.pem"), path("linea-1.key"), m_doorRoot});
        base::expected(office->ask({m_house.token("custodian"), m_house.token("custodian2")}, StockReceive{m_manifest}),
                       "receipt");
    }

    support::MigratedDatabase m_database{records::Engine::Postgresql, {}};
    support::TrainingHouse m_house{m_database.ownerAddress()};
    support::TestCertificates m_certificates;
    base::Bytes m_manifest = m_house.material("manifest.xml");
    base::Bytes m_orders = m_house.material("orders.xml");
    base::Bytes m_ordersSignature = m_house.material("orders.xml.p7s");
    std::string m_atCounter;  ///< the auditor's session there
    std::string m_doorRoot = houseRoot();
};

/// A door of this process, whose heart beats fast.
class DoorEventsTest : public EventsTest {
   protected:
    DoorEventsTest() {
        m_settings.certificate = path("server.pem");
        m_settings.key = path("server.key");
        m_settings.workstations = path("trusted.pem");
        m_settings.limits = {4, 4, 5, 3};
        m_settings.heartbeat = 100ms;
        m_settings.patience = 2s;
        m_settings.mostConnections = 24;
        m_doorRoot = path("house.pem");
        m_door = std::make_unique<Door>(m_house.office(), m_settings);
    }
    [[nodiscard]] support::DoorKnocker at(const std::string& workstation) const {
        return {m_door->port(), path(workstation + ".pem"), path(workstation + ".key"), path("house.pem")};
    }
    DoorSettings m_settings;
    std::unique_ptr<Door> m_door;
};

TEST_F(DoorEventsTest, TellWhereTheBooksStandThenWhatChangesAndABeatMeanwhile) {
    EventReader reader{at("linea-1"), m_house.token("auditor"), "?topics=stock,line"};
    EXPECT_EQ(reader.status(), 200);
    EXPECT_THAT(reader.until("event: change"), HasSubstr("id: "));
    EXPECT_THAT(reader.until("\n: nothing"), Not(HasSubstr("event:")));
    receiveAt(m_door->port());
    const auto told = reader.until("\"changed\":[\"stock\"]");
    EXPECT_THAT(told, HasSubstr("event: change"));
    EXPECT_THAT(told, HasSubstr("id: " + reader.lastId() + "\n"));
    EXPECT_THAT(told, HasSubstr("\"position\":\"" + reader.lastId() + "\""));
}

TEST_F(DoorEventsTest, AreForThoseWhoMayAskAndAtTheirWorkstation) {
    EXPECT_EQ((EventReader{at("linea-1"), "no-such-token"}).status(), 401);
    EXPECT_EQ((EventReader{at("linea-1"), m_house.token("clerk"), "?topics=stock"}).status(), 403);
    EXPECT_EQ((EventReader{at("linea-1"), m_house.token("clerk"), "?topics=secrets"}).status(), 422);
    EXPECT_EQ((EventReader{at("mostrador-1"), m_house.token("clerk")}).status(), 422);
    EXPECT_EQ((EventReader{at("linea-1"), m_house.token("clerk"), {}, "x"}).status(), 422);
    m_certificates.issue("house", "unknown", "/CN=linea-1", "client");
    EXPECT_EQ((EventReader{at("unknown"), m_house.token("clerk")}).status(), 403);
}

TEST_F(DoorEventsTest, EndWithTheSessionAndWithTheWorkstation) {
    const auto session =
        base::expected(m_house.office().ask({}, SessionOpen{"clerk", kPassword, "linea-1"}), "log-in").token;
    EventReader clerk{at("linea-1"), session};
    EventReader auditor{at("mostrador-1"), m_atCounter, "?topics=stock"};
    ASSERT_EQ(clerk.status(), 200);
    ASSERT_EQ(auditor.status(), 200);
    ASSERT_TRUE(m_house.office().ask({session}, SessionClose{}));
    EXPECT_THAT(clerk.until("people.no-session"), HasSubstr("event: refused\ndata: {\"refused\":[{"));
    EXPECT_TRUE(clerk.ends());
    ASSERT_TRUE(m_house.ask("security_officer", WorkstationRevoke{"mostrador-1", "Equipo robado"}));
    EXPECT_THAT(auditor.until("people.workstation-revoked"), HasSubstr("event: refused"));
    EXPECT_TRUE(auditor.ends());
}

TEST_F(DoorEventsTest, AreTurnedAwayBeyondTheirRoomAndLeaveActsTheirs) {
    std::list<EventReader> readers;
    const auto open = [&](const std::string& workstation, const std::string& token) {
        return readers.emplace_back(at(workstation), token).status();
    };
    for (int reader = 0; reader < 3; ++reader) EXPECT_EQ(open("linea-1", m_house.token("auditor")), 200);
    for (int reader = 0; reader < 4; ++reader) EXPECT_EQ(open("linea-1", m_house.token("auditor")), 429);
    for (int reader = 0; reader < 2; ++reader) EXPECT_EQ(open("mostrador-1", m_atCounter), 200);
    EXPECT_EQ(open("mostrador-1", m_atCounter), 503);
    receiveAt(m_door->port());
    readers.front().close();
    // Its place is free when the door has noticed that it went.
    int status = 0;
    for (int attempt = 0; attempt < 100 && status != 200; ++attempt) {
        std::this_thread::sleep_for(50ms);
        status = open("linea-1", m_house.token("auditor"));
    }
    EXPECT_EQ(status, 200);
}

TEST_F(DoorEventsTest, ACloseOfTheDoorEndsThemAndAnswersWhoeverWaits) {
    EventReader reader{at("linea-1"), m_house.token("auditor"), "?topics=line"};
    ASSERT_EQ(reader.status(), 200);
    const auto office = openRemoteOffice(
        {"https://127.0.0.1:" + std::to_string(m_door->port()), path("linea-1.pem"), path("linea-1.key"), m_doorRoot});
    const auto position = base::expected(office->ask({m_house.token("clerk")}, ChangeWait{}), "position").position;
    auto waiting = std::async(std::launch::async, [&] {
        return base::expected(office->ask({m_house.token("clerk")}, ChangeWait{position, {"line"}, 30'000}), "wait");
    });
    EXPECT_EQ(waiting.wait_for(1s), std::future_status::timeout);
    m_door->close();
    EXPECT_TRUE(reader.ends());
    ASSERT_EQ(waiting.wait_for(5s), std::future_status::ready);
    EXPECT_TRUE(waiting.get().changed.empty());
}

/// Asks for events and then takes nothing of what comes, with little room for it, until it is let go.
class ReaderThatStops {
   public:
    ReaderThatStops(const support::DoorKnocker& knocker, const std::string& token)
        : m_client("127.0.0.1", knocker.port, knocker.certificate, knocker.key) {
        m_client.set_ca_cert_path(knocker.root);
        m_client.set_socket_options([](int socket) {
            constexpr int kLittle = 2048;
            ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &kLittle, sizeof kLittle);
        });
        m_thread = std::thread{[this, token] {
            m_client.Get("/events", {{"Authorization", "Bearer " + token}}, [this](const char*, std::size_t) {
                m_reads.set_value();
                m_letGo.get_future().wait();
                return false;
            });
        }};
        m_reads.get_future().wait();
    }
    ~ReaderThatStops() {
        m_letGo.set_value();
        m_thread.join();
    }
    ReaderThatStops(const ReaderThatStops&) = delete;
    ReaderThatStops& operator=(const ReaderThatStops&) = delete;

   private:
    httplib::SSLClient m_client;
    std::promise<void> m_reads, m_letGo;
    std::thread m_thread;
};

TEST_F(DoorEventsTest, AReaderThatTakesNothingIsDropped) {
    m_settings.heartbeat = 1ms;
    m_settings.limits.watchersOfWorkstation = 1;
    m_door = std::make_unique<Door>(m_house.office(), m_settings);
    const ReaderThatStops stopped{at("linea-1"), m_house.token("auditor")};
    EXPECT_EQ((EventReader{at("linea-1"), m_house.token("auditor")}).status(), 429);
    int status = 0;
    for (int attempt = 0; attempt < 600 && status != 200; ++attempt, std::this_thread::sleep_for(100ms))
        status = EventReader{at("linea-1"), m_house.token("auditor")}.status();
    EXPECT_EQ(status, 200);
}

/// Services as programs of their own, all over the same books.
class ServedEventsTest : public EventsTest {
   protected:
    ServedEventsTest() { m_house.closeOffice(); }
    std::string settings() {
        const auto file = path("troqueld.xml");
        base::writeFileDurably(file,
                               "<service><home>" + m_house.home().string() +
                                   "</home><address>127.0.0.1</address><port>0</port><connections>32</connections>"
                                   "<limits><acts>8</acts><actsOfWorkstation>8</actsOfWorkstation>"
                                   "<watchers>6</watchers><watchersOfWorkstation>4</watchersOfWorkstation></limits>"
                                   "<largestRequest>1048576</largestRequest></service>");
        return file;
    }
    [[nodiscard]] support::DoorKnocker at(const support::RunningProgram& program,
                                          const std::string& workstation) const {
        return {program.port(), path(workstation + ".pem"), path(workstation + ".key"), houseRoot()};
    }
};

TEST_F(ServedEventsTest, ReachEveryWatcherOfEveryInstanceAndGoOnAtAnother) {
    auto first = std::make_unique<support::RunningProgram>(TROQUELD_PROGRAM, settings());
    support::RunningProgram second{TROQUELD_PROGRAM, settings()};
    EventReader line{at(*first, "linea-1"), m_house.token("auditor"), "?topics=stock,line"};
    EventReader counter{at(*first, "mostrador-1"), m_atCounter};
    ASSERT_THAT(line.until("event: change"), HasSubstr("\"changed\":[]"));
    ASSERT_THAT(counter.until("event: change"), HasSubstr("\"changed\":[]"));
    const auto before = counter.lastId();
    receiveAt(second.port());
    EXPECT_THAT(line.until("\"changed\":[\"stock\"]"), HasSubstr("\"stock\""));
    EXPECT_THAT(counter.until("\"stock\""), HasSubstr("\"stock\""));
    // The instance is lost with its connections; what was missed is told at the other.
    first->kill();
    EXPECT_TRUE(line.ends());
    EXPECT_TRUE(counter.ends());
    EventReader resumed{at(second, "mostrador-1"), m_atCounter, "?topics=stock,line", before};
    EXPECT_THAT(resumed.until("event: change"), HasSubstr("\"changed\":[\"stock\"]"));
    EventReader upToDate{at(second, "linea-1"), m_house.token("auditor"), "?topics=stock", resumed.lastId()};
    EXPECT_THAT(upToDate.until("event: change"), HasSubstr("\"changed\":[]"));
    // Told to end, it ends the streams at once and is done.
    EXPECT_EQ(second.end(), 0);
    EXPECT_TRUE(resumed.ends());
    EXPECT_TRUE(upToDate.ends());
}

TEST_F(ServedEventsTest, APersonWatchesTheLineFromAWorkstationThroughARestart) {
    auto service = std::make_unique<support::RunningProgram>(TROQUELD_PROGRAM, settings());
    const auto port = service->port();
    const auto file = path("fixed.xml");
    auto text = base::textOf(base::readFile(settings(), 65536).value());
    text.replace(text.find("<port>0<"), 8, "<port>" + std::to_string(port) + "<");
    base::writeFileDurably(file, text);
    const support::ScratchFolder desk;
    std::filesystem::create_directories(desk.path() / "sessions");
    for (const std::string person : {"auditor", "operator"})
        base::writeSecretFileDurably(desk.path() / "sessions" / person, base::bytesOf(m_house.token(person)));
    base::writeSecretFileDurably(desk.path() / "workstation.pem",
                                 base::concat({base::readFile(path("linea-1.key"), 65536).value(),
                                               base::readFile(path("linea-1.pem"), 65536).value()}));
    std::filesystem::copy_file(houseRoot(), desk.path() / "service-root.pem");
    const auto words = "--home " + desk.path().string() + " --server https://127.0.0.1:" + std::to_string(port);
    const auto seen = path("seen");
    auto watching = std::async(std::launch::async, [&] {
        return cli::run("timeout 60 " + cli::programPath() + " " + words + " --as auditor line status --watch > " +
                        seen + " 2>&1");
    });
    const auto shows = [&](const std::string& wanted) {
        for (int attempt = 0; attempt < 300; ++attempt, std::this_thread::sleep_for(100ms)) {
            const auto shown = base::readFile(seen, 1 << 20);
            if (shown && base::textOf(*shown).find(wanted) != std::string::npos) return true;
        }
        return false;
    };
    EXPECT_TRUE(shows("Etapa"));
    service->kill();
    EXPECT_TRUE(shows("No se pudo hablar con el servicio"));
    support::RunningProgram again{TROQUELD_PROGRAM, file};
    base::writeFileDurably(path("orders.xml"), m_orders);
    base::writeFileDurably(path("orders.xml.p7s"), m_ordersSignature);
    const auto taken = cli::run(cli::programPath() + " " + words + " --as operator order import " + path("orders.xml"));
    EXPECT_EQ(taken.exitCode, 0) << taken.output;
    EXPECT_TRUE(shows("recibida"));
    const auto office = openRemoteOffice({again.url(), path("linea-1.pem"), path("linea-1.key"), houseRoot()});
    ASSERT_TRUE(office->ask({m_house.token("auditor")}, SessionClose{}));
    EXPECT_EQ(watching.get().exitCode, 1) << "it goes on without a session";
    EXPECT_EQ(again.end(), 0);
}

}  // namespace
}  // namespace service
