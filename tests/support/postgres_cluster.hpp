// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "tests/support/postgres_server.hpp"

namespace support {

/// A PostgreSQL server of the test program's own, started at the first use, stopped when the program ends.
/// `troquel_owner` owns the databases, `troquel_program` is the role that the program runs with.
class PostgresCluster {
   public:
    static constexpr const char* kOwner = "troquel_owner";
    static constexpr const char* kProgram = "troquel_program";

    /// The one of this program.
    static PostgresCluster& instance();

    PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    /// Makes a database and says its name: empty, or a copy of one that nobody is connected to.
    std::string createDatabase(const std::string& copied = "template1");
    void dropDatabase(const std::string& name);
    /// The address of a database for a role, as records::Database::open takes it.
    [[nodiscard]] std::string address(const std::string& database, const std::string& role) const;

    [[nodiscard]] PostgresServer& server() { return m_server; }

   private:
    PostgresServer m_server;
    unsigned m_databases = 0;
};

}  // namespace support
