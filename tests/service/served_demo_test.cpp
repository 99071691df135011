// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/postgres_cluster.hpp"

/// The whole demonstration through a service over PostgreSQL, with two stations of their own.
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ServedDemo, GoesFromAnEmptyDatabaseToReleasedDocuments) {
    auto& cluster = support::PostgresCluster::instance();
    const auto database = cluster.createDatabase();
    const support::ScratchFolder folder;
    const auto ran =
        cli::troquel("demo --out " + folder.path().string() + " --database '" +
                     cluster.address(database, support::PostgresCluster::kOwner) + "' --service " + TROQUELD_PROGRAM);
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("Puesto inscrito: linea-1"));
    EXPECT_THAT(ran.output, HasSubstr("rechazados 1, en duda 0"));
    EXPECT_THAT(ran.output, HasSubstr("Liberados por Irma Peñate: 14"));
    EXPECT_THAT(ran.output, HasSubstr("Sin explicación: 0"));
    EXPECT_THAT(ran.output, HasSubstr("íntegro"));
    EXPECT_THAT(ran.output, HasSubstr("El servicio terminó (0)"));
    // Nothing of the house is at the workstation but what it is known by.
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "workstation" / "workstation.pem"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "workstation" / "keys"));
}

}  // namespace
