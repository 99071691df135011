// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <httplib.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/failure.hpp"
#include "contract/acts.hpp"
#include "service/door.hpp"
#include "service/observation.hpp"
#include "service/remote_office.hpp"
#include "tests/service/test_certificates.hpp"

/// A door with more to do than it has room for, and what is told of it.
namespace service {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using contract::Json;
using testing::HasSubstr;
using testing::Not;

/// An office whose acts go on until they are let go. Whether the house behind a door is a real one makes no difference
/// to whether the door has room.
class HeldOffice final : public contract::Office {
   public:
    base::Result<Json> perform(std::string_view act, const contract::Credentials& /*credentials*/,
                               const Json& /*request*/) override {
        if (act == "session.close") {
            if (m_broken) throw base::Failure{"records.unavailable"_code, base::NextStep::Retry, "test"};
            return base::Fault{"people.no-session"_code};
        }
        if (m_broken) throw base::Failure{"records.unavailable"_code, base::NextStep::Retry, "test"};
        std::unique_lock lock{m_mutex};
        ++m_inside;
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return m_open; });
        --m_inside;
        return Json::object();
    }
    void waitFor(int inside) {
        std::unique_lock lock{m_mutex};
        m_changed.wait(lock, [&] { return m_inside >= inside; });
    }
    void letGo() {
        const std::lock_guard lock{m_mutex};
        m_open = true;
        m_changed.notify_all();
    }
    void breakBooks() { m_broken = true; }
    void mendBooks() { m_broken = false; }

   private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_inside = 0;
    bool m_open = false;
    std::atomic<bool> m_broken{false};
};

class OverloadTest : public testing::Test {
   protected:
    OverloadTest() {
        for (const std::string name : {"linea-1", "linea-2"})
            m_certificates.issue("house", name, "/CN=" + name, "client");
        DoorSettings settings;
        settings.certificate = m_certificates.path("server.pem");
        settings.key = m_certificates.path("server.key");
        settings.workstations = m_certificates.path("house.pem");
        settings.limits = {4, 2};
        m_door = std::make_unique<Door>(m_office, settings);
        m_observation = std::make_unique<Observation>(m_office, m_door->measures(), "127.0.0.1", 0);
    }
    ~OverloadTest() override {
        m_office.letGo();
        for (auto& asker : m_askers) asker.join();
    }
    std::unique_ptr<httplib::SSLClient> clientAt(const std::string& workstation) {
        auto client =
            std::make_unique<httplib::SSLClient>("127.0.0.1", m_door->port(), m_certificates.path(workstation + ".pem"),
                                                 m_certificates.path(workstation + ".key"));
        client->set_ca_cert_path(m_certificates.path("house.pem"));
        client->set_read_timeout(std::chrono::minutes{1});
        client->set_keep_alive(true);
        return client;
    }
    /// Begins acts that go on.
    void begin(const std::string& workstation, const std::string& act, int count) {
        for (int at = 0; at < count; ++at)
            m_askers.emplace_back([this, workstation, act] {
                const auto reply = clientAt(workstation)->Post("/acts/" + act, "{}", "application/json");
                EXPECT_TRUE(reply && reply->status == 200);
            });
        m_office.waitFor(m_begun += count);
    }
    httplib::Result observed(const std::string& path) {
        httplib::Client client{"127.0.0.1", m_observation->port()};
        return client.Get(path);
    }

    HeldOffice m_office;
    support::TestCertificates m_certificates;
    std::unique_ptr<Door> m_door;
    std::unique_ptr<Observation> m_observation;
    std::vector<std::thread> m_askers;
    int m_begun = 0;
};

TEST_F(OverloadTest, WhoeverIsTooMuchIsToldSoAtOnceAndWhenToComeAgain) {
    begin("linea-1", "operator.list", 2);
    auto client = clientAt("linea-1");
    for (int at = 0; at < 3; ++at) {  // on one connection: bodies that nobody needed do not spoil it
        const auto reply =
            client->Post("/acts/operator.list", "{\"a\":\"" + std::string(2000, 'x') + "\"}", "application/json");
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, 429);
        EXPECT_EQ(reply->get_header_value("Retry-After"), "1");
        EXPECT_THAT(reply->body, HasSubstr("service.workstation-busy"));
    }
    begin("linea-2", "operator.grant", 1);
    const auto looking = clientAt("linea-2")->Post("/acts/operator.list", "{}", "application/json");
    ASSERT_TRUE(looking);
    EXPECT_EQ(looking->status, 503) << "the last quarter is not for what is only looked at";
    EXPECT_THAT(looking->body, HasSubstr("service.busy"));
    EXPECT_EQ(looking->get_header_value("Retry-After"), "1");
    begin("linea-2", "operator.grant", 1);
}

TEST_F(OverloadTest, ADeskThatWasTurnedAwayComesAgainByItself) {
    begin("linea-1", "operator.list", 2);
    const auto desk =
        openRemoteOffice({"https://127.0.0.1:" + std::to_string(m_door->port()), m_certificates.path("linea-1.pem"),
                          m_certificates.path("linea-1.key"), m_certificates.path("house.pem")});
    std::thread later{[&] {
        std::this_thread::sleep_for(300ms);
        m_office.letGo();
    }};
    EXPECT_TRUE(desk->perform("operator.list", {"token"}, Json::object()));
    later.join();
}

TEST_F(OverloadTest, WhatMayGoWellTheNextTimeIsAskedAgainUnlessNobodyKnowsHowFarItCame) {
    m_office.letGo();
    m_office.breakBooks();
    EXPECT_EQ(
        clientAt("linea-1")->Post("/acts/operator.list", "{}", "application/json")->get_header_value("Retry-After"),
        "1");
    EXPECT_FALSE(clientAt("linea-1")->Post("/acts/line.run", "{}", "application/json")->has_header("Retry-After"));
    const auto desk =
        openRemoteOffice({"https://127.0.0.1:" + std::to_string(m_door->port()), m_certificates.path("linea-1.pem"),
                          m_certificates.path("linea-1.key"), m_certificates.path("house.pem")});
    std::thread later{[&] {
        std::this_thread::sleep_for(300ms);
        m_office.mendBooks();
    }};
    EXPECT_TRUE(desk->perform("operator.list", {"token"}, Json::object()));
    later.join();
}

TEST_F(OverloadTest, TellsWhatItDidAndNobodysName) {
    m_office.letGo();
    auto client = clientAt("linea-1");
    for (int at = 0; at < 3; ++at)
        ASSERT_TRUE(client->Post("/acts/operator.list", {{"Idempotency-Key", "un-nombre-de-alguien"}}, "{}",
                                 "application/json"));
    ASSERT_TRUE(client->Post("/acts/somebody.mario-estrada", "{}", "application/json"));
    ASSERT_TRUE(client->Post("/acts/operator.list", "no json", "application/json"));
    const auto told = observed("/metrics");
    ASSERT_TRUE(told);
    EXPECT_THAT(told->body, HasSubstr("troquel_acts_total{act=\"operator.list\",end=\"done\"} 3"));
    EXPECT_THAT(told->body, HasSubstr("troquel_acts_total{act=\"operator.list\",end=\"refused\"} 1"));
    EXPECT_THAT(told->body, HasSubstr("troquel_acts_total{act=\"unknown\""));
    EXPECT_THAT(told->body, HasSubstr("troquel_act_seconds_count{act=\"operator.list\"} 3"));
    EXPECT_THAT(told->body, HasSubstr("troquel_acts_going_on 0"));
    for (const std::string name : {"linea-1", "mario", "alguien"}) EXPECT_THAT(told->body, Not(HasSubstr(name)));
}

TEST_F(OverloadTest, SaysWhetherItLivesAndWhetherItIsReady) {
    ASSERT_TRUE(observed("/health") && observed("/ready"));
    EXPECT_EQ(observed("/health")->status, 200);
    EXPECT_EQ(observed("/ready")->status, 200);
    m_office.breakBooks();
    EXPECT_EQ(observed("/ready")->status, 503);
    EXPECT_EQ(observed("/health")->status, 200);
    m_observation->tellOfEnd();
    EXPECT_EQ(observed("/ready")->body, "ending\n");
    EXPECT_EQ(observed("/acts/operator.list")->status, 404);
}

}  // namespace
}  // namespace service
