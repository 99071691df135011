// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "contract/act.hpp"
#include "service/admission.hpp"
#include "service/measures.hpp"

namespace service {

/// Where a door stands and whom it lets in. Files are PEM.
struct DoorSettings {
    std::string address = "127.0.0.1";
    int port = 0;                            ///< 0: one that is free
    std::filesystem::path certificate;       ///< of the server, with the certificates between it and its root
    std::filesystem::path key;               ///< may be the same file
    std::filesystem::path workstations;      ///< roots that certify workstations
    std::size_t largestRequest = 96U << 20;  ///< octets of a body
    std::size_t mostConnections = 256;       ///< each has a thread of its own
    AdmissionLimits limits = {};
    std::chrono::seconds patience{15};  ///< for a client that sends or takes nothing
    std::chrono::seconds idle{5};       ///< for a connection without requests; a closing door waits so long at most
    std::chrono::milliseconds heartbeat{15'000};  ///< the longest time in which a stream of events says nothing
};

/// Carries the contract over HTTPS: TLS 1.3 only, with a client certificate whose common name is the workstation. It
/// decides nothing that the office decides; it says to it at which workstation somebody asks, and with which
/// certificate.
class Door {
   public:
    /// Listens, and answers in threads of its own until it ends. Throws "service.bad-certificate" where the files do
    /// not make a server, "service.cannot-listen".
    Door(contract::Office& office, const DoorSettings& settings);
    ~Door();
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    [[nodiscard]] int port() const;
    /// What it has done; for as long as the door stands.
    [[nodiscard]] const Measures& measures() const;
    /// Reads the roots that certify workstations again: new ones are trusted from now on, beside those before.
    void takeNewRoots();
    /// Takes no more connections, and returns when every act that came in has been answered. Whoever watches is
    /// answered at once.
    void close();

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace service
