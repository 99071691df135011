// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/founded_program.hpp"

namespace cli {

FoundedProgram::FoundedProgram() {
    const auto password = m_folder.path() / "password";
    EXPECT_EQ(run("printf 'una clave larga\\n' > " + password.string()).exitCode, 0);
    m_words = "--home " + home().string() + " ";
    m_password = " --password-file " + password.string();
    done("init --training --administrator ana --name 'Ana López'" + m_password);
}

std::string FoundedProgram::done(const std::string& words) {
    const auto ran = ask(words);
    EXPECT_EQ(ran.exitCode, 0) << words << '\n' << ran.output;
    return ran.output;
}

void FoundedProgram::enrol(const std::string& user, const std::string& role) {
    done("operator create " + user + " --name 'Persona de prueba' --role " + role + " --as ana" + m_password);
    done("operator login " + user + m_password);
}

}  // namespace cli
