// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>

#include <fstream>

#include "base/failure.hpp"
#include "inventory/migrations.hpp"
#include "issuance/migrations.hpp"
#include "issuance/registers/diligences.hpp"
#include "tests/signing/house.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {

/// A house that imports registers, on both engines.
class RegistersFixture : public support::EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        m_connection = database().connect();
    }
    void TearDown() override {
        m_connection.reset();
        EngineTest::TearDown();
    }
    std::vector<records::MigrationSet> sets() const override {
        return {records::migrations(), inventory::migrations(), migrations()};
    }

    static records::Author clerk() { return {records::OperatorId{"carla"}, records::WorkstationId{"desk-1"}, {}}; }
    static std::optional<base::Date> day(const std::string& text) {
        if (text.empty()) return std::nullopt;
        return base::expected(base::parseDate(text), text);
    }

    std::filesystem::path file(const std::string& content) {
        const auto path = m_folder.path() / ("file-" + std::to_string(++m_files));
        std::ofstream{path, std::ios::binary} << content;
        return path;
    }
    /// Movements of "surnames;given names;day of birth;document", each with a crossing of its own.
    static std::string movements(const std::vector<std::string>& people) {
        std::string csv = "apellidos;nombres;nacimiento;documento;fecha;tipo;puesto\n";
        for (std::size_t at = 0; at < people.size(); ++at)
            csv += people[at] + ";2026-01-" + (at < 9 ? "0" : "") + std::to_string(at + 1) + ";salida;La Aurora\n";
        return csv;
    }

    /// Runs an act in a transaction of its own, committed where it is not refused.
    template <class Work>
    auto act(Work&& work) {
        records::Transaction tx{*m_connection};
        auto result = work(tx);
        if (result) tx.commit();
        return result;
    }
    auto import(const std::string& content, const ImportOrder& order = {"movimientos", "migracion"}) {
        const auto path = file(content);
        return act([&](auto& tx) { return m_registers.import(tx, clerk(), order, path); });
    }
    auto open(const PersonSought& sought, const std::vector<std::string>& registers = {"movimientos"}) {
        return act([&](auto& tx) { return m_diligences.open(tx, clerk(), sought, registers, {}); });
    }
    auto decide(const std::string& number, std::int64_t position, IdentityVerdict verdict,
                const std::string& reason = "otro documento") {
        return act([&](auto& tx) { return m_diligences.decide(tx, clerk(), number, position, verdict, reason); });
    }
    auto conclude(const std::string& number) {
        return act([&](auto& tx) { return m_diligences.conclude(tx, clerk(), number); });
    }
    std::vector<std::string> namesFound(const PersonSought& sought, const std::string& until = {}) {
        std::vector<std::string> names;
        for (const auto& each :
             base::expected(m_registers.search(*m_connection, sought, {"movimientos"}, NeedToKnow::No, until), "search")
                 .candidates)
            names.push_back(each.found.person.givenNames + " " + each.found.person.surnames);
        return names;
    }
    std::int64_t count(const std::string& table) {
        return m_connection->queryOne("SELECT count(*) FROM " + table)->integer(0);
    }

    support::ScratchFolder m_folder;
    base::ManualClock m_clock{base::expected(base::parseTimestamp("2026-11-26T10:00:00.000000Z"), "time")};
    records::ContentStore m_contents{m_folder.path() / "contents"};
    std::unique_ptr<signing::FileKeyStore> m_keys =
        base::expected(signing::FileKeyStore::create(m_folder.path() / "keys", signing::testing::passphrase(), m_clock,
                                                     signing::testing::kQuick),
                       "keys");
    ConfidentialKeys m_confidential{*m_keys, m_clock};
    RegisterBook m_registers{m_contents, m_confidential, m_clock, {{"passport-ordinary", "Pasaporte ordinario"}}};
    Diligences m_diligences{m_registers, m_confidential, m_clock};
    std::unique_ptr<records::Connection> m_connection;
    const PersonSought m_sought{"Xiloj Cutzal", "María Fernanda", day("1991-04-07"), "", ""};

   private:
    int m_files = 0;
};

}  // namespace issuance
