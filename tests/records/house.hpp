// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/failure.hpp"
#include "records/operators/operators.hpp"
#include "records/operators/sessions.hpp"
#include "records/operators/sites.hpp"
#include "tests/support/engine_test.hpp"

namespace records {

/// A house with one administrator ("jefa") and one workstation ("linea-1") on either engine.
class HouseTest : public support::EngineTest {
   protected:
    /// Does the work in a transaction of its own and commits it.
    template <class Work>
    auto change(Work&& work) {
        Transaction transaction{*m_connection};
        auto answer = work(transaction);
        transaction.commit();
        return answer;
    }

    /// The same, where nothing may be refused.
    template <class Work>
    void done(Work&& work) {
        base::expected(change(work), "test");
    }

    void SetUp() override {
        EngineTest::SetUp();
        m_connection = database().connect();
        change([this](Transaction& transaction) {
            m_administrator =
                m_operators.enrolFirst(transaction, person("jefa", {Role::Administrator}), m_workstation).value();
            base::expected(m_sites.create(transaction, m_administrator, {SiteId{"central"}, "Sede central"}), "site");
            base::expected(
                m_sites.createWorkstation(transaction, m_administrator, {m_workstation, "Línea 1", SiteId{"central"}}),
                "workstation");
            return true;
        });
    }
    void TearDown() override {
        m_connection.reset();
        EngineTest::TearDown();
    }

    static base::SecretBytes secret(std::string_view text) { return base::SecretBytes::copyOf(text); }
    static base::SecretBytes passwordOf(std::string_view user) {
        return base::SecretBytes::copyOf("contraseña de " + std::string{user});
    }
    static NewOperator person(const std::string& user, RoleSet roles) {
        using namespace std::chrono_literals;
        return {user, "Persona " + user, passwordOf(user), std::move(roles), 2027y / 12 / 31};
    }
    OperatorId enrol(const std::string& user, RoleSet roles) {
        return change([&](Transaction& transaction) {
            return m_operators.create(transaction, m_administrator, person(user, std::move(roles))).value();
        });
    }
    base::Result<OpenedSession> logIn(const std::string& user) {
        return m_sessions.logIn(*m_connection, user, passwordOf(user), m_workstation);
    }
    std::string tokenOf(const std::string& user) { return base::textOf(logIn(user).value().token.reveal()); }
    std::int64_t entries(const std::string& act) {
        return m_connection->queryOne("SELECT COUNT(*) FROM journal_entry WHERE act = ?1", {act})->integer(0);
    }

    base::ManualClock m_clock{base::parseTimestamp("2026-11-23T08:00:00.000000Z").value()};
    Passwords m_passwords{{64, 1, 1}};
    Operators m_operators{m_clock, m_passwords};
    Sessions m_sessions{m_clock, m_passwords};
    Sites m_sites{m_clock};
    WorkstationId m_workstation{"linea-1"};
    Author m_administrator;
    std::unique_ptr<Connection> m_connection;
};

}  // namespace records
