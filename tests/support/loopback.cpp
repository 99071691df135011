// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopback.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace support {

sockaddr_in loopbackAddress(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

Listener::Listener() : descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address = loopbackAddress(0);
    socklen_t size = sizeof address;
    auto* whole = reinterpret_cast<sockaddr*>(&address);
    if (::bind(descriptor, whole, size) != 0 || ::listen(descriptor, 8) != 0 ||
        ::getsockname(descriptor, whole, &size) != 0)
        throw std::runtime_error{"no port for a server"};
    port = ntohs(address.sin_port);
}

Listener::~Listener() { ::close(descriptor); }

int freePort() { return Listener{}.port; }

}  // namespace support
