// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/verify/document_checks.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/clock.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "issuance/verification/verification_answer.hpp"

namespace service {
namespace {

using namespace base::literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kLargestAnswer = std::size_t{4} << 20;
constexpr std::size_t kLargestTrusted = std::size_t{4} << 20;
constexpr rlim_t kMostFiles = 32;

[[noreturn]] void throwNotStarted(const char* where) {
    throw base::Failure{"process.not-started"_code, base::NextStep::Retry, where};
}

/// A file descriptor that is closed with its end.
class Descriptor {
   public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    void close() {
        if (m_number >= 0) ::close(m_number);
        m_number = -1;
    }
    [[nodiscard]] int number() const { return m_number; }

   private:
    int m_number;
};

/// The document as a file without a name, in memory, that nobody changes any more.
int inMemory(base::BytesView content) {
    const int file = ::memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0) throwNotStarted("memory");
    for (std::size_t written = 0; written < content.size();) {
        const auto now = ::write(file, content.data() + written, content.size() - written);
        if (now < 0 && errno == EINTR) continue;
        if (now <= 0) {
            ::close(file);
            throwNotStarted("memory");
        }
        written += static_cast<std::size_t>(now);
    }
    ::lseek(file, 0, SEEK_SET);
    ::fcntl(file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
    return file;
}

/// What the new process is made of; everything is ready before the fork, after which nothing may be allocated.
struct Launch {
    const char* program;
    char* const* words;
    char* const* environment;
    CheckLimits limits;
    int document, answer, nothing;
};

void limit(int resource, rlim_t most) {
    const rlimit both{most, most};
    if (::setrlimit(static_cast<__rlimit_resource>(resource), &both) != 0) ::_exit(126);
}

[[noreturn]] void become(const Launch& launch) noexcept {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    // Ignored, so that whoever writes a file is refused instead of ended; what is ignored stays so.
    std::signal(SIGXFSZ, SIG_IGN);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(launch.limits.processor.count()));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    limit(RLIMIT_AS, launch.limits.memory);
#endif
    if (::dup2(launch.document, STDIN_FILENO) < 0 || ::dup2(launch.answer, STDOUT_FILENO) < 0 ||
        ::dup2(launch.nothing, STDERR_FILENO) < 0 || ::close_range(STDERR_FILENO + 1, ~0U, 0) != 0)
        ::_exit(126);
    limit(RLIMIT_NOFILE, kMostFiles);
    ::execve(launch.program, launch.words, launch.environment);
    ::_exit(127);
}

/// All that comes until the pipe is closed; false where that takes too long, or is more than an answer has.
bool receive(int pipe, Clock::time_point end, base::Bytes& answer) {
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

contract::FileVerified unread(const std::string& what) {
    contract::FileVerified said;
    said.verdict = issuance::nameOf(issuance::Verdict::Unreadable);
    said.kind = issuance::nameOf(issuance::Verification::Kind::Unknown);
    said.annulment = "open";
    said.reasons.push_back(contract::FaultLine::of({"verification.reader-failed"_code, {{"what", what}}, {}}));
    return said;
}

/// The answer of a process that ended by itself and in order.
contract::FileVerified saidBy(int status, const base::Bytes& answer) {
    if (WIFSIGNALED(status)) return unread("signal " + std::to_string(WTERMSIG(status)));
    if (WEXITSTATUS(status) != 0) return unread("exit " + std::to_string(WEXITSTATUS(status)));
    const auto json = contract::Json::parse(answer, nullptr, false);
    auto said = contract::fromJson<contract::FileVerified>(json);
    return said ? std::move(said).value() : unread("answer");
}

/// Gives a turn back.
class Turn {
   public:
    explicit Turn(std::counting_semaphore<>& turns) : m_turns(turns) {}
    ~Turn() { m_turns.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    std::counting_semaphore<>& m_turns;
};

bool isTrusted(const std::filesystem::path& file) {
    const auto ending = file.extension();
    return ending == ".cer" || ending == ".crt" || ending == ".pem" || ending == ".der" || ending == ".crl";
}

}  // namespace

DocumentChecks::DocumentChecks(std::filesystem::path trust, std::size_t most, CheckLimits limits,
                               std::filesystem::path program)
    : m_trust(std::move(trust)),
      m_program(std::move(program)),
      m_limits(limits),
      m_turns(static_cast<std::ptrdiff_t>(most)) {}

base::Result<contract::FileVerified> DocumentChecks::check(base::BytesView content) {
    if (!m_turns.try_acquire_for(m_limits.waiting)) return base::Fault{"page.busy"_code};
    const Turn turn{m_turns};
    const Descriptor document{inMemory(content)};
    const Descriptor nothing{::open("/dev/null", O_WRONLY | O_CLOEXEC)};
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throwNotStarted("pipe");
    const Descriptor reading{ends[0]};
    Descriptor writing{ends[1]};

    std::string name = "troquel-verify", word = kWord, trust = m_trust.string(), locale = "LC_ALL=C.UTF-8", templates;
    std::array<char*, 4> words{name.data(), word.data(), trust.data(), nullptr};
    if (const char* folder = std::getenv("TROQUEL_TEMPLATES")) templates = std::string{"TROQUEL_TEMPLATES="} + folder;
    std::array<char*, 3> environment{locale.data(), templates.empty() ? nullptr : templates.data(), nullptr};
    const Launch launch{m_program.c_str(), words.data(),     environment.data(), m_limits,
                        document.number(), writing.number(), nothing.number()};
    const auto end = Clock::now() + m_limits.time;
    const pid_t child = ::fork();
    if (child < 0) throwNotStarted("fork");
    if (child == 0) become(launch);
    writing.close();
    base::Bytes answer;
    const bool ended = receive(reading.number(), end, answer);
    if (!ended) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return ended ? saidBy(status, answer) : unread("time");
}

std::vector<contract::NamedFile> trustIn(const std::filesystem::path& folder) {
    std::vector<contract::NamedFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file() && isTrusted(entry.path()))
            files.push_back({std::filesystem::relative(entry.path(), folder).string(),
                             base::expected(base::readFile(entry.path(), kLargestTrusted), entry.path().string())});
    std::ranges::sort(files, {}, &contract::NamedFile::name);
    return files;
}

int performCheck(const std::filesystem::path& trust) {
    const auto known = base::expected(issuance::VerificationTrust::of(trustIn(trust)), trust.string());
    const base::Bytes content{std::istreambuf_iterator<char>{std::cin}, std::istreambuf_iterator<char>{}};
    const issuance::VerificationRooms rooms{known, base::SystemClock{}.now()};
    std::cout << contract::storedJson(issuance::told(issuance::verifyDocument(content, rooms))) << std::flush;
    return std::cout ? 0 : 3;
}

}  // namespace service
