// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_cluster.hpp"

#include "records/database/database.hpp"

namespace support {

PostgresCluster& PostgresCluster::instance() {
    static PostgresCluster cluster;
    return cluster;
}

PostgresCluster::PostgresCluster() {
    const auto admin = records::Database::open(address("postgres", "postgres"))->connect();
    for (const char* role : {kOwner, kProgram}) admin->executeScript("CREATE ROLE " + std::string{role} + " LOGIN");
}

std::string PostgresCluster::createDatabase(const std::string& copied) {
    const auto admin = records::Database::open(address("postgres", "postgres"))->connect();
    const std::string name = "test_" + std::to_string(++m_databases);
    admin->executeScript("CREATE DATABASE " + name + " OWNER " + kOwner + " TEMPLATE " + copied);
    return name;
}

void PostgresCluster::dropDatabase(const std::string& name) {
    const auto admin = records::Database::open(address("postgres", "postgres"))->connect();
    admin->executeScript("DROP DATABASE " + name + " WITH (FORCE)");
}

std::string PostgresCluster::address(const std::string& database, const std::string& role) const {
    return m_server.address(database, role);
}

}  // namespace support
