// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "contract/acts_of_supply.hpp"
#include "inventory/forecast/forecast.hpp"
#include "inventory/receipts/supplier_quality.hpp"
#include "issuance/office/answers.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

constexpr const char* kUsualServiceLevel = "0.98";
constexpr double kLeastServiceLevel = 0.5;
constexpr double kMostServiceLevel = 0.9999;
constexpr std::int64_t kMillion = 1'000'000;

base::Result<double> serviceLevelFrom(const std::string& text) {
    double level = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), level);
    if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size() || !(level >= kLeastServiceLevel) ||
        !(level <= kMostServiceLevel))
        return base::Fault{"stock.bad-service-level"_code, {{"level", text}}};
    return level;
}

ForecastLine lineOf(const inventory::ItemForecast& found, const inventory::Item& item) {
    ForecastLine line{found.item,
                      found.site,
                      found.wholeHouse,
                      found.weeks,
                      found.weekly,
                      found.deviation,
                      found.usable,
                      found.announced,
                      found.reorderPoint,
                      found.purchase,
                      found.purchase / item.box,
                      {},
                      found.runsOut ? base::formatDate(*found.runsOut) : ""};
    if (found.purchase > 0)
        for (const auto& value : item.values)
            line.cost.push_back(textOf(inventory::Amount{value.currency, value.hundredths * found.purchase}));
    return line;
}

base::Result<StockForecasted> forecast(House& house, Call& call, const StockForecast& request) {
    StockForecasted answer{request.serviceLevel.value_or(kUsualServiceLevel), {}};
    const auto level = serviceLevelFrom(answer.serviceLevel);
    if (!level) return level.refusal();
    for (const auto& found : inventory::forecastStock(call.connection, *house.items, house.clock.now(), *level))
        answer.lines.push_back(lineOf(found, *house.items->find(found.item)));
    return answer;
}

std::vector<std::string> textsOf(const std::vector<inventory::SerialRange>& ranges, const inventory::Item& item) {
    std::vector<std::string> texts;
    for (const auto& range : ranges) texts.push_back(textOf(range, item));
    return texts;
}

QualityTold quality(House& house, Call& call) {
    QualityTold told;
    for (const auto& found : inventory::SupplierQuality{*house.items, house.clock}.list(call.connection)) {
        const auto& item = *house.items->find(found.item);
        const auto defective = inventory::quantityOf(found.defects);
        told.lines.push_back({found.receipt, found.supplier, found.purchase, found.time, found.item, found.received,
                              defective, defective * kMillion / found.received, textsOf(found.defects, item),
                              textsOf(found.unclaimed, item)});
    }
    return told;
}

base::Result<ClaimOpened> claim(House& house, Call& call, const StockClaim& request) {
    const auto opened = inventory::SupplierQuality{*house.items, house.clock}.claim(call.transaction(), call.author,
                                                                                    request.receipt, request.reason);
    if (!opened) return opened.refusal();
    return ClaimOpened{opened->number, opened->quantity};
}

}  // namespace

void addSupplyAnswers(ActTable& acts, House& house) {
    acts.answer<StockForecast>([&house](Call& call, const auto& request) { return forecast(house, call, request); });
    acts.answer<StockQuality>([&house](Call& call, const auto&) { return quality(house, call); });
    acts.answer<StockClaim>([&house](Call& call, const auto& request) { return claim(house, call, request); });
}

}  // namespace issuance
