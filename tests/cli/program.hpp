// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace cli {

/// What a program said and how it ended.
struct Ran {
    int exitCode = -1;
    std::string output;  ///< standard output and standard error, as a person sees them
};

/// Runs a shell command line. Everything in it comes from the tests.
Ran run(const std::string& commandLine);
/// The program under test.
std::string programPath();
/// Runs `troquel` with these words.
Ran troquel(const std::string& words);

}  // namespace cli
