// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/destruction/destructions.hpp"
#include "inventory/spoilage/quarantine.hpp"
#include "tests/inventory/stock_fixture.hpp"

namespace inventory {

/// A house with ten spoiled blanks, and what destroying takes.
class DestructionFixture : public StockFixture {
   protected:
    using Stage = DestructionStage;
    static constexpr const char* kAll = "A0000001-A0000010";

    static records::Author superior() { return {records::OperatorId{"sara"}, kStation(), std::nullopt}; }
    static Participant insider(const std::string& person) { return {person, "", "Testigo", ""}; }
    static Participant outsider(const std::string& name) { return {"", name, "Auditoría Interna", "dpi"}; }

    /// Ten blanks spoiled out of the vault.
    void spoilTen() {
        base::expected(receive(delivery("A0000001", "A0000020")), "receipt");
        for (int number = 1; number <= 10; ++number)
            base::expected(
                spoil(m_items.find("booklet-ordinary")->serial.serialOf(number), SpoilCause::Supplier, two()), "spoil");
    }
    auto confirm(const std::vector<std::string>& serials) {
        return act([&](auto& tx) { return m_quarantine.receive(tx, one(), serials); });
    }
    auto request(const DestructionSelection& selection) {
        return act([&](auto& tx) {
            return m_destructions.request(tx, one(), {selection, "Acumulación del trimestre"});
        });
    }
    auto authorise(const std::string& number, const records::Author& author = superior()) {
        return act([&](auto& tx) {
            return m_destructions.authorise(tx, author, number, {"RES-12-2026", base::dayOf(m_clock.now())});
        });
    }
    auto commission(const std::string& number, const std::vector<Participant>& members = {insider("ana")}) {
        return act([&](auto& tx) {
            return m_destructions.nameCommission(tx, superior(), number,
                                                 {{"OFICIO-457", base::dayOf(m_clock.now())}, members});
        });
    }
    auto scan(const std::string& number, const std::vector<std::string>& serials) {
        return act([&](auto& tx) { return m_destructions.scan(tx, one(), number, serials); });
    }
    auto execute(const std::string& number, const std::vector<Participant>& witnesses,
                 const records::Author& author = two()) {
        return act([&](auto& tx) {
            return m_destructions.execute(tx, author, number,
                                          {"Trituración", "la ciudad de Guatemala", "Guatemala", "Bodega 2", "P-1",
                                           "Servicios Generales", witnesses});
        });
    }
    auto cancel(const std::string& number) {
        return act([&](auto& tx) { return m_destructions.cancel(tx, one(), number, "Se pospone"); });
    }
    /// Requested, authorised, and with a commission.
    std::string ready(const DestructionSelection& selection = {{kAll}, "", "", {}}) {
        auto number = base::expected(request(selection), "request");
        base::expected(authorise(number), "authorise");
        base::expected(commission(number), "commission");
        return number;
    }
    Stage stageOf(const std::string& number) {
        return base::expected(m_destructions.show(*m_connection, number), "show").stage;
    }

    Quarantine m_quarantine{m_items, m_clock};
    Destructions m_destructions{m_items, m_clock};
};

}  // namespace inventory
