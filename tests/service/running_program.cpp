// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/running_program.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <stdexcept>

namespace support {

RunningProgram::RunningProgram(const char* program, const std::string& settings, const std::string& log) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error{"pipe"};
    m_process = ::fork();
    if (m_process < 0) throw std::runtime_error{"fork"};
    if (m_process == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(ends[1], STDOUT_FILENO);
        const int file = log.empty() ? -1 : ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (file >= 0) ::dup2(file, STDERR_FILENO);
        ::execl(program, program, "--config", settings.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    m_output = ::fdopen(ends[0], "r");
    std::array<char, 512> text{};
    if (::fgets(text.data(), static_cast<int>(text.size()), m_output) != nullptr) m_firstLine = text.data();
}

RunningProgram::~RunningProgram() {
    if (m_process > 0) kill();
    ::fclose(m_output);
}

std::string RunningProgram::url() const {
    const auto at = m_firstLine.find("http");
    return at == std::string::npos ? m_firstLine : m_firstLine.substr(at, m_firstLine.find('\n') - at);
}

int RunningProgram::port() const { return std::stoi(url().substr(url().rfind(':') + 1)); }

long RunningProgram::resident() const {
    std::ifstream status{"/proc/" + std::to_string(m_process) + "/status"};
    long kilobytes = 0;
    for (std::string word; status >> word;)
        if (word == "VmRSS:" && status >> kilobytes) return kilobytes;
    throw std::runtime_error{"no such process"};
}

int RunningProgram::end() {
    ::kill(m_process, SIGTERM);
    int status = 0;
    ::waitpid(m_process, &status, 0);
    m_process = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

void RunningProgram::kill() {
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    m_process = 0;
}

}  // namespace support
