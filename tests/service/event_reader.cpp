// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/event_reader.hpp"

#include <httplib.h>

namespace support {

constexpr std::chrono::seconds kLong{30};

EventReader::EventReader(const DoorKnocker& knocker, const std::string& token, const std::string& query,
                         const std::string& lastEvent)
    : m_client(std::make_unique<httplib::SSLClient>("127.0.0.1", knocker.port, knocker.certificate, knocker.key)) {
    m_client->set_ca_cert_path(knocker.root);
    m_client->set_read_timeout(std::chrono::minutes{2});
    httplib::Headers headers{{"Authorization", "Bearer " + token}};
    if (!lastEvent.empty()) headers.emplace("Last-Event-ID", lastEvent);
    m_thread = std::thread{[this, headers, path = "/events" + query] {
        m_client->Get(
            path, headers,
            [this](const httplib::Response& response) {
                const std::lock_guard lock{m_mutex};
                m_status = response.status;
                m_came.notify_all();
                return true;
            },
            [this](const char* octets, std::size_t count) {
                const std::lock_guard lock{m_mutex};
                m_text.append(octets, count);
                m_came.notify_all();
                return true;
            });
        const std::lock_guard lock{m_mutex};
        m_ended = true;
        m_came.notify_all();
    }};
}

EventReader::~EventReader() { close(); }

std::string EventReader::until(const std::string& text) {
    std::unique_lock lock{m_mutex};
    const auto found = [&] { return m_text.find(text, m_read); };
    m_came.wait_for(lock, kLong, [&] { return m_ended || found() != std::string::npos; });
    const auto at = found();
    const auto end = at == std::string::npos ? m_text.size() : m_text.find("\n\n", at);
    auto told = m_text.substr(m_read, end - m_read);
    m_read = std::min(end, m_text.size());
    return told;
}

bool EventReader::ends() {
    std::unique_lock lock{m_mutex};
    return m_came.wait_for(lock, kLong, [&] { return m_ended; });
}

int EventReader::status() {
    std::unique_lock lock{m_mutex};
    m_came.wait_for(lock, kLong, [&] { return m_ended || m_status != 0; });
    return m_status;
}

std::string EventReader::lastId() {
    const std::lock_guard lock{m_mutex};
    const auto at = m_text.rfind("id: ");
    return at == std::string::npos ? "" : m_text.substr(at + 4, m_text.find('\n', at) - at - 4);
}

void EventReader::close() {
    m_client->stop();
    if (m_thread.joinable()) m_thread.join();
}

}  // namespace support
