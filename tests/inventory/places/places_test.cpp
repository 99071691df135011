// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include "inventory/counts/counts.hpp"
#include "inventory/lots/lots.hpp"
#include "inventory/transfers/transfers.hpp"
#include "tests/inventory/places/custody_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using Codes = std::vector<std::string>;

class PlacesTest : public CustodyFixture {};
TROQUEL_ON_BOTH_ENGINES(PlacesTest);

TEST_P(PlacesTest, AreOpenedWithACustodianAndListed) {
    const auto added = open(
        {"consulate", "los-angeles", "", "central", records::OperatorId{"carla"}, 500, true, {"booklet-ordinary"}});
    ASSERT_TRUE(added);
    EXPECT_EQ(*added, "consulate:los-angeles");
    const auto place = m_places.find(*m_connection, *added);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->name, "los-angeles");
    EXPECT_EQ(place->site, "central");
    EXPECT_EQ(place->custodian, "carla");
    EXPECT_EQ(place->capacity, 500);
    EXPECT_TRUE(place->guarded);
    EXPECT_THAT(place->items, ElementsAre("booklet-ordinary"));
    EXPECT_EQ(codes(open({"consulate", "los-angeles", "", "", records::OperatorId{"carla"}, {}, false, {}})),
              Codes{"custody.place-known"});
    EXPECT_EQ(m_places.list(*m_connection).size(), 7U);
    EXPECT_EQ(codes(m_places.find(*m_connection, "consulate:roma")), Codes{"custody.unknown-place"});
}

TEST_P(PlacesTest, AreRefusedWithEveryFaultAtOnce) {
    EXPECT_THAT(codes(open({"garage", "Sede uno", "", "nowhere", records::OperatorId{"oscar"}, 0, false, {"paper"}})),
                UnorderedElementsAre("custody.bad-kind", "people.bad-id", "custody.bad-capacity",
                                     "custody.bad-custodian", "stock.unknown-item", "people.unknown-site"));
    EXPECT_EQ(codes(open({"workstation", "nowhere", "", "", records::OperatorId{"ana"}, {}, false, {}})),
              Codes{"people.unknown-workstation"});
    m_connection->execute("UPDATE person SET active = 0 WHERE id = 'carla'");
    EXPECT_EQ(codes(open(vaultAt("xela"))), Codes{"custody.bad-custodian"});
}

TEST_P(PlacesTest, TakeNothingBeyondTheirCapacityWhateverTheItem) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000020")));
    ASSERT_TRUE(receive(delivery("B0000001", "B0000020", "booklet-official")));
    ASSERT_TRUE(open({"mobile", "m1", "", "", records::OperatorId{"carla"}, 10, false, {}}));
    EXPECT_EQ(move({"booklet-ordinary", 1, 6}, "vault", "mobile:m1"), "done");
    EXPECT_EQ(againstArrival("mobile:m1", "booklet-official", 5), "custody.place-full");
    EXPECT_EQ(againstArrival("mobile:m1", "booklet-official", 4), "");
    EXPECT_EQ(move({"booklet-official", 1, 5}, "vault", "mobile:m1"), "records.constraint");
    EXPECT_EQ(move({"booklet-official", 1, 4}, "vault", "mobile:m1"), "done");
    EXPECT_EQ(move({"booklet-ordinary", 7, 7}, "vault", "mobile:m1"), "records.constraint");
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(PlacesTest, AreNotFilledBeyondTheirCapacityByTwoAtOnce) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000050")));
    ASSERT_TRUE(receive(delivery("B0000001", "B0000050", "booklet-official")));
    ASSERT_TRUE(open({"mobile", "m1", "", "", records::OperatorId{"carla"}, 30, false, {}}));
    const auto fill = [this](const std::string& item) {
        const auto connection = database().connect();
        const auto author = two();
        int moved = 0;
        for (std::int64_t number = 1; number <= 50; ++number) {
            try {
                records::Transaction tx{*connection};
                enterMovements(*connection, {"test", author, m_clock.now()},
                               {{{item, number, number}, {"vault", "usable"}, {"mobile:m1", "usable"}}});
                tx.commit();
                ++moved;
            } catch (const base::Failure&) {
                continue;  // full, or the other writes
            }
        }
        return moved;
    };
    int theirs = 0;
    std::thread other{[&] { theirs = fill("booklet-official"); }};
    const int mine = fill("booklet-ordinary");
    other.join();
    EXPECT_EQ(mine + theirs,
              number("SELECT sum(last_number - first_number + 1) FROM stock_run WHERE place = 'mobile:m1'"));
    EXPECT_LE(mine + theirs, 30);
    EXPECT_GT(mine + theirs, 0);
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(PlacesTest, HoldOnlyTheItemsTheyMay) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000020")));
    ASSERT_TRUE(open({"carrier", "c1", "", "", records::OperatorId{"carla"}, {}, false, {"card-visitor"}}));
    EXPECT_EQ(againstArrival("carrier:c1", "booklet-ordinary", 1), "custody.item-not-held");
    EXPECT_EQ(move({"booklet-ordinary", 1, 1}, "vault", "carrier:c1"), "records.constraint");
    ASSERT_TRUE(open({"carrier", "c2", "", "", records::OperatorId{"carla"}, {}, false, {}}));
    EXPECT_EQ(againstArrival("carrier:c2", "booklet-ordinary", 1), "custody.item-not-held");
    EXPECT_EQ(againstArrival("carrier:c2", "card-entry", 1), "");
    ASSERT_TRUE(open({"quarantine", "xela", "", "", records::OperatorId{"carla"}, {}, false, {}}));
    EXPECT_EQ(move({"booklet-ordinary", 1, 1}, "vault", "quarantine:xela"), "records.constraint");
}

TEST_P(PlacesTest, AreClosedOnlyWhenNothingIsLeftToSettleThere) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000020")));
    ASSERT_TRUE(open(vaultAt("xela")));
    const Lots lots{m_items, m_clock};
    const Cases cases{m_items, m_clock};
    const Counts counts{m_items, cases, m_clock};
    const Transfers transfers{m_items, m_clock};
    ASSERT_TRUE(act([&](auto& tx) {
        return lots.receive(tx, two(), {{"laminate-booklet", "L-1", 50}}, "vault:xela", "receipt:1");
    }));
    std::string number;
    ASSERT_TRUE(act([&](auto& tx) {
        number = cases.open(tx, two(), {CaseKind::Discrepancy, "vault:xela", "", "Precinto roto", {}});
        return base::Outcome{};
    }));
    const auto count = act([&](auto& tx) { return counts.plan(tx, one(), {"vault:xela", "planned", {}}); });
    ASSERT_TRUE(count);
    const auto transfer = act([&](auto& tx) {
        return transfers.prepare(tx, two(), {"vault", "vault:xela", "usable", {"A0000001"}, {}, 0, "reposición", {}});
    });
    ASSERT_TRUE(transfer);
    EXPECT_EQ(codes(close("vault:xela")), (Codes{"custody.place-holds", "custody.place-unsettled",
                                                 "custody.place-unsettled", "custody.place-unsettled"}));
    ASSERT_TRUE(act([&](auto& tx) { return transfers.cancel(tx, two(), transfer->id, "Se cierra"); }));
    ASSERT_TRUE(act([&](auto& tx) { return counts.cancel(tx, two(), *count, "Se cierra"); }));
    ASSERT_TRUE(act([&](auto& tx) { return cases.resolve(tx, two(), number, "Era un roce"); }));
    EXPECT_EQ(codes(close("vault:xela")), Codes{"custody.place-holds"});
    ASSERT_TRUE(act([&](auto& tx) {
        return lots.move(tx, two(), {"laminate-booklet", "L-1", 50}, "vault:xela", "vault");
    }));
    EXPECT_TRUE(close("vault:xela"));
}

TEST_P(PlacesTest, AreClosedOnlyWhenTheyHoldNothing) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000020")));
    ASSERT_TRUE(open(vaultAt("xela")));
    EXPECT_EQ(move({"booklet-ordinary", 1, 3}, "vault", "vault:xela"), "done");
    EXPECT_EQ(codes(close("vault:xela")), Codes{"custody.place-holds"});
    EXPECT_THROW(m_connection->execute("UPDATE stock_place SET active = 0 WHERE id = 'vault:xela'"), base::Failure);
    EXPECT_EQ(move({"booklet-ordinary", 1, 3}, "vault:xela", "vault"), "done");
    ASSERT_TRUE(close("vault:xela"));
    EXPECT_EQ(codes(close("vault:xela")), Codes{"custody.place-closed"});
    EXPECT_EQ(codes(close("vault")), Codes{"custody.place-of-house"});
    EXPECT_EQ(move({"booklet-ordinary", 1, 3}, "vault", "vault:xela"), "records.constraint");
    EXPECT_EQ(againstArrival("vault:xela", "booklet-ordinary", 1), "custody.place-closed");
    EXPECT_EQ(vaultOf(*m_connection, records::SiteId{"xela"}), "vault");
    EXPECT_THROW(m_connection->execute("DELETE FROM stock_place WHERE id = 'vault:xela'"), base::Failure);
}

TEST_P(PlacesTest, ASiteWithItsOwnVaultServesItsWorkstations) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000100")));
    ASSERT_TRUE(open(vaultAt("xela")));
    ASSERT_TRUE(open({"quarantine", "xela", "", "", records::OperatorId{"carla"}, {}, false, {}}));
    const auto vault = vaultOf(*m_connection, records::SiteId{"xela"});
    EXPECT_EQ(vault, "vault:xela");
    EXPECT_EQ(vaultOf(*m_connection, records::SiteId{"central"}), "vault");
    EXPECT_EQ(codes(issueFrom(vault, 5, "xela-1")), Codes{"stock.vault-lacks"});
    EXPECT_EQ(move({"booklet-ordinary", 11, 20}, "vault", vault), "done");
    const auto issued = issueFrom(vault, 5, "xela-1");
    ASSERT_TRUE(issued);
    EXPECT_THAT(issued->ranges, ElementsAre("A0000011-A0000015"));
    ASSERT_TRUE(spoil("A0000011"));
    ASSERT_TRUE(act([&](auto& tx) {
        return m_stock.closeShift(tx, two(), records::WorkstationId{"xela-1"}, {"A0000012-A0000015"}, vault);
    }));
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary quarantine:xela spoiled 1", "booklet-ordinary vault usable 90",
                                       "booklet-ordinary vault:xela usable 9"));
    EXPECT_EQ(codes(spoil("A0000020", SpoilCause::Supplier, one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(unexplained(), 0);
}

}  // namespace
}  // namespace inventory
