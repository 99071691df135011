// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include "tests/cli/program.hpp"
#include "tests/support/paths.hpp"

namespace cli {

/// A training institution made by the program itself, with "ana" as its administrator.
class FoundedProgram : public testing::Test {
   protected:
    FoundedProgram();
    /// `troquel` in the institution's home.
    Ran ask(const std::string& words) { return troquel(m_words + words); }
    /// The same, which must be done: exit code 0.
    std::string done(const std::string& words);
    /// Enrols a person with one role and logs them in.
    void enrol(const std::string& user, const std::string& role);
    [[nodiscard]] std::filesystem::path home() const { return m_folder.path() / "home"; }

    support::ScratchFolder m_folder;
    std::string m_words;
    std::string m_password;
};

}  // namespace cli
