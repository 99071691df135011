// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/support/paths.hpp"

namespace support {

/// A PostgreSQL server in a scratch folder, reached through a socket there; durable as in service (fsync on). Superuser
/// `postgres`, whom it trusts. It dies with the test program.
class PostgresServer {
   public:
    /// A new one, which answers when this returns.
    PostgresServer();
    /// A copy of another one that goes on following it.
    struct Standby {
        const PostgresServer& of;
    };
    explicit PostgresServer(Standby standby);
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    [[nodiscard]] pid_t process() const { return m_server; }
    /// Ends it as an operator does.
    void stop();
    /// Ends it and all its processes as a machine does that loses its power.
    void kill();
    /// Has it answer again after it was ended or killed, or broke by itself.
    void again();
    /// The folder of its socket, as addresses write it.
    [[nodiscard]] std::string host() const;
    /// The address of a database for a role, as records::Database::open takes it.
    [[nodiscard]] std::string address(const std::string& database, const std::string& role) const;

   private:
    void makeFolder();
    void start();
    /// False where it ended.
    [[nodiscard]] bool awaitAnswer();
    [[nodiscard]] std::string data() const { return (m_folder->path() / "data").string(); }

    std::unique_ptr<ScratchFolder> m_folder;
    pid_t m_creator;
    pid_t m_server = 0;
};

}  // namespace support
