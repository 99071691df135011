// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine_test.hpp"

#include "base/clock.hpp"
#include "tests/support/postgres_cluster.hpp"

namespace support {

MigratedDatabase::MigratedDatabase(records::Engine engine, std::vector<records::MigrationSet> sets) {
    if (engine == records::Engine::Sqlite) {
        m_address = m_ownerAddress = "sqlite:" + (m_folder.path() / "troquel.db").string();
    } else {
        PostgresCluster& cluster = PostgresCluster::instance();
        m_name = cluster.createDatabase();
        m_address = cluster.address(m_name, PostgresCluster::kProgram);
        m_ownerAddress = cluster.address(m_name, PostgresCluster::kOwner);
    }
    m_database = records::Database::open(m_address);
    m_owner = records::Database::open(m_ownerAddress);
    records::migrate(*m_owner, sets, base::SystemClock{});
    records::grantToProgram(*m_owner->connect(), sets, PostgresCluster::kProgram);
}

MigratedDatabase::~MigratedDatabase() {
    if (!m_name.empty()) PostgresCluster::instance().dropDatabase(m_name);
}

}  // namespace support
