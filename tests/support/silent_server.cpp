// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/silent_server.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

namespace support {

SilentServer::SilentServer() {
    m_thread = std::thread{[this] { keepWaiting(); }};
}

SilentServer::~SilentServer() {
    m_ends = true;
    m_thread.join();
}

void SilentServer::keepWaiting() {
    constexpr int kLook = 50;  // milliseconds between looks whether the server is to end
    std::vector<int> waiting;
    while (!m_ends) {
        pollfd watched{m_listener.descriptor, POLLIN, 0};
        if (::poll(&watched, 1, kLook) <= 0) continue;
        const int connection = ::accept4(m_listener.descriptor, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) continue;
        waiting.push_back(connection);
        ++m_connections;
    }
    for (const int connection : waiting) ::close(connection);
}

}  // namespace support
