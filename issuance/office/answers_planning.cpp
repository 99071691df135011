// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "contract/acts_of_planning.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/report/line_batches.hpp"
#include "issuance/report/line_plan.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

base::Result<BatchesTold> batches(House& house, Call& call, const LineBatches& request) {
    auto day = localDay(house.clock.now());
    if (request.day) {
        const auto named = base::parseDate(*request.day);
        if (!named) return base::Fault{"order.due-unclear"_code, {{"due", *request.day}}};
        day = *named;
    }
    BatchesTold told{base::formatDate(day), {}};
    for (const auto& batch : batchesOf(call.connection, day)) {
        BatchLine line{batch.kind, batch.deliverySite, {}, batch.urgent, batch.overdue, batch.oldest, batch.due};
        for (const auto& [position, orders] : batch.stages)
            line.stages.push_back({std::string{nameOf(position.first)}, std::string{nameOf(position.second)}, orders});
        told.batches.push_back(std::move(line));
    }
    return told;
}

constexpr std::int64_t kUsualHours = 8, kMostHours = 24, kMostStations = 1000;

/// Those that are named, or those at work now: who rests takes nothing, or begins nothing.
base::Result<std::vector<ForecastStation>> stationsOf(House& house, Call& call, const LinePlan& request) {
    std::vector<ForecastStation> stations;
    std::vector<base::Fault> faults;
    for (const auto& named : request.stations) {
        const auto duty = dutyNamed(named.duty);
        if (!duty) faults.push_back({"line.unknown-duty"_code, {{"duty", named.duty}}, {}});
        if (named.stations < 1 || named.stations > kMostStations)
            faults.push_back({"line.plan-stations"_code, {{"most", std::to_string(kMostStations)}}, {}});
        if (faults.empty())
            stations.insert(stations.end(), static_cast<std::size_t>(named.stations), ForecastStation{{*duty}});
    }
    const auto hours = request.hours.value_or(kUsualHours);
    if (hours < 1 || hours > kMostHours) faults.push_back({"line.plan-hours"_code});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    if (!request.stations.empty()) return stations;
    for (const auto& station : house.stationBook->all(call.connection)) {
        ForecastStation there{station.duties, station.items};
        if (const auto rest = house.stationBook->restOf(call.connection, station.workstation)) {
            if (rest->mode == RestMode::Pause) continue;
            std::erase(there.duties, Duty::Print);
        }
        stations.push_back(std::move(there));
    }
    return stations;
}

std::string textOf(const std::optional<base::Timestamp>& moment) {
    return moment ? base::formatTimestamp(*moment) : std::string{};
}
std::string textOf(const std::optional<base::Date>& day) { return day ? base::formatDate(*day) : std::string{}; }

LinePlanned told(const LinePlanning& plan) {
    LinePlanned told;
    if (plan.measured) {
        told.measuredFrom = base::formatTimestamp(plan.measured->from);
        told.measuredUntil = base::formatTimestamp(plan.measured->until);
    }
    for (const auto& step : plan.steps)
        told.steps.push_back({std::string{nameOf(step.step)}, step.stations, step.measured,
                              static_cast<std::int64_t>(std::llround(1000 * step.seconds)),
                              static_cast<std::int64_t>(std::llround(1000 * step.yield))});
    for (const auto& group : plan.groups)
        told.groups.push_back({group.kind, std::string{nameOf(group.priority)}, group.orders, group.unplanned,
                               textOf(group.firstReady), textOf(group.lastReady), textOf(group.due), group.missed});
    for (const auto& missed : plan.missed)
        told.missed.push_back({missed.order.order, missed.order.kind, std::string{nameOf(missed.order.priority)},
                               textOf(missed.order.due), textOf(missed.ready)});
    for (const auto step : plan.unmeasured) told.unmeasured.emplace_back(nameOf(step));
    for (const auto duty : plan.unmanned) told.unmanned.emplace_back(nameOf(duty));
    told.stopped = plan.stopped;
    told.waitingForRelease = plan.waitingForRelease;
    return told;
}

base::Result<LinePlanned> plan(House& house, Call& call, const LinePlan& request) {
    const auto stations = stationsOf(house, call, request);
    if (!stations) return stations.refusal();
    const auto now = house.clock.now();
    const auto hours = request.hours.value_or(kUsualHours);
    auto planned = told(planLine(call.connection, now, *stations, static_cast<int>(hours)));
    planned.at = base::formatTimestamp(now);
    planned.hours = hours;
    return planned;
}

}  // namespace

void addPlanningAnswers(ActTable& acts, House& house) {
    acts.answer<LinePlan>([&house](Call& call, const auto& request) { return plan(house, call, request); });
    acts.answer<LineBatches>([&house](Call& call, const auto& request) { return batches(house, call, request); });
}

}  // namespace issuance
