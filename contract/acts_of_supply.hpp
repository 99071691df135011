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
    static constexpr std::array kFields{field<&ForecastLine::item>("item"),
                                        field<&ForecastLine::site>("site"),
                                        field<&ForecastLine::wholeHouse>("whole_house"),
                                        field<&ForecastLine::weeks>("weeks"),
                                        field<&ForecastLine::weekly>("weekly"),
                                        field<&ForecastLine::deviation>("deviation"),
                                        field<&ForecastLine::usable>("usable"),
                                        field<&ForecastLine::announced>("announced"),
                                        field<&ForecastLine::reorderPoint>("reorder_point"),
                                        field<&ForecastLine::purchase>("purchase"),
                                        field<&ForecastLine::boxes>("boxes"),
                                        field<&ForecastLine::cost>("cost"),
                                        field<&ForecastLine::runsOut>("runs_out")};
};

struct StockForecasted {
    std::string serviceLevel;
    std::vector<ForecastLine> lines;
    static constexpr std::array kFields{field<&StockForecasted::serviceLevel>("service_level"),
                                        field<&StockForecasted::lines>("lines")};
};

/// Consumption, reorder point, the day on which stock ends, and what to buy. `serviceLevel`: "0.98" where nothing else
/// is said.
struct StockForecast {
    static constexpr Declaration kAct{"stock.forecast", "stock.view", Effect::Reads};
    using Answer = StockForecasted;
    std::optional<std::string> serviceLevel;
    static constexpr std::array kFields{field<&StockForecast::serviceLevel>("service_level")};
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
    static constexpr std::array kFields{
        field<&QualityLine::receipt>("receipt"),     field<&QualityLine::supplier>("supplier"),
        field<&QualityLine::purchase>("purchase"),   field<&QualityLine::time>("time"),
        field<&QualityLine::item>("item"),           field<&QualityLine::received>("received"),
        field<&QualityLine::defective>("defective"), field<&QualityLine::perMillion>("per_million"),
        field<&QualityLine::defects>("defects"),     field<&QualityLine::unclaimed>("unclaimed")};
};

struct QualityTold {
    std::vector<QualityLine> lines;
    static constexpr std::array kFields{field<&QualityTold::lines>("lines")};
};

/// Blanks that were spoiled through the supplier, by receipt and item.
struct StockQuality {
    static constexpr Declaration kAct{"stock.quality", "stock.view", Effect::Reads};
    using Answer = QualityTold;
    static constexpr std::array<Field, 0> kFields{};
};

struct ClaimOpened {
    std::string number;
    std::int64_t quantity = 0;
    static constexpr std::array kFields{field<&ClaimOpened::number>("case"), field<&ClaimOpened::quantity>("quantity")};
};

/// Opens a claim to the supplier over what of a receipt is defective and in no claim yet.
struct StockClaim {
    static constexpr Declaration kAct{"stock.claim", "stock.receive", Effect::Changes};
    using Answer = ClaimOpened;
    std::string receipt;
    std::string reason;
    static constexpr std::array kFields{field<&StockClaim::receipt>("receipt"), field<&StockClaim::reason>("reason")};
};

using SupplyActs = std::tuple<StockForecast, StockQuality, StockClaim>;

}  // namespace contract
