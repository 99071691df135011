// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// What to buy and when, and what suppliers delivered badly.
namespace contract {

struct ForecastLine {
    std::string item;
    std::string site;         ///< empty in the line of the whole house, and for places of no site
    bool wholeHouse = false;  ///< only this line tells when and how many to buy
    std::int64_t weeks = 0;   ///< of history
    std::int64_t weekly = 0;
    std::int64_t deviation = 0;
    std::int64_t usable = 0;
    std::int64_t announced = 0;
    std::int64_t reorderPoint = 0;
    std::int64_t purchase = 0;
    std::int64_t boxes = 0;
    std::vector<std::string> cost;  ///< of the purchase, "USD 480000.00"
    std::string runsOut;            ///< a day; empty where that is not to be seen
    static constexpr std::tuple kFields{Field{"item", &ForecastLine::item},
                                        Field{"site", &ForecastLine::site},
                                        Field{"whole_house", &ForecastLine::wholeHouse},
                                        Field{"weeks", &ForecastLine::weeks},
                                        Field{"weekly", &ForecastLine::weekly},
                                        Field{"deviation", &ForecastLine::deviation},
                                        Field{"usable", &ForecastLine::usable},
                                        Field{"announced", &ForecastLine::announced},
                                        Field{"reorder_point", &ForecastLine::reorderPoint},
                                        Field{"purchase", &ForecastLine::purchase},
                                        Field{"boxes", &ForecastLine::boxes},
                                        Field{"cost", &ForecastLine::cost},
                                        Field{"runs_out", &ForecastLine::runsOut}};
};

struct StockForecasted {
    std::string serviceLevel;
    std::vector<ForecastLine> lines;
    static constexpr std::tuple kFields{Field{"service_level", &StockForecasted::serviceLevel},
                                        Field{"lines", &StockForecasted::lines}};
};

/// Consumption, reorder point, the day on which stock ends, and what to buy. `serviceLevel`: "0.98" where nothing else
/// is said.
struct StockForecast {
    static constexpr Declaration kAct{"stock.forecast", "stock.view", Effect::Reads};
    using Answer = StockForecasted;
    std::optional<std::string> serviceLevel;
    static constexpr std::tuple kFields{Field{"service_level", &StockForecast::serviceLevel}};
};

struct QualityLine {
    std::string receipt;
    std::string supplier;
    std::string purchase;
    std::string time;
    std::string item;
    std::int64_t received = 0;
    std::int64_t defective = 0;
    std::int64_t perMillion = 0;
    std::vector<std::string> defects;    ///< serials
    std::vector<std::string> unclaimed;  ///< of these, in no claim yet
    static constexpr std::tuple kFields{
        Field{"receipt", &QualityLine::receipt},     Field{"supplier", &QualityLine::supplier},
        Field{"purchase", &QualityLine::purchase},   Field{"time", &QualityLine::time},
        Field{"item", &QualityLine::item},           Field{"received", &QualityLine::received},
        Field{"defective", &QualityLine::defective}, Field{"per_million", &QualityLine::perMillion},
        Field{"defects", &QualityLine::defects},     Field{"unclaimed", &QualityLine::unclaimed}};
};

struct QualityTold {
    std::vector<QualityLine> lines;
    static constexpr std::tuple kFields{Field{"lines", &QualityTold::lines}};
};

/// Blanks that were spoiled through the supplier, by receipt and item.
struct StockQuality {
    static constexpr Declaration kAct{"stock.quality", "stock.view", Effect::Reads};
    using Answer = QualityTold;
    static constexpr std::tuple<> kFields{};
};

struct ClaimOpened {
    std::string number;
    std::int64_t quantity = 0;
    static constexpr std::tuple kFields{Field{"case", &ClaimOpened::number}, Field{"quantity", &ClaimOpened::quantity}};
};

/// Opens a claim to the supplier over what of a receipt is defective and in no claim yet.
struct StockClaim {
    static constexpr Declaration kAct{"stock.claim", "stock.receive", Effect::Changes};
    using Answer = ClaimOpened;
    std::string receipt;
    std::string reason;
    static constexpr std::tuple kFields{Field{"receipt", &StockClaim::receipt}, Field{"reason", &StockClaim::reason}};
};

using SupplyActs = std::tuple<StockForecast, StockQuality, StockClaim>;

}  // namespace contract
