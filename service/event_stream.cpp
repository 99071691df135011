// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/event_stream.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

#include "base/log.hpp"
#include "service/wire.hpp"

namespace service {

using namespace base::literals;
using contract::ChangesSeen;

namespace {

/// JSON in one line, so that it is one `data`.
std::string changeEvent(const ChangesSeen& seen) {
    return "id: " + seen.position + "\nevent: change\ndata: " + contract::storedJson(seen) + "\n\n";
}

}  // namespace

base::Result<ChangesSeen> EventStream::ask(std::chrono::milliseconds within) {
    m_asked.within = within.count();
    auto seen = m_office.ask(m_credentials, m_asked);
    if (seen) m_asked.position = seen->position;
    return seen;
}

base::Outcome EventStream::begin() {
    auto seen = ask(std::chrono::milliseconds{0});
    if (!seen) return seen.refusal();
    m_seen = std::move(seen).value();
    return {};
}

std::string EventStream::first() const { return changeEvent(m_seen); }

std::string EventStream::next() {
    try {
        const auto seen = ask(m_heartbeat);
        if (!seen) return endedBy("refused", wire::replyOf(base::Result<contract::Json>{seen.refusal()}).body);
        return seen->changed.empty() ? ": nothing\n\n" : changeEvent(*seen);
    } catch (const base::Failure& failure) {
        base::log::error(std::string{"service: events: "} + failure.what());
        return endedBy("broken", wire::replyOf(failure).body);
    } catch (const std::exception& error) {
        base::log::error(std::string{"service: events: "} + error.what());
        return endedBy("broken",
                       wire::replyOf(base::Failure{"service.broken"_code, base::NextStep::CallSupervisor, {}}).body);
    }
}

std::string EventStream::endedBy(const std::string& event, const std::string& data) {
    m_ended = true;
    return "event: " + event + "\ndata: " + data + "\n\n";
}

std::vector<std::string> topicsIn(const std::string& text) {
    std::vector<std::string> topics;
    std::istringstream list{text};
    for (std::string topic; std::getline(list, topic, ',');) topics.push_back(topic);
    return topics;
}

}  // namespace service
