// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo_service.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "base/failure.hpp"
#include "base/files.hpp"

namespace cli {
namespace {

using namespace base::literals;

constexpr int kNotStarted = 127;
constexpr std::size_t kMostSaid = std::size_t{1} << 20;

void openAs(int descriptor, const std::filesystem::path& file, int flags) {
    constexpr mode_t kOwnOnly = 0600;
    const int opened = ::open(file.c_str(), flags, kOwnOnly);
    if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(kNotStarted);
    ::close(opened);
}

/// In the child: only what may be called between fork and exec.
[[noreturn]] void become(const std::vector<char*>& arguments, const std::filesystem::path& output,
                         const std::filesystem::path& log) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    openAs(STDIN_FILENO, "/dev/null", O_RDONLY);
    openAs(STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC);
    openAs(STDERR_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC);
    ::execv(arguments.front(), arguments.data());
    ::_exit(kNotStarted);
}

int codeOf(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status); }

}  // namespace

SideProgram::SideProgram(const std::vector<std::string>& words, const std::filesystem::path& output)
    : m_output(output) {
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const auto log = std::filesystem::path{m_output}.replace_extension(".log");
    m_process = ::fork();
    if (m_process == 0) become(arguments, m_output, log);
    if (m_process < 0)
        throw base::Failure{"cli.program-not-started"_code, base::NextStep::CallSupervisor, words.front()};
}

SideProgram::~SideProgram() { end(); }

int SideProgram::wait() {
    if (m_process == 0) return m_exitCode;
    int status = 0;
    ::waitpid(m_process, &status, 0);
    m_process = 0;
    return m_exitCode = codeOf(status);
}

int SideProgram::end() {
    if (m_process != 0) ::kill(m_process, SIGTERM);
    return wait();
}

bool SideProgram::goesOn() {
    int status = 0;
    if (m_process == 0 || ::waitpid(m_process, &status, WNOHANG) == 0) return m_process != 0;
    m_process = 0;
    m_exitCode = codeOf(status);
    return false;
}

std::string SideProgram::said() const {
    const auto content = base::readFile(m_output, kMostSaid);
    return content ? base::textOf(*content) : std::string{};
}

std::string ownProgram() { return std::filesystem::read_symlink("/proc/self/exe").string(); }

}  // namespace cli
