// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/places/custody.hpp"
#include "records/operators/operators.hpp"
#include "tests/inventory/stock_fixture.hpp"

namespace inventory {

/// A house with two sites, "central" and "xela", and the custodians ana, beto and carla, on both engines.
class CustodyFixture : public StockFixture {
   protected:
    void SetUp() override {
        StockFixture::SetUp();
        records::Transaction tx{*m_connection};
        for (const char* site : {"central", "xela"})
            base::expected(m_sites.create(tx, two(), {records::SiteId{site}, site}), site);
        base::expected(m_sites.createWorkstation(
                           tx, two(), {records::WorkstationId{"xela-1"}, "Xela 1", records::SiteId{"xela"}, true}),
                       "workstation");
        tx.commit();
        for (const char* person : {"ana", "beto", "carla"}) enrol(person, "custodian");
        enrol("oscar", "operator");
    }
    /// People as the books of people have them; a password is not needed here.
    void enrol(const std::string& person, const std::string& role) {
        m_connection->execute(
            "INSERT INTO person (id, user_name, full_name, password_hash, clearance_end) VALUES (?1, ?1, ?1, '-', "
            "'2035-12-31')",
            {person});
        m_connection->execute("INSERT INTO person_role (person, role) VALUES (?1, ?2)", {person, role});
    }
    static records::Author by(const std::string& person, const std::string& second = {}) {
        std::optional<records::OperatorId> approver;
        if (!second.empty()) approver = records::OperatorId{second};
        return {records::OperatorId{person}, kStation(), approver};
    }
    static NewPlace vaultAt(const std::string& site, const std::string& custodian = "carla") {
        return {"vault", site, "Bóveda " + site, "", records::OperatorId{custodian}, std::nullopt, false, {}};
    }
    auto open(const NewPlace& place) {
        return act([&](auto& tx) { return m_places.add(tx, by("ana"), place); });
    }
    auto close(const std::string& place) {
        return act([&](auto& tx) { return m_places.close(tx, by("ana"), place, "ya no se usa"); });
    }
    auto handOver(const std::string& place, const std::string& incoming, const std::vector<std::string>& counted,
                  const records::Author& author) {
        return act([&](auto& tx) {
            return m_custody.handOver(tx, author, {place, records::OperatorId{incoming}, counted});
        });
    }
    auto issueFrom(const std::string& vault, std::int64_t quantity, const std::string& station) {
        return act([&](auto& tx) {
            return m_stock.issueToShift(tx, two(), "booklet-ordinary", quantity, records::WorkstationId{station},
                                        vault);
        });
    }
    /// The first reason against an arrival; empty where there is none.
    std::string againstArrival(const std::string& place, const std::string& item, std::int64_t quantity) {
        const auto faults = faultsOfArrival(*m_connection, place, *m_items.find(item), quantity);
        return faults.empty() ? "" : faults.front().code.name();
    }
    /// A movement as the ledger takes it, whoever enters it: the code of the failure, or "done".
    std::string move(const SerialRange& range, const std::string& from, const std::string& to,
                     const std::string& reference = {}) {
        try {
            const auto author = two();
            enterMovements(*m_connection, {"test", author, m_clock.now(), reference},
                           {{range, {from, "usable"}, {to, "usable"}}});
        } catch (const base::Failure& failure) {
            return failure.code().name();
        }
        return "done";
    }

    records::Sites m_sites{m_clock};
    Places m_places{m_items, m_clock};
    Custody m_custody{m_items, m_clock};
};

}  // namespace inventory
