// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/observation.hpp"

#include <httplib.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/failure.hpp"
#include "base/log.hpp"
#include "contract/acts_of_people.hpp"

namespace service {

using namespace base::literals;

namespace {

constexpr const char* kPlain = "text/plain; charset=utf-8";
constexpr const char* kPrometheus = "text/plain; version=0.0.4; charset=utf-8";
constexpr std::size_t kThreads = 2;

/// Whether the books can be read: a session that nobody has is asked for, which refuses where they can.
bool reachesBooks(contract::Office& office) {
    try {
        return office.perform(contract::SessionClose::kAct.name, {}, contract::Json::object())
            .refusal()
            .has("people.no-session"_code);
    } catch (const std::exception&) {
        return false;
    }
}

/// Nothing while the books are away, which `/ready` tells.
std::vector<contract::Figure> figuresOf(contract::Office& office) try {
    return office.figures();
} catch (const std::exception& failure) {
    base::log::warning(std::string{"no figures: "} + failure.what());
    return {};
}

}  // namespace

struct Observation::State {
    httplib::Server server;
    std::thread listening;
    std::atomic<bool> ending{false};
    int port = 0;
};

Observation::Observation(contract::Office& office, const Measures& measures, const std::string& address, int port)
    : m_state(std::make_unique<State>()) {
    State& state = *m_state;
    state.server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    state.server.Get("/health", [](const auto&, httplib::Response& response) { response.set_content("ok\n", kPlain); });
    state.server.Get("/ready", [&](const auto&, httplib::Response& response) {
        const bool ready = !state.ending && reachesBooks(office);
        response.status = ready ? 200 : 503;
        response.set_content(ready ? "ready\n" : state.ending ? "ending\n" : "no database\n", kPlain);
    });
    state.server.Get("/metrics", [&](const auto&, httplib::Response& response) {
        response.set_content(measures.text(figuresOf(office)), kPrometheus);
    });
    state.port = port == 0                                  ? state.server.bind_to_any_port(address)
                 : state.server.bind_to_port(address, port) ? port
                                                            : -1;
    if (state.port <= 0)
        throw base::Failure{"service.cannot-listen"_code, base::NextStep::CallSupervisor,
                            address + ":" + std::to_string(port)};
    state.listening = std::thread{[&state] { state.server.listen_after_bind(); }};
    while (!state.server.is_running()) std::this_thread::yield();
}

Observation::~Observation() {
    m_state->server.stop();
    m_state->listening.join();
}

int Observation::port() const { return m_state->port; }

void Observation::tellOfEnd() { m_state->ending = true; }

}  // namespace service
