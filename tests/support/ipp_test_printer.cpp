// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ipp_test_printer.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <chrono>
#include <stdexcept>
#include <thread>

#include "base/files.hpp"
#include "tests/support/loopback.hpp"

namespace support {
namespace {

using namespace std::chrono_literals;

constexpr auto kStartLimit = 20s;

bool answers(int port) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopbackAddress(port);
    const bool connected = ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(descriptor);
    return connected;
}

/// Starts a program in a process group of its own that ends with this process.
pid_t start(const std::vector<std::string>& command, const std::vector<std::string>& settings,
            const std::filesystem::path& log) {
    std::vector<char*> arguments;
    for (const auto& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error{"fork"};
    if (child > 0) return child;
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    for (const auto& setting : settings) ::putenv(const_cast<char*>(setting.c_str()));
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

void end(pid_t& child) {
    if (child <= 0) return;
    ::kill(-child, SIGKILL);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    child = 0;
}

}  // namespace

int freePort() {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopbackAddress(0);
    socklen_t size = sizeof address;
    if (::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error{"no free port"};
    ::close(descriptor);
    return ntohs(address.sin_port);
}

IppTestPrinter::IppTestPrinter(const std::string& script) : m_port(freePort()) {
    startBus();
    startPrinter(script);
    waitUntilItAnswers();
}

IppTestPrinter::~IppTestPrinter() {
    end(m_printer);
    end(m_bus);
}

std::string IppTestPrinter::uri() const { return "ipp://localhost:" + std::to_string(m_port) + "/ipp/print"; }

void IppTestPrinter::cutPower() { end(m_printer); }

void IppTestPrinter::startBus() {
    const auto socket = folder() / "bus";
    m_bus = start({"dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=unix:path=" + socket.string()}, {},
                  folder() / "bus.log");
    const auto limit = std::chrono::steady_clock::now() + kStartLimit;
    while (!std::filesystem::exists(socket)) {
        if (std::chrono::steady_clock::now() > limit) throw std::runtime_error{"dbus-daemon did not start"};
        std::this_thread::sleep_for(10ms);
    }
}

void IppTestPrinter::startPrinter(const std::string& script) {
    const auto command = folder() / "command";
    base::writeFileDurably(command, "#!/bin/sh\nOUT='" + folder().string() + "'\n" + script + "\n");
    std::filesystem::permissions(command, std::filesystem::perms::owner_all);
    std::filesystem::create_directories(folder() / "spool");
    m_printer = start({"ippeveprinter", "-n", "localhost", "-p", std::to_string(m_port), "-r", "off", "-f",
                       "application/pdf", "-d", (folder() / "spool").string(), "-c", command.string(), "Troquel test"},
                      {"DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + (folder() / "bus").string()}, folder() / "printer.log");
}

void IppTestPrinter::waitUntilItAnswers() const {
    const auto limit = std::chrono::steady_clock::now() + kStartLimit;
    while (!answers(m_port)) {
        if (std::chrono::steady_clock::now() > limit || ::waitpid(m_printer, nullptr, WNOHANG) != 0)
            throw std::runtime_error{"ippeveprinter did not start: " +
                                     base::textOf(*base::readFile(folder() / "printer.log", 100'000))};
        std::this_thread::sleep_for(20ms);
    }
}

}  // namespace support
