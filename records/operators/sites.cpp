// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/sites.hpp"

#include <algorithm>

#include "records/journal/journal.hpp"

namespace records {

using namespace base::literals;

base::Outcome checkPlainId(const std::string& id) {
    const auto plain = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
    };
    if (!id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), plain)) return {};
    return base::Fault{"people.bad-id"_code, {{"id", id}}};
}

base::Outcome Sites::create(Transaction& transaction, const Author& author, const Site& site) const {
    if (auto checked = checkPlainId(site.id.text()); !checked) return checked;
    const auto added = transaction.connection().execute(
        "INSERT INTO site (id, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING", {site.id.text(), site.name});
    if (added == 0) return base::Fault{"people.site-known"_code, {{"site", site.id.text()}}};
    appendToJournal(transaction, m_clock, {author, "site.create", "site", site.id.text(), {}, {}});
    return {};
}

base::Outcome Sites::createWorkstation(Transaction& transaction, const Author& author,
                                       const Workstation& workstation) const {
    if (auto checked = checkPlainId(workstation.id.text()); !checked) return checked;
    Connection& connection = transaction.connection();
    if (!knows(connection, workstation.site))
        return base::Fault{"people.unknown-site"_code, {{"site", workstation.site.text()}}};
    const auto added =
        connection.execute("INSERT INTO workstation (id, name, site) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                           {workstation.id.text(), workstation.name, workstation.site.text()});
    if (added == 0) return base::Fault{"people.workstation-known"_code, {{"workstation", workstation.id.text()}}};
    appendToJournal(
        transaction, m_clock,
        {author, "workstation.create", "workstation", workstation.id.text(), {}, {{"site", workstation.site.text()}}});
    return {};
}

base::Outcome Sites::closeWorkstation(Transaction& transaction, const Author& author, const WorkstationId& workstation,
                                      const std::string& reason) const {
    const auto closed = transaction.connection().execute(
        "UPDATE workstation SET active = 0 WHERE id = ?1 AND active = 1", {workstation.text()});
    if (closed == 0) return base::Fault{"people.unknown-workstation"_code, {{"workstation", workstation.text()}}};
    appendToJournal(transaction, m_clock, {author, "workstation.close", "workstation", workstation.text(), reason, {}});
    return {};
}

bool Sites::knows(Connection& connection, const SiteId& site) const {
    return connection.queryOne("SELECT 1 FROM site WHERE id = ?1", {site.text()}).has_value();
}

std::vector<Workstation> Sites::workstations(Connection& connection) const {
    std::vector<Workstation> found;
    for (const Row& row : connection.query("SELECT id, name, site, active FROM workstation ORDER BY id"))
        found.push_back({WorkstationId{row.text(0)}, row.text(1), SiteId{row.text(2)}, row.integer(3) != 0});
    return found;
}

}  // namespace records
