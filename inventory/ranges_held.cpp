// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/ranges_held.hpp"

#include <map>
#include <set>

namespace inventory {
namespace {

using PlacesOfItems = std::map<std::string, std::set<std::string>>;

std::vector<Run> runsOf(records::Connection& connection, const std::vector<SerialRange>& ranges) {
    std::vector<Run> runs;
    for (const auto& range : ranges)
        for (auto& run : runsWithin(connection, range)) runs.push_back(std::move(run));
    return runs;
}

PlacesOfItems placesOf(const std::vector<Run>& runs) {
    PlacesOfItems places;
    for (const auto& run : runs) places[run.range.item].insert(run.account.place);
    return places;
}

}  // namespace

std::vector<Run> lockRuns(records::Transaction& tx, const std::vector<SerialRange>& ranges) {
    auto& connection = tx.connection();
    auto runs = runsOf(connection, ranges);
    // Until they stand still: another may move some between our reading and our lock.
    for (PlacesOfItems locked, places = placesOf(runs); places != locked; places = placesOf(runs)) {
        for (const auto& [item, names] : places) lockPlaces(connection, item, {names.begin(), names.end()});
        locked = places;
        runs = runsOf(connection, ranges);
    }
    return runs;
}

std::vector<UsedBlank> usedBlanks(records::Connection& connection, const std::vector<SerialRange>& ranges) {
    std::vector<UsedBlank> found;
    for (const auto& range : ranges)
        connection.forEach(
            "SELECT serial, order_id, document_id FROM blank WHERE item = ?1 AND number BETWEEN ?2 AND ?3 "
            "ORDER BY number",
            {range.item, range.first, range.last}, [&](const records::Row& row) {
                found.push_back({row.text(0), row.text(1), row.textOrEmpty(2)});
            });
    return found;
}

}  // namespace inventory
