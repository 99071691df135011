// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "inventory/item_catalogue.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"
#include "records/operators/sites.hpp"

namespace inventory {

/// Where blanks may stand.
struct Place {
    std::string id;    ///< "vault:xela": kind and key
    std::string kind;  ///< as stock_place has it
    std::string name;
    std::string site;                      ///< empty where it belongs to none
    std::string custodian;                 ///< id of the person who answers for it; empty where nobody does yet
    std::optional<std::int64_t> capacity;  ///< blanks
    bool guarded = false;                  ///< two people to take out (control 17)
    bool active = true;
    std::vector<std::string> items = {};  ///< which may be held there; empty: all
};

/// A place to be opened. The key is the site of a vault or quarantine, the workstation of a workstation's place, and
/// for a mobile unit, a consulate or a carrier of entry cards a short id of the house's own (as site ids are).
struct NewPlace {
    std::string kind;
    std::string key;
    std::string name;
    std::string site;
    records::OperatorId custodian;
    std::optional<std::int64_t> capacity;
    bool guarded = false;
    std::vector<std::string> items;
};

/// The places of the house. They are opened and closed, never deleted.
class Places {
   public:
    Places(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// Opens a place and gives it to its custodian; vaults and quarantines are guarded whatever is asked. Refuses, all
    /// at once, "custody.bad-kind", "people.bad-id", "custody.bad-capacity", "custody.bad-custodian" (who is no active
    /// custodian), "stock.unknown-item", "people.unknown-site", "people.unknown-workstation", "custody.place-known".
    base::Result<std::string> add(records::Transaction& tx, const records::Author& author, const NewPlace& fresh) const;

    /// Closes a place for good. Refuses "custody.unknown-place", "custody.place-closed", "custody.place-of-house",
    /// "custody.place-holds" for each account and lot that is still there, "custody.place-unsettled" for each open
    /// transfer, count and case.
    base::Outcome close(records::Transaction& tx, const records::Author& author, std::string_view place,
                        const std::string& reason) const;

    [[nodiscard]] std::vector<Place> list(records::Connection& connection) const;
    /// Refuses "custody.unknown-place".
    [[nodiscard]] base::Result<Place> find(records::Connection& connection, std::string_view place) const;

   private:
    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

/// Why so many blanks of an item may not come to a place: "custody.unknown-place", "custody.place-closed",
/// "custody.item-not-held" (by the item's or the place's rules), "custody.place-full". The database refuses the same at
/// the movement, but for the item's rules.
std::vector<base::Fault> faultsOfArrival(records::Connection& connection, std::string_view place, const Item& item,
                                         std::int64_t quantity);

/// Whether nothing leaves the place without two people.
bool isGuarded(records::Connection& connection, std::string_view place);

/// The vault from which the workstations of a site are served: the site's own, else the central one.
std::string vaultOf(records::Connection& connection, const records::SiteId& site);
/// Where what is spoiled at a place goes: the quarantine of its site, else the central one.
std::string quarantineOf(records::Connection& connection, std::string_view place);

}  // namespace inventory
