// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

#include "chip/apdu/card.hpp"

namespace chip {

/// Puts a card into a reader of pcscd through the virtual reader's driver (vsmartcard's vpcd): connects to the driver's
/// port on this machine and answers what comes. While it lives the card lies on the reader; it belongs to this object's
/// thread then. A card that throws "card.removed" leaves the reader; one that throws "card.silent" stays silent.
class VpcdLink {
   public:
    /// Tries until the driver listens; throws Failure "vpcd.unreachable" when the time is over.
    VpcdLink(Card& card, std::uint16_t port, std::chrono::milliseconds timeout = std::chrono::seconds{5});
    ~VpcdLink();
    VpcdLink(const VpcdLink&) = delete;
    VpcdLink& operator=(const VpcdLink&) = delete;

    /// Whether the card still lies on the reader.
    [[nodiscard]] bool connected() const { return m_connected; }

   private:
    void serve();
    /// False when the link is over.
    bool serveOne();
    /// One message without its length; false when the other side is gone.
    bool receive(base::Bytes& message) const;
    [[nodiscard]] bool send(base::BytesView message) const;
    bool control(std::uint8_t code);
    bool exchange(base::BytesView command);

    Card& m_card;
    int m_socket;
    std::atomic<bool> m_connected = true;
    std::thread m_thread;
};

}  // namespace chip
