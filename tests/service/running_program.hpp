// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <cstdio>
#include <string>

namespace support {

/// A service as a program of its own, started with `--config FILE`, until it is told to end.
class RunningProgram {
   public:
    /// Returns when it has written its first line. Its log goes to a file, or where the test's own goes.
    RunningProgram(const char* program, const std::string& settings, const std::string& log = {});
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    /// The address in its first line; the whole line where there is none.
    [[nodiscard]] std::string url() const;
    [[nodiscard]] int port() const;
    /// Zero when it was ended.
    [[nodiscard]] pid_t process() const { return m_process; }
    /// Kilobytes of memory that it has.
    [[nodiscard]] long resident() const;
    /// Ends it as systemd does; its exit code.
    int end();
    void kill();

   private:
    pid_t m_process = 0;
    FILE* m_output = nullptr;
    std::string m_firstLine;
};

}  // namespace support
