// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>

#include "base/bytes.hpp"
#include "tests/support/loopback.hpp"

namespace support {

/// A small HTTP/1.1 server on a free port of this machine, one question after another, for what stands behind it in the
/// tests: OpenSSL's time-stamping authority and OCSP responder. Ends with the object.
class HttpTestServer {
   public:
    struct Question {
        std::string method, path;
        base::Bytes body;
    };
    struct Answer {
        int status = 200;
        base::Bytes body = {};
        /// Sends so much less than it promises, and then hangs until the server ends.
        bool hangs = false;
    };
    using Handler = std::function<Answer(const Question&)>;

    explicit HttpTestServer(Handler handler);
    ~HttpTestServer();
    HttpTestServer(const HttpTestServer&) = delete;
    HttpTestServer& operator=(const HttpTestServer&) = delete;

    [[nodiscard]] std::string url(const std::string& path = "/") const {
        return "http://127.0.0.1:" + std::to_string(m_listener.port) + path;
    }

   private:
    void serve();
    void answer(int connection);

    Handler m_handler;
    Listener m_listener;
    std::atomic<bool> m_ends{false};
    std::thread m_thread;
};

}  // namespace support
