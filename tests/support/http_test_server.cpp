// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_test_server.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace support {
namespace {

constexpr int kLook = 50;  // milliseconds between looks whether the server is to end

bool readable(int descriptor) {
    pollfd watched{descriptor, POLLIN, 0};
    return ::poll(&watched, 1, kLook) > 0;
}

std::size_t lengthIn(std::string head) {
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto at = head.find("content-length:");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 15));
}

void sendAll(int connection, const std::string& octets) {
    for (std::size_t sent = 0; sent < octets.size();) {
        const auto now = ::send(connection, octets.data() + sent, octets.size() - sent, MSG_NOSIGNAL);
        if (now <= 0) return;
        sent += static_cast<std::size_t>(now);
    }
}

}  // namespace

HttpTestServer::HttpTestServer(Handler handler) : m_handler(std::move(handler)) {
    m_thread = std::thread{[this] { serve(); }};
}

HttpTestServer::~HttpTestServer() {
    m_ends = true;
    m_thread.join();
}

void HttpTestServer::serve() {
    while (!m_ends) {
        if (!readable(m_listener.descriptor)) continue;
        const int connection = ::accept4(m_listener.descriptor, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) continue;
        answer(connection);
        ::close(connection);
    }
}

void HttpTestServer::answer(int connection) {
    std::string received;
    std::size_t body = std::string::npos, wanted = std::string::npos;
    while (!m_ends && received.size() < wanted) {
        if (!readable(connection)) continue;
        char octets[4096];
        const auto count = ::recv(connection, octets, sizeof octets, 0);
        if (count <= 0) return;
        received.append(octets, static_cast<std::size_t>(count));
        if (body != std::string::npos || received.find("\r\n\r\n") == std::string::npos) continue;
        body = received.find("\r\n\r\n") + 4;
        wanted = body + lengthIn(received.substr(0, body));
    }
    if (m_ends) return;
    const auto method = received.substr(0, received.find(' '));
    const auto rest = received.substr(method.size() + 1);
    const auto answered = m_handler({method, rest.substr(0, rest.find(' ')), base::bytesOf(received.substr(body))});
    const auto promised = answered.body.size() + (answered.hangs ? 1 : 0);
    sendAll(connection, "HTTP/1.1 " + std::to_string(answered.status) + " answer\r\nContent-Length: " +
                            std::to_string(promised) + "\r\nConnection: close\r\n\r\n" + base::textOf(answered.body));
    while (answered.hangs && !m_ends) (void)readable(m_listener.descriptor);
}

}  // namespace support
