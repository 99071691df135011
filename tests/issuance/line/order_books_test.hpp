// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/migrations.hpp"
#include "issuance/migrations.hpp"
#include "tests/support/engine_test.hpp"

namespace support {

/// The books of orders and of the line, empty but for one file that orders may be of ('f'), and a connection to them.
class OrderBooksTest : public EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        m_connection = database().connect();
        m_connection->execute("INSERT INTO order_file (sha256, station, taken_at, taken_by) VALUES ('f', 's', '', '')");
    }
    void TearDown() override {
        m_connection.reset();
        EngineTest::TearDown();
    }
    std::vector<records::MigrationSet> sets() const override {
        return {records::migrations(), inventory::migrations(), issuance::migrations()};
    }

    std::unique_ptr<records::Connection> m_connection;
};

}  // namespace support
