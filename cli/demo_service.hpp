// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace cli {

/// A program of its own beside this one, ended with it at the latest.
class SideProgram {
   public:
    /// `output` is where its standard output goes, and its standard error beside it, as .log. Throws
    /// "cli.program-not-started".
    SideProgram(const std::vector<std::string>& words, const std::filesystem::path& output);
    ~SideProgram();
    SideProgram(const SideProgram&) = delete;
    SideProgram& operator=(const SideProgram&) = delete;

    /// Waits for its end; its exit code, below zero where a signal ended it.
    int wait();
    /// Tells it to end, and waits.
    int end();
    /// What it has written so far.
    [[nodiscard]] std::string said() const;
    [[nodiscard]] bool goesOn();

   private:
    std::filesystem::path m_output;
    pid_t m_process = 0;
    int m_exitCode = 0;
};

/// This program's own file.
std::string ownProgram();

}  // namespace cli
