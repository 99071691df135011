// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "tests/support/loopback.hpp"

namespace support {

/// A server on a free port of this machine that takes every connection and never answers. Ends with the object.
class SilentServer {
   public:
    SilentServer();
    ~SilentServer();
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;

    [[nodiscard]] std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(m_listener.port) + path;
    }
    /// So many came so far.
    [[nodiscard]] int connections() const { return m_connections; }

   private:
    void keepWaiting();

    Listener m_listener;
    std::atomic<bool> m_ends{false};
    std::atomic<int> m_connections{0};
    std::thread m_thread;
};

}  // namespace support
