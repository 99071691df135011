// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/silent_server.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <vector>

namespace support {

SilentServer::SilentServer() {
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* whole = reinterpret_cast<sockaddr*>(&address);
    if (::bind(m_listener, whole, size) != 0 || ::listen(m_listener, 8) != 0 ||
        ::getsockname(m_listener, whole, &size) != 0)
        throw std::runtime_error{"no port for a server"};
    m_port = ntohs(address.sin_port);
    m_thread = std::thread{[this] { keepWaiting(); }};
}

SilentServer::~SilentServer() {
    m_ends = true;
    m_thread.join();
    ::close(m_listener);
}

void SilentServer::keepWaiting() {
    constexpr int kLook = 50;  // milliseconds between looks whether the server is to end
    std::vector<int> waiting;
    while (!m_ends) {
        pollfd watched{m_listener, POLLIN, 0};
        if (::poll(&watched, 1, kLook) <= 0) continue;
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) continue;
        waiting.push_back(connection);
        ++m_connections;
    }
    for (const int connection : waiting) ::close(connection);
}

}  // namespace support
