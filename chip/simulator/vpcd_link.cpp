// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/vpcd_link.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/failure.hpp"
#include "base/log.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr std::uint8_t kPowerOff = 0, kPowerOn = 1, kReset = 2, kAnswerToReset = 4;
constexpr std::chrono::milliseconds kPause{20};

/// A socket connected to the port on this machine, or -1.
int tryConnect(std::uint16_t port) {
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (handle < 0) return -1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        // An answer is one write; without this the kernel would hold it back for the driver's acknowledgement.
        const int on = 1;
        ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        return handle;
    }
    ::close(handle);
    return -1;
}

int connectWithin(std::uint16_t port, std::chrono::milliseconds timeout) {
    const auto end = std::chrono::steady_clock::now() + timeout;
    do {
        if (const int handle = tryConnect(port); handle >= 0) return handle;
        std::this_thread::sleep_for(kPause);
    } while (std::chrono::steady_clock::now() < end);
    throw base::Failure{"vpcd.unreachable"_code, base::NextStep::CallSupervisor, fmt::format("port {}", port)};
}

/// The driver writes length and message apart and leaves Nagle's algorithm on: its second write waits for our
/// acknowledgement of the first, which the kernel delays by 40 ms unless told, each time, not to.
void acknowledgeAtOnce(int handle) {
    const int on = 1;
    ::setsockopt(handle, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

bool readFully(int handle, std::span<std::uint8_t> target) {
    while (!target.empty()) {
        acknowledgeAtOnce(handle);
        const auto size = ::recv(handle, target.data(), target.size(), 0);
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return false;
        target = target.subspan(static_cast<std::size_t>(size));
    }
    return true;
}

}  // namespace

VpcdLink::VpcdLink(Card& card, std::uint16_t port, std::chrono::milliseconds timeout)
    : m_card(card), m_socket(connectWithin(port, timeout)), m_thread([this] { serve(); }) {}

VpcdLink::~VpcdLink() {
    ::shutdown(m_socket, SHUT_RDWR);
    m_thread.join();
    ::close(m_socket);
}

void VpcdLink::serve() {
    try {
        while (serveOne()) {
        }
    } catch (const std::exception& failure) {
        base::log::warning(fmt::format("vpcd link: {}", failure.what()));
    }
    ::shutdown(m_socket, SHUT_RDWR);
    m_connected = false;
}

bool VpcdLink::serveOne() {
    base::Bytes message;
    if (!receive(message)) return false;
    const bool isControl = message.size() == 1;
    return isControl ? control(message[0]) : exchange(message);
}

bool VpcdLink::receive(base::Bytes& message) const {
    std::array<std::uint8_t, 2> length{};
    if (!readFully(m_socket, length)) return false;
    acknowledgeAtOnce(m_socket);
    message.resize(static_cast<std::size_t>(length[0]) << 8 | length[1]);
    return readFully(m_socket, message);
}

bool VpcdLink::send(base::BytesView message) const {
    const auto octets = base::concat({base::bigEndian(message.size(), 2), message});
    base::BytesView rest = octets;
    while (!rest.empty()) {
        const auto sent = ::send(m_socket, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        rest = rest.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

bool VpcdLink::control(std::uint8_t code) {
    switch (code) {
        case kPowerOff:
        case kPowerOn:
        case kReset: m_card.reset(); return true;
        case kAnswerToReset: return send(m_card.answerToReset());
        default: return send(Response{{}, status::kWrongLength}.encode());
    }
}

bool VpcdLink::exchange(base::BytesView octets) {
    const auto command = Command::decode(octets);
    if (!command) return send(Response{{}, status::kWrongLength}.encode());
    try {
        return send(m_card.transmit(*command).encode());
    } catch (const base::Failure& failure) {
        if (failure.code().name() != "card.silent") throw;
        return true;
    }
}

}  // namespace chip
