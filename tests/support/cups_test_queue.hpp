// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "tests/support/paths.hpp"

namespace support {

/// A print server (cupsd of cups-daemon) on a free port of this machine with everything of its own in a scratch folder,
/// and in it one raw queue before an IPP printer. Ends with the object.
class CupsTestQueue {
   public:
    enum class State { Idle, Paused };
    /// `printer` is the printer's address. `policy` is what the queue does with a job that its printer failed at.
    explicit CupsTestQueue(const std::string& printer, State state = State::Idle,
                           const std::string& policy = "abort-job");
    ~CupsTestQueue();
    CupsTestQueue(const CupsTestQueue&) = delete;
    CupsTestQueue& operator=(const CupsTestQueue&) = delete;

    [[nodiscard]] std::string uri() const;
    /// Kills the server as a power cut would; what it has of jobs stays on its disk.
    void cutPower();
    void restorePower();

   private:
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    void writeSettings() const;

    ScratchFolder m_folder;
    int m_port = 0;
    pid_t m_server = 0;
};

}  // namespace support
