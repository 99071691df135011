// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.hpp"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace cli {

Ran run(const std::string& commandLine) {
    FILE* pipe = ::popen((commandLine + " 2>&1").c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error{"popen"};
    Ran ran;
    std::array<char, 4096> part{};
    while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) ran.output.append(part.data(), count);
    const int status = ::pclose(pipe);
    ran.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

std::string programPath() { return TROQUEL_PROGRAM; }

Ran troquel(const std::string& words) { return run(programPath() + " " + words); }

}  // namespace cli
