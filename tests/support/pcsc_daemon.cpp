// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pcsc_daemon.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace support {
namespace {

constexpr const char* kDriver = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
constexpr const char* kDaemon = "/usr/sbin/pcscd";
/// Where pcscd was built to keep its socket and process id.
constexpr const char* kRunFolder = "/run/pcscd";
constexpr int kTries = 250;
constexpr std::chrono::milliseconds kPause{20};

bool isFree(std::uint16_t port) {
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    const bool bound = ::bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(handle);
    return bound;
}

/// Two in a row: the driver's second slot listens on the next port.
std::uint16_t freePort() {
    for (int offset = 0; offset < 2000; offset += 2) {
        const auto port = static_cast<std::uint16_t>(36000 + (::getpid() * 2 + offset) % 20000);
        const auto next = static_cast<std::uint16_t>(port + 1);
        if (isFree(port) && isFree(next)) return port;
    }
    throw std::runtime_error{"no free port for vpcd"};
}

}  // namespace

PcscDaemon::PcscDaemon() : m_port(freePort()) {
    if (!std::filesystem::exists(kDriver)) throw std::runtime_error{"vsmartcard-vpcd is not installed"};
    std::filesystem::create_directories(kRunFolder);
    std::filesystem::create_directories(m_folder.path() / "run");
    std::filesystem::create_directories(m_folder.path() / "readers");
    writeConfiguration();
    ::setenv("PCSCLITE_CSOCK_NAME", (m_folder.path() / "run" / "pcscd.comm").c_str(), 1);
    m_process = ::fork();
    if (m_process < 0) throw std::runtime_error{"fork"};
    if (m_process == 0) becomeDaemon();
    awaitSocket();
}

PcscDaemon::~PcscDaemon() { stop(); }

void PcscDaemon::stop() {
    if (m_process <= 0) return;
    ::kill(m_process, SIGTERM);
    for (int left = kTries; left > 0; --left) {
        if (::waitpid(m_process, nullptr, WNOHANG) == m_process) {
            m_process = -1;
            return;
        }
        std::this_thread::sleep_for(kPause);
    }
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
}

std::string PcscDaemon::log() const {
    std::ostringstream text;
    text << std::ifstream{m_folder.path() / "log"}.rdbuf();
    return text.str();
}

void PcscDaemon::writeConfiguration() const {
    std::array<char, 8> port{};
    std::snprintf(port.data(), port.size(), "0x%04X", m_port);
    std::ofstream file{m_folder.path() / "readers" / "vpcd"};
    file << "FRIENDLYNAME \"Virtual PCD\"\n"
         << "DEVICENAME /dev/null:" << port.data() << "\n"
         << "LIBPATH " << kDriver << "\n"
         << "CHANNELID " << port.data() << "\n";
}

/// In the child: only functions that are safe after a fork, then the daemon.
void PcscDaemon::becomeDaemon() const {
    const auto log = m_folder.path() / "log", run = m_folder.path() / "run", readers = m_folder.path() / "readers";
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    const bool apart = ::unshare(CLONE_NEWNS) == 0 &&
                       ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                       ::mount(run.c_str(), kRunFolder, nullptr, MS_BIND, nullptr) == 0;
    if (apart) ::execl(kDaemon, kDaemon, "--foreground", "-c", readers.c_str(), static_cast<char*>(nullptr));
    std::perror("pcscd");
    ::_exit(127);
}

void PcscDaemon::awaitSocket() {
    for (int left = kTries; left > 0; --left) {
        if (std::filesystem::exists(m_folder.path() / "run" / "pcscd.comm")) return;
        if (::waitpid(m_process, nullptr, WNOHANG) == m_process) {
            m_process = -1;
            break;
        }
        std::this_thread::sleep_for(kPause);
    }
    const auto words = log();
    stop();
    throw std::runtime_error{"pcscd did not come up: " + words};
}

}  // namespace support
