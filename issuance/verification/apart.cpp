// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/apart.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Clock = std::chrono::steady_clock;

base::Fault failed(const std::string& what) { return {"verification.reader-failed"_code, {{"what", what}}, {}}; }

void limit(const ApartLimits& limits) {
    const auto seconds = static_cast<rlim_t>(limits.time.count() / 1000 + 1);
    const rlimit cpu{seconds, seconds + 1}, none{0, 0};
    ::setrlimit(RLIMIT_CPU, &cpu);
    ::setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const rlimit memory{limits.memory, limits.memory};
    ::setrlimit(RLIMIT_AS, &memory);
#endif
}

/// The child: never returns.
[[noreturn]] void perform(const std::function<base::Bytes()>& work, const ApartLimits& limits, int pipe) noexcept {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(limits);
    try {
        const auto answer = work();
        for (std::size_t sent = 0; sent < answer.size();) {
            const auto now = ::write(pipe, answer.data() + sent, answer.size() - sent);
            if (now < 0 && errno != EINTR) ::_exit(3);
            if (now > 0) sent += static_cast<std::size_t>(now);
        }
        ::_exit(0);
    } catch (...) {
        ::_exit(3);
    }
}

/// All that comes until the pipe is closed; false where that takes too long, or is more than an answer has.
bool receive(int pipe, Clock::time_point end, base::Bytes& answer) {
    constexpr std::size_t kLargestAnswer = std::size_t{4} * 1024 * 1024;
    std::array<std::uint8_t, 65536> octets{};
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd watched{pipe, POLLIN, 0};
        if (left <= 0 || answer.size() > kLargestAnswer) return false;
        const int ready = ::poll(&watched, 1, static_cast<int>(left));
        if (ready == 0) return false;
        if (ready < 0) continue;
        const auto count = ::read(pipe, octets.data(), octets.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return true;
        answer.insert(answer.end(), octets.begin(), octets.begin() + count);
    }
}

}  // namespace

base::Result<base::Bytes> performedApart(const std::function<base::Bytes()>& work, const ApartLimits& limits) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        throw base::Failure{"process.not-started"_code, base::NextStep::Retry, "pipe"};
    const pid_t child = ::fork();
    if (child < 0) {
        ::close(pipe[0]);
        ::close(pipe[1]);
        throw base::Failure{"process.not-started"_code, base::NextStep::Retry, "fork"};
    }
    if (child == 0) {
        ::close(pipe[0]);
        perform(work, limits, pipe[1]);
    }
    ::close(pipe[1]);
    base::Bytes answer;
    const bool ended = receive(pipe[0], Clock::now() + limits.time, answer);
    ::close(pipe[0]);
    if (!ended) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (!ended) return failed("time");
    if (WIFSIGNALED(status)) return failed("signal " + std::to_string(WTERMSIG(status)));
    if (WEXITSTATUS(status) != 0) return failed("exit " + std::to_string(WEXITSTATUS(status)));
    return answer;
}

}  // namespace issuance
