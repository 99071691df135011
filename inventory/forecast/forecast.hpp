// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "inventory/item_catalogue.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// What is to be expected of an item at one site, or in the whole house.
struct ItemForecast {
    std::string item;
    std::string site;            ///< empty: the whole house, or places that belong to no site
    bool wholeHouse = false;     ///< only this one tells when to buy, and how many
    std::int64_t weeks = 0;      ///< of history that it rests on
    std::int64_t weekly = 0;     ///< demand to be expected
    std::int64_t deviation = 0;  ///< by how much a week is off
    std::int64_t usable = 0;
    std::int64_t announced = 0;         ///< deliveries that are on their way
    std::int64_t reorderPoint = 0;      ///< buy when usable and announced together fall to this
    std::int64_t purchase = 0;          ///< to be asked for now, whole boxes
    std::optional<base::Date> runsOut;  ///< the day on which the usable ones end at this pace
};

/// For every item the whole house and then every site that uses or has some, from the movements of at most two years.
/// `serviceLevel`: the probability that an order placed in time arrives before the stock ends, 0.5 to 0.9999.
/// docs/forecast.md says how, and how wrong it is.
std::vector<ItemForecast> forecastStock(records::Connection& connection, const ItemCatalogue& catalogue,
                                        base::Timestamp now, double serviceLevel);

}  // namespace inventory
