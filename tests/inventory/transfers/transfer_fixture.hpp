// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cases/cases.hpp"
#include "inventory/holdings.hpp"
#include "inventory/transfers/requisitions.hpp"
#include "tests/inventory/places/custody_fixture.hpp"

namespace inventory {

/// A house with 100 booklets in the central vault, and a vault at Xela whose custodian is carla.
class TransferFixture : public CustodyFixture {
   protected:
    void SetUp() override {
        CustodyFixture::SetUp();
        ASSERT_TRUE(open(vaultAt("xela")));
        ASSERT_TRUE(receive(delivery("A0000001", "A0000100")));
    }
    NewTransfer asking(std::int64_t quantity) const {
        return {"vault", "vault:xela", "usable", {}, "booklet-ordinary", quantity, "reposición", {}};
    }
    NewTransfer asking(std::vector<std::string> serials) const {
        return {"vault", "vault:xela", "usable", std::move(serials), {}, 0, "reposición", {}};
    }
    auto prepare(const NewTransfer& fresh, const records::Author& author = by("ana")) {
        return act([&](auto& tx) { return m_transfers.prepare(tx, author, fresh); });
    }
    auto approve(const std::string& id, const records::Author& author = by("beto")) {
        return act([&](auto& tx) { return m_transfers.approve(tx, author, id); });
    }
    auto seal(const std::string& id, const std::string& number) {
        return act([&](auto& tx) { return m_transfers.seal(tx, by("ana"), id, number); });
    }
    Dispatch inADay() const { return {"Mario Xiloj, P-123BCD", m_clock.now() + std::chrono::hours{24}}; }
    auto dispatch(const std::string& id, const records::Author& author = by("ana", "beto")) {
        return act([&](auto& tx) { return m_transfers.dispatch(tx, author, id, inADay()); });
    }
    auto cancel(const std::string& id, const std::string& reason = "ya no hace falta") {
        return act([&](auto& tx) { return m_transfers.cancel(tx, by("ana"), id, reason); });
    }
    auto arrive(const std::string& id, const Arrival& arrival, const records::Author& author = by("carla")) {
        return act([&](auto& tx) { return m_transfers.receive(tx, author, id, arrival); });
    }
    auto sendBack(const std::string& id, const SendBack& back, const records::Author& author = by("carla")) {
        return act([&](auto& tx) { return m_transfers.sendBack(tx, author, id, back); });
    }
    /// A transfer prepared, approved, sealed with "P-1" and dispatched.
    std::string sent(const NewTransfer& fresh, const std::string& number = "P-1") {
        const auto id = base::expected(prepare(fresh), "prepare").id;
        EXPECT_TRUE(approve(id));
        EXPECT_TRUE(seal(id, number));
        EXPECT_TRUE(dispatch(id));
        return id;
    }
    TransferStage stageOf(const std::string& id) { return m_transfers.find(*m_connection, id)->stage; }
    std::int64_t at(const std::string& place, const std::string& state = "usable") {
        return quantityIn(*m_connection, "booklet-ordinary", {place, state});
    }

    Transfers m_transfers{m_items, m_clock};
    Requisitions m_requisitions{m_items, m_clock};
    Cases m_cases{m_items, m_clock};
};

}  // namespace inventory
