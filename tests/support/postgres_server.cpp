// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <vector>

#include "base/failure.hpp"
#include "records/database/database.hpp"

namespace support {
namespace {

const std::string kPrograms = "/usr/lib/postgresql/15/bin/";

/// PostgreSQL does not run as root: there it runs as the user that its package made.
const passwd* serverUser() {
    if (geteuid() != 0) return nullptr;
    const passwd* user = getpwnam("postgres");
    if (user == nullptr) throw std::runtime_error("there is no user postgres: is the package postgresql-15 installed?");
    return user;
}

/// In the child: becomes the server's user, writes to the log, dies with the test program.
[[noreturn]] void become(const passwd* user, const std::string& log, std::vector<char*>& arguments) {
    const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    if (file >= 0) {
        dup2(file, STDOUT_FILENO);
        dup2(file, STDERR_FILENO);
    }
    if (user != nullptr &&
        (initgroups(user->pw_name, user->pw_gid) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0))
        _exit(126);
    prctl(PR_SET_PDEATHSIG, SIGINT);
    setpgid(0, 0);
    execv(arguments.front(), arguments.data());
    _exit(127);
}

pid_t spawn(std::vector<std::string> command, const std::filesystem::path& log) {
    const passwd* user = serverUser();
    std::vector<char*> arguments;
    for (std::string& part : command) arguments.push_back(part.data());
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("fork");
    if (child == 0) become(user, log.string(), arguments);
    return child;
}

/// Runs a program of PostgreSQL to its end.
void run(std::vector<std::string> command, const std::filesystem::path& log) {
    const std::string name = command.front();
    const pid_t child = spawn(std::move(command), log);
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) throw std::runtime_error(name + " failed; is the package postgresql-15 installed?");
}

std::vector<pid_t> childrenOf(pid_t process) {
    const auto number = std::to_string(process);
    std::ifstream list{"/proc/" + number + "/task/" + number + "/children"};
    return {std::istream_iterator<pid_t>{list}, {}};
}

std::string encoded(const std::string& path) {
    std::string text;
    for (const char letter : path) text += letter == '/' ? std::string{"%2F"} : std::string{letter};
    return text;
}

}  // namespace

PostgresServer::PostgresServer() : m_folder(std::make_unique<ScratchFolder>()), m_creator(getpid()) {
    makeFolder();
    run({kPrograms + "initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
         "--no-sync", "--no-instructions"},
        m_folder->path() / "initdb.log");
    start();
}

PostgresServer::PostgresServer(Standby standby) : m_folder(std::make_unique<ScratchFolder>()), m_creator(getpid()) {
    makeFolder();
    run({kPrograms + "pg_basebackup", "-D", data(), "-h", standby.of.m_folder->path().string(), "-U", "postgres",
         "--checkpoint=fast", "--write-recovery-conf", "--no-sync"},
        m_folder->path() / "basebackup.log");
    start();
}

PostgresServer::~PostgresServer() {
    if (getpid() == m_creator)
        stop();
    else
        static_cast<void>(m_folder.release());  // a forked child leaves its parent's server alone
}

void PostgresServer::makeFolder() {
    if (const passwd* user = serverUser())
        if (chown(m_folder->path().c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown");
    std::filesystem::permissions(m_folder->path(), std::filesystem::perms::owner_all);
}

void PostgresServer::start() {
    m_server = spawn({kPrograms + "postgres", "-D", data(), "-k", m_folder->path().string(), "-c",
                      "listen_addresses=", "-c", "fsync=on"},
                     m_folder->path() / "server.log");
    if (!awaitAnswer()) throw std::runtime_error("the PostgreSQL server ended");
}

bool PostgresServer::awaitAnswer() {
    const auto database = records::Database::open(address("postgres", "postgres"));
    for (int attempt = 0; attempt < 1200; ++attempt) {
        try {
            static_cast<void>(database->connect());
            return true;
        } catch (const base::Failure&) {
            if (waitpid(m_server, nullptr, WNOHANG) != 0) {
                m_server = 0;
                return false;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
    }
    stop();
    throw std::runtime_error("the PostgreSQL server does not answer");
}

void PostgresServer::again() {
    if (m_server == 0 || !awaitAnswer()) start();
}

void PostgresServer::stop() {
    if (m_server == 0) return;
    ::kill(m_server, SIGINT);
    waitpid(m_server, nullptr, 0);
    m_server = 0;
}

void PostgresServer::kill() {
    const auto children = childrenOf(m_server);
    ::kill(m_server, SIGKILL);
    for (const pid_t child : children) ::kill(child, SIGKILL);
    waitpid(m_server, nullptr, 0);
    m_server = 0;
}

std::string PostgresServer::host() const { return encoded(m_folder->path().string()); }

std::string PostgresServer::address(const std::string& database, const std::string& role) const {
    return "postgresql://" + role + "@/" + database + "?host=" + host();
}

}  // namespace support
