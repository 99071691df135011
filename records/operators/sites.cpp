// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/sites.hpp"

#include <algorithm>

#include "records/journal/journal.hpp"
#include "records/operators/person_rows.hpp"

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

namespace {

base::Outcome checkPlace(const std::string& id, const std::string& name) {
    if (auto checked = checkPlainId(id); !checked) return checked;
    if (name.find_first_not_of(' ') == std::string::npos) return base::Fault{"people.place-name-missing"_code};
    return {};
}

base::Fault unknownSite(const SiteId& site) { return {"people.unknown-site"_code, {{"site", site.text()}}}; }

base::Fault unknownWorkstation(const WorkstationId& workstation) {
    return {"people.unknown-workstation"_code, {{"workstation", workstation.text()}}};
}

bool lockActiveSite(Connection& connection, const SiteId& site) {
    return connection.queryOne(locking(connection, "SELECT 1 FROM site WHERE id = ?1 AND active = 1"), {site.text()})
        .has_value();
}

/// Locks all that are active, in one order, so that two people cannot close each other's workstation at once.
std::vector<std::string> lockActiveWorkstations(Connection& connection) {
    std::vector<std::string> active;
    for (const Row& row :
         connection.query(locking(connection, "SELECT id FROM workstation WHERE active = 1 ORDER BY id")))
        active.push_back(row.text(0));
    return active;
}

}  // namespace

base::Outcome Sites::create(Transaction& transaction, const Author& author, const Site& site) const {
    if (auto checked = checkPlace(site.id.text(), site.name); !checked) return checked;
    const auto added = transaction.connection().execute(
        "INSERT INTO site (id, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING", {site.id.text(), site.name});
    if (added == 0) return base::Fault{"people.site-known"_code, {{"site", site.id.text()}}};
    appendToJournal(transaction, m_clock, {author, "site.create", "site", site.id.text(), {}, {}});
    return {};
}

base::Outcome Sites::close(Transaction& transaction, const Author& author, const SiteId& site,
                           const std::string& reason) const {
    Connection& connection = transaction.connection();
    if (!lockActiveSite(connection, site)) return unknownSite(site);
    std::string standing;
    for (const Row& row :
         connection.query("SELECT id FROM workstation WHERE site = ?1 AND active = 1 ORDER BY id", {site.text()}))
        standing += (standing.empty() ? "" : ", ") + row.text(0);
    if (!standing.empty())
        return base::Fault{"people.site-has-workstations"_code, {{"site", site.text()}, {"workstations", standing}}};
    connection.execute("UPDATE site SET active = 0 WHERE id = ?1", {site.text()});
    appendToJournal(transaction, m_clock, {author, "site.close", "site", site.text(), reason, {}});
    return {};
}

base::Outcome Sites::createWorkstation(Transaction& transaction, const Author& author,
                                       const Workstation& workstation) const {
    if (auto checked = checkPlace(workstation.id.text(), workstation.name); !checked) return checked;
    Connection& connection = transaction.connection();
    if (!lockActiveSite(connection, workstation.site)) return unknownSite(workstation.site);
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
    Connection& connection = transaction.connection();
    const auto active = lockActiveWorkstations(connection);
    const auto isActive = [&](const WorkstationId& id) {
        return std::find(active.begin(), active.end(), id.text()) != active.end();
    };
    if (!isActive(workstation)) return unknownWorkstation(workstation);
    // The author's may have been closed while we waited for the locks.
    if (workstation == author.workstation || !isActive(author.workstation))
        return base::Fault{"people.own-workstation"_code, {{"workstation", author.workstation.text()}}};
    connection.execute("UPDATE workstation SET active = 0 WHERE id = ?1", {workstation.text()});
    appendToJournal(transaction, m_clock, {author, "workstation.close", "workstation", workstation.text(), reason, {}});
    return {};
}

bool Sites::knows(Connection& connection, const SiteId& site) const {
    return connection.queryOne("SELECT 1 FROM site WHERE id = ?1", {site.text()}).has_value();
}

base::Result<Workstation> Sites::lockOpen(Transaction& transaction, const WorkstationId& workstation) const {
    Connection& connection = transaction.connection();
    const auto row =
        connection.queryOne(locking(connection, "SELECT id, name, site FROM workstation WHERE id = ?1 AND active = 1"),
                            {workstation.text()});
    if (!row) return unknownWorkstation(workstation);
    return Workstation{WorkstationId{row->text(0)}, row->text(1), SiteId{row->text(2)}, true};
}

std::vector<Site> Sites::sites(Connection& connection) const {
    std::vector<Site> found;
    for (const Row& row : connection.query("SELECT id, name, active FROM site ORDER BY id"))
        found.push_back({SiteId{row.text(0)}, row.text(1), row.integer(2) != 0});
    return found;
}

std::vector<Workstation> Sites::workstations(Connection& connection) const {
    std::vector<Workstation> found;
    for (const Row& row : connection.query("SELECT id, name, site, active FROM workstation ORDER BY id"))
        found.push_back({WorkstationId{row.text(0)}, row.text(1), SiteId{row.text(2)}, row.integer(3) != 0});
    return found;
}

}  // namespace records
