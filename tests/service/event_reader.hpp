// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace httplib {
class SSLClient;
}

namespace support {

/// How a test reaches a door: PEM files of the workstation and the root of the door.
struct DoorKnocker {
    int port = 0;
    std::string certificate;
    std::string key;
    std::string root;
};

/// Reads GET /events of a door in a thread of its own, as a browser or curl would, until it ends or is closed.
class EventReader {
   public:
    EventReader(const DoorKnocker& knocker, const std::string& token, const std::string& query = {},
                const std::string& lastEvent = {});
    ~EventReader();
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;

    /// Waits until the text stands in what has come since the last call, and gives that up to the end of its event.
    /// Everything that came where it never does: because the stream ended, or half a minute has passed.
    std::string until(const std::string& text);
    /// Waits until the stream has ended; whether it has.
    bool ends();
    /// 0 before there is one.
    int status();
    /// The last position that was told.
    std::string lastId();
    void close();

   private:
    std::unique_ptr<httplib::SSLClient> m_client;
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::string m_text;
    std::size_t m_read = 0;
    int m_status = 0;
    bool m_ended = false;
    std::thread m_thread;
};

}  // namespace support
