// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/forecast/forecast.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/failure.hpp"
#include "inventory/forecast/demand_forecast.hpp"
#include "inventory/low_stock.hpp"

namespace inventory {
namespace {

constexpr int kMostWeeks = 104;
constexpr double kCover = 12;  ///< weeks of demand that a purchase brings beyond the reorder point
constexpr std::int64_t kFarthestDays = 3650;

using Place = std::pair<std::string, std::string>;  ///< item, site

/// Demand by week, the oldest first; quantities by item and site.
struct Books {
    std::map<Place, Weeks> demand;
    std::map<Place, std::int64_t> usable;
    std::map<std::string, std::int64_t> announced;
};

/// A blank is used up when it becomes a document or is spoiled instead; what is counted when it is consumed. Whole
/// weeks, counted back from the beginning of today.
void readDemand(records::Connection& connection, std::chrono::sys_days today, Books& books) {
    const auto since = base::formatTimestamp(base::Timestamp{today - std::chrono::days{7 * kMostWeeks}});
    connection.forEach(
        "SELECT item, coalesce(p.site, ''), substr(time, 1, 10) AS day, sum(quantity) FROM (SELECT item, from_place, "
        "time, quantity FROM stock_movement WHERE time >= ?1 AND time < ?2 AND from_state IN ('usable', 'in_use') AND "
        "to_state IN ('personalised', 'spoiled') UNION ALL SELECT item, from_place, time, quantity FROM "
        "stock_lot_movement WHERE time >= ?1 AND time < ?2 AND event = 'consume') AS used JOIN stock_place p ON p.id = "
        "used.from_place GROUP BY item, coalesce(p.site, ''), substr(time, 1, 10)",
        {since, base::formatTimestamp(base::Timestamp{today})}, [&](const records::Row& row) {
            const std::chrono::sys_days day{base::expected(base::parseDate(row.text(2)), "movement")};
            const auto back = (today - day).count() - 1;
            auto& weeks = books.demand[{row.text(0), row.text(1)}];
            weeks.resize(kMostWeeks, 0.0);
            weeks[static_cast<std::size_t>(kMostWeeks - 1 - back / 7)] += static_cast<double>(row.integer(3));
        });
}

void readStock(records::Connection& connection, Books& books) {
    connection.forEach(
        "SELECT item, coalesce(site, ''), sum(quantity) FROM (SELECT r.item, p.site, r.last_number - r.first_number + "
        "1 AS quantity FROM stock_run r JOIN stock_place p ON p.id = r.place WHERE r.state = 'usable' UNION ALL SELECT "
        "l.item, p.site, l.quantity FROM stock_lot l JOIN stock_place p ON p.id = l.place WHERE p.kind NOT IN "
        "('quarantine', 'destruction')) AS held GROUP BY item, coalesce(site, '')",
        {}, [&](const records::Row& row) {
            books.usable[{row.text(0), row.text(1)}] = row.integer(2);
        });
    connection.forEach(
        "SELECT item, sum(quantity) FROM (SELECT item, delivery, last_number - first_number + 1 AS quantity FROM "
        "stock_delivery_range UNION ALL SELECT item, delivery, quantity FROM stock_delivery_lot) AS a JOIN "
        "stock_delivery d ON d.id = a.delivery WHERE d.outcome IS NULL GROUP BY item",
        {}, [&](const records::Row& row) { books.announced[row.text(0)] = row.integer(1); });
}

/// Without the weeks before the first demand: nobody knows whether there was any.
Weeks fromFirstDemand(Weeks weeks) {
    const auto first = std::find_if(weeks.begin(), weeks.end(), [](double demand) { return demand > 0; });
    weeks.erase(weeks.begin(), first);
    return weeks;
}

std::int64_t roundedUp(double value) { return static_cast<std::int64_t>(std::ceil(value - 1e-9)); }

std::int64_t inBoxes(std::int64_t quantity, std::int64_t box) { return (quantity + box - 1) / box * box; }

/// What demand and stock amount to, wherever they are.
ItemForecast forecastOf(const std::string& item, const Weeks& weeks, std::int64_t usable, base::Timestamp now) {
    ItemForecast forecast;
    forecast.item = item;
    forecast.weeks = static_cast<std::int64_t>(weeks.size());
    forecast.usable = usable;
    const double weekly = expectedWeek(weeks);
    if (weekly <= 0) return forecast;
    forecast.weekly = std::llround(weekly);
    forecast.deviation = roundedUp(weeklyDeviation(weeks));
    const double days = static_cast<double>(usable) / weekly * 7;
    if (days < static_cast<double>(kFarthestDays))
        forecast.runsOut = std::chrono::floor<std::chrono::days>(now) + std::chrono::days{static_cast<int>(days)};
    return forecast;
}

void decidePurchase(ItemForecast& forecast, const Item& item, const Weeks& weeks, double serviceLevel) {
    const double lead = static_cast<double>(item.leadTimeDays) / 7;
    forecast.reorderPoint = item.minimumStock;
    if (!weeks.empty())
        forecast.reorderPoint = std::max(forecast.reorderPoint, roundedUp(reorderPoint(weeks, lead, serviceLevel)));
    const std::int64_t position = forecast.usable + forecast.announced;
    if (position > forecast.reorderPoint) return;
    const std::int64_t target = forecast.reorderPoint + roundedUp(expectedWeek(weeks) * kCover);
    forecast.purchase = inBoxes(std::max<std::int64_t>(target - position, 1), item.box);
}

}  // namespace

std::vector<ItemForecast> forecastStock(records::Connection& connection, const ItemCatalogue& catalogue,
                                        base::Timestamp now, double serviceLevel) {
    Books books;
    readDemand(connection, std::chrono::floor<std::chrono::days>(now), books);
    readStock(connection, books);
    std::vector<ItemForecast> forecasts;
    for (const auto& item : catalogue.items()) {
        Weeks whole(kMostWeeks, 0.0);
        std::int64_t usable = 0;
        std::set<std::string> sites;
        for (const auto& [place, weeks] : books.demand) {
            if (place.first != item.id) continue;
            sites.insert(place.second);
            for (std::size_t at = 0; at < whole.size(); ++at) whole[at] += weeks[at];
        }
        for (const auto& [place, quantity] : books.usable) {
            if (place.first != item.id) continue;
            sites.insert(place.second);
            usable += quantity;
        }
        whole = fromFirstDemand(std::move(whole));
        auto house = forecastOf(item.id, whole, usable, now);
        house.wholeHouse = true;
        house.announced = books.announced[item.id];
        decidePurchase(house, item, whole, serviceLevel);
        forecasts.push_back(std::move(house));
        for (const auto& site : sites) {
            forecasts.push_back(forecastOf(item.id, fromFirstDemand(books.demand[{item.id, site}]),
                                           books.usable[{item.id, site}], now));
            forecasts.back().site = site;
        }
    }
    return forecasts;
}

}  // namespace inventory
