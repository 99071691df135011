// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cups_test_queue.hpp"

#include <sys/wait.h>

#include <chrono>
#include <stdexcept>
#include <thread>

#include "base/files.hpp"
#include "tests/support/ipp_test_printer.hpp"

namespace support {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr auto kStartLimit = 20s;
constexpr const char* kFolders[] = {"spool", "cache", "state", "log", "keys"};

}  // namespace

CupsTestQueue::CupsTestQueue(const std::string& printer, State state, const std::string& policy) : m_port(freePort()) {
    // As root the server changes to a user of its own, who has to get here.
    for (auto part = folder(); part != fs::temp_directory_path() && part.has_relative_path(); part = part.parent_path())
        fs::permissions(part, fs::perms::group_exec | fs::perms::others_exec, fs::perm_options::add);
    for (const char* name : kFolders) fs::create_directories(folder() / name);
    writeSettings();
    base::writeFileDurably(folder() / "printers.conf", "<Printer cola>\nInfo cola\nDeviceURI " + printer + "\nState " +
                                                           (state == State::Idle ? "Idle" : "Stopped\nReason paused") +
                                                           "\nAccepting Yes\nShared No\nErrorPolicy " + policy +
                                                           "\n</Printer>\n");
    restorePower();
}

CupsTestQueue::~CupsTestQueue() { endProgram(m_server); }

std::string CupsTestQueue::uri() const { return "ipp://localhost:" + std::to_string(m_port) + "/printers/cola"; }

void CupsTestQueue::cutPower() { endProgram(m_server); }

void CupsTestQueue::restorePower() {
    m_server = startProgram(
        {"cupsd", "-f", "-c", (folder() / "cupsd.conf").string(), "-s", (folder() / "cups-files.conf").string()}, {},
        folder() / "server.log");
    const auto limit = std::chrono::steady_clock::now() + kStartLimit;
    while (!listens(m_port)) {
        if (std::chrono::steady_clock::now() > limit || ::waitpid(m_server, nullptr, WNOHANG) != 0)
            throw std::runtime_error{"cupsd did not start: " +
                                     base::textOf(*base::readFile(folder() / "server.log", 100'000))};
        std::this_thread::sleep_for(20ms);
    }
}

void CupsTestQueue::writeSettings() const {
    const auto place = [&](const char* setting, const char* name) {
        return std::string{setting} + " " + (folder() / name).string() + "\n";
    };
    base::writeFileDurably(folder() / "cups-files.conf",
                           "ServerRoot " + folder().string() + "\nSandboxing relaxed\n" +
                               place("RequestRoot", "spool") + place("TempDir", "spool") + place("CacheDir", "cache") +
                               place("StateDir", "state") + place("ServerKeychain", "keys") +
                               place("AccessLog", "log/access") + place("ErrorLog", "log/error") +
                               place("PageLog", "log/page"));
    base::writeFileDurably(folder() / "cupsd.conf", "Listen localhost:" + std::to_string(m_port) +
                                                        "\nLogLevel debug\nBrowsing No\nDefaultAuthType None\n"
                                                        "WebInterface No\nJobRetryInterval 1\nDirtyCleanInterval 0\n"
                                                        "<Location />\nAllow all\n</Location>\n"
                                                        "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n"
                                                        "</Policy>\n");
}

}  // namespace support
