// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/places/places.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "inventory/holdings.hpp"
#include "inventory/places/custody.hpp"
#include "records/journal/journal.hpp"
#include "records/operators/operators.hpp"

namespace inventory {
namespace {

using namespace base::literals;

constexpr std::array<std::string_view, 6> kAddedKinds{"vault",  "quarantine", "workstation",
                                                      "mobile", "consulate",  "carrier"};

bool willBeGuarded(const NewPlace& fresh) {
    return fresh.guarded || fresh.kind == "vault" || fresh.kind == "quarantine";
}

base::Fault unknownPlace(std::string_view place) {
    return {"custody.unknown-place"_code, {{"place", std::string{place}}}};
}

/// The site that the place will belong to; faults where its key names nothing.
std::string siteOf(records::Connection& connection, const records::Sites& sites, const NewPlace& fresh,
                   std::vector<base::Fault>& faults) {
    if (fresh.kind == "workstation") {
        for (const auto& station : sites.workstations(connection))
            if (station.id.text() == fresh.key) return station.site.text();
        faults.push_back({"people.unknown-workstation"_code, {{"workstation", fresh.key}}});
        return {};
    }
    const std::string site = fresh.kind == "vault" || fresh.kind == "quarantine" ? fresh.key : fresh.site;
    if (!site.empty() && !sites.knows(connection, records::SiteId{site}))
        faults.push_back({"people.unknown-site"_code, {{"site", site}}});
    return site;
}

std::vector<base::Fault> faultsOf(records::Connection& connection, const ItemCatalogue& catalogue,
                                  const NewPlace& fresh) {
    std::vector<base::Fault> faults;
    if (std::find(kAddedKinds.begin(), kAddedKinds.end(), fresh.kind) == kAddedKinds.end())
        faults.push_back({"custody.bad-kind"_code, {{"kind", fresh.kind}}});
    if (auto checked = records::checkPlainId(fresh.key); !checked) faults.push_back(checked.refusal().first());
    if (fresh.capacity && *fresh.capacity <= 0)
        faults.push_back({"custody.bad-capacity"_code, {{"capacity", std::to_string(*fresh.capacity)}}});
    if (!records::holdsRole(connection, fresh.custodian, records::Role::Custodian))
        faults.push_back({"custody.bad-custodian"_code, {{"person", fresh.custodian.text()}}});
    for (const auto& item : fresh.items)
        if (catalogue.find(item) == nullptr) faults.push_back({"stock.unknown-item"_code, {{"item", item}}});
    return faults;
}

Place placeFrom(const records::Row& row) {
    Place place{row.text(0), row.text(1), row.text(2), row.textOrEmpty(3), row.textOrEmpty(4), std::nullopt};
    if (!row.isNull(5)) place.capacity = row.integer(5);
    place.guarded = row.integer(6) != 0;
    place.active = row.integer(7) != 0;
    return place;
}

constexpr std::string_view kColumns =
    "SELECT id, kind, name, site, custodian, capacity, guarded, active FROM stock_place";

std::int64_t physicallyAt(records::Connection& connection, const std::string& place) {
    return connection
        .queryOne(
            "SELECT coalesce(sum(last_number - first_number + 1), 0) FROM stock_run WHERE place = ?1 AND state NOT IN "
            "('missing', 'lost', 'stolen', 'destroyed')",
            {place})
        ->integer(0);
}

std::string placeOfSite(records::Connection& connection, std::string_view kind, const std::string& site,
                        std::string_view otherwise) {
    const auto row =
        connection.queryOne("SELECT id FROM stock_place WHERE kind = ?1 AND site = ?2 AND active = 1 AND id <> ?3",
                            {std::string{kind}, site, std::string{otherwise}});
    return row ? row->text(0) : std::string{otherwise};
}

}  // namespace

base::Result<std::string> Places::add(records::Transaction& tx, const records::Author& author,
                                      const NewPlace& fresh) const {
    auto& connection = tx.connection();
    auto faults = faultsOf(connection, m_catalogue, fresh);
    const std::string site = siteOf(connection, records::Sites{m_clock}, fresh, faults);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const std::string id = fresh.kind + ":" + fresh.key;
    const auto added = connection.execute(
        "INSERT INTO stock_place (id, kind, name, site, capacity, guarded) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT "
        "DO NOTHING",
        {id, fresh.kind, fresh.name.empty() ? fresh.key : fresh.name, records::orNull(site),
         fresh.capacity ? records::Value{*fresh.capacity} : records::Value{}, willBeGuarded(fresh) ? 1 : 0});
    if (added == 0) return base::Fault{"custody.place-known"_code, {{"place", id}}};
    for (const auto& item : fresh.items)
        connection.execute("INSERT INTO stock_place_item (place, item) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                           {id, item});
    records::appendToJournal(tx, m_clock,
                             {author, "place.add", "place", id, {}, {{"kind", fresh.kind}, {"site", site}}});
    Custody{m_catalogue, m_clock}.appoint(tx, author, id, fresh.custodian);
    return id;
}

namespace {

/// All that still stands at a place or is on its way from or to it, and all that is not settled about it.
std::vector<base::Fault> faultsOfClosing(records::Connection& connection, const std::string& place) {
    std::vector<base::Fault> faults;
    const auto holds = [&](const std::string& what, std::string_view state, std::int64_t quantity) {
        faults.push_back({"custody.place-holds"_code,
                          {{"place", place},
                           {"item", what},
                           {"state", std::string{state}},
                           {"quantity", std::to_string(quantity)}}});
    };
    for (const auto& holding : holdings(connection, place))
        holds(holding.item, holding.account.state, holding.quantity);
    for (const auto& row : connection.query(
             "SELECT item, lot, quantity FROM stock_lot WHERE place = ?1 AND quantity > 0 ORDER BY item, lot", {place}))
        holds(row.text(0) + " " + row.text(1), state::kUsable, row.integer(2));
    constexpr const char* kUnsettled[] = {
        "SELECT id FROM stock_transfer WHERE (from_place = ?1 OR to_place = ?1) AND stage NOT IN ('received', "
        "'returned', 'cancelled') ORDER BY id",
        "SELECT number FROM stock_count WHERE place = ?1 AND state NOT IN ('closed', 'cancelled') ORDER BY number",
        "SELECT number FROM stock_case WHERE place = ?1 AND NOT EXISTS (SELECT 1 FROM stock_case_resolution r WHERE "
        "r.case_number = number) ORDER BY number"};
    for (const auto* question : kUnsettled)
        for (const auto& row : connection.query(question, {place}))
            faults.push_back({"custody.place-unsettled"_code, {{"place", place}, {"what", row.text(0)}}});
    return faults;
}

}  // namespace

base::Outcome Places::close(records::Transaction& tx, const records::Author& author, std::string_view place,
                            const std::string& reason) const {
    auto& connection = tx.connection();
    const auto found = find(connection, place);
    if (!found) return found.refusal();
    if (!found->active) return base::Fault{"custody.place-closed"_code, {{"place", found->id}}};
    if (found->id.find(':') == std::string::npos)
        return base::Fault{"custody.place-of-house"_code, {{"place", found->id}}};
    for (const auto& item : m_catalogue.items()) lockPlaces(connection, item.id, {found->id});
    if (auto faults = faultsOfClosing(connection, found->id); !faults.empty()) return base::Refusal{std::move(faults)};
    connection.execute("UPDATE stock_place SET active = 0 WHERE id = ?1", {found->id});
    records::appendToJournal(tx, m_clock, {author, "place.close", "place", found->id, reason, {}});
    return {};
}

std::vector<Place> Places::list(records::Connection& connection) const {
    std::vector<Place> places;
    for (const auto& row : connection.query(std::string{kColumns} + " ORDER BY kind, id"))
        places.push_back(placeFrom(row));
    std::map<std::string, std::vector<std::string>> items;
    for (const auto& row : connection.query("SELECT place, item FROM stock_place_item ORDER BY place, item"))
        items[row.text(0)].push_back(row.text(1));
    for (auto& place : places) place.items = items[place.id];
    return places;
}

base::Result<Place> Places::find(records::Connection& connection, std::string_view place) const {
    const auto row = connection.queryOne(std::string{kColumns} + " WHERE id = ?1", {std::string{place}});
    if (!row) return unknownPlace(place);
    auto found = placeFrom(*row);
    for (const auto& item :
         connection.query("SELECT item FROM stock_place_item WHERE place = ?1 ORDER BY item", {found.id}))
        found.items.push_back(item.text(0));
    return found;
}

std::vector<base::Fault> faultsOfArrival(records::Connection& connection, std::string_view place, const Item& item,
                                         std::int64_t quantity) {
    const std::string id{place};
    const auto row = connection.queryOne(
        "SELECT active, capacity, kind, (SELECT count(*) FROM stock_place_item WHERE place = ?1), (SELECT count(*) "
        "FROM "
        "stock_place_item WHERE place = ?1 AND item = ?2) FROM stock_place WHERE id = ?1",
        {id, item.id});
    if (!row) return {unknownPlace(place)};
    std::vector<base::Fault> faults;
    if (row->integer(0) == 0) faults.push_back({"custody.place-closed"_code, {{"place", id}}});
    if (!item.mayBeHeldBy(row->text(2)) || (row->integer(3) > 0 && row->integer(4) == 0))
        faults.push_back({"custody.item-not-held"_code, {{"place", id}, {"item", item.id}}});
    if (row->isNull(1)) return faults;
    const std::int64_t held = physicallyAt(connection, id);
    if (quantity > row->integer(1) - held)
        faults.push_back({"custody.place-full"_code,
                          {{"place", id},
                           {"quantity", std::to_string(quantity)},
                           {"held", std::to_string(held)},
                           {"capacity", std::to_string(row->integer(1))}}});
    return faults;
}

bool isGuarded(records::Connection& connection, std::string_view place) {
    const auto row = connection.queryOne("SELECT guarded FROM stock_place WHERE id = ?1", {std::string{place}});
    return row && row->integer(0) != 0;
}

std::string vaultOf(records::Connection& connection, const records::SiteId& site) {
    return placeOfSite(connection, "vault", site.text(), place::kVault);
}

std::string quarantineOf(records::Connection& connection, std::string_view place) {
    const auto row = connection.queryOne("SELECT site FROM stock_place WHERE id = ?1", {std::string{place}});
    if (!row || row->isNull(0)) return std::string{place::kQuarantine};
    return placeOfSite(connection, "quarantine", row->text(0), place::kQuarantine);
}

}  // namespace inventory
