// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/line_plan.hpp"

#include <algorithm>
#include <array>

#include "base/failure.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/line/task_queue.hpp"

namespace issuance {
namespace {

constexpr std::array kStationSteps{Step::Clear, Step::Prepare, Step::Print, Step::Encode, Step::Inspect};
constexpr std::chrono::days kMeasuredDays{7};
/// A yield that few passes show is no reason to foretell a hundred blanks for a document.
constexpr double kLeastYield = 0.2;

std::optional<ReportedWork> lastProduction(records::Connection& connection) {
    const auto row =
        connection.queryOne("SELECT COALESCE(MAX(ended_at), '') FROM stage_event WHERE outcome = 'finish'");
    if (row->text(0).empty()) return std::nullopt;
    const auto last = base::expected(base::parseTimestamp(row->text(0)), "stage_event.ended_at");
    return ReportedWork{last - kMeasuredDays, last + std::chrono::milliseconds{1}};
}

Duty dutyOf(Step step) {
    for (const auto duty : allDuties())
        if (std::ranges::count(stepsOf({duty}), step) > 0) return duty;
    return Duty::Print;
}

std::vector<Step> stepsLeft(const ForecastOrder& order) {
    std::vector<Step> steps;
    auto step = stepAfter(order.stage, order.route);
    while (step && *step != Step::Release) {
        steps.push_back(*step);
        step = stepAfter(stageReachedBy(*step), order.route);
    }
    return steps;
}

std::vector<ForecastOrder> waitingOrders(records::Connection& connection) {
    std::vector<ForecastOrder> orders;
    connection.forEach(
        "SELECT t.order_id, o.kind, t.priority, t.due_on, t.stage, t.chip, t.chip_first, t.item FROM line_task t JOIN "
        "production_order o ON o.id = t.order_id WHERE t.standing IN ('ready', 'claimed', 'acting') AND t.stage <> "
        "'inspected' ORDER BY t.rank",
        {}, [&](const records::Row& row) {
            ForecastOrder order{row.text(0),
                                row.text(1),
                                priorityNamed(row.text(2)).value(),
                                std::nullopt,
                                stageNamed(row.text(4)).value(),
                                routeIn(row, 5),
                                row.text(7)};
            if (!row.text(3).empty()) order.due = base::expected(base::parseDate(row.text(3)), "line_task.due_on");
            orders.push_back(std::move(order));
        });
    return orders;
}

/// What is made again after a refusal takes a station's time again, from the blank on.
StepSeconds secondsWithRepeats(const std::vector<PlannedStep>& steps) {
    StepSeconds seconds;
    double good = 1;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if (step->step != Step::Clear) good *= std::max(step->yield, kLeastYield);
        if (step->measured > 0) seconds[step->step] = step->seconds / good;
    }
    return seconds;
}

class Planning {
   public:
    Planning(records::Connection& connection, base::Timestamp now, const std::vector<ForecastStation>& stations,
             int hoursADay)
        : m_connection(connection), m_now(now), m_stations(stations), m_hours(hoursADay) {}

    LinePlanning plan() {
        m_plan.measured = lastProduction(m_connection);
        measureSteps();
        m_orders = waitingOrders(m_connection);
        countWaiting();
        findMissing();
        foretell();
        std::ranges::stable_sort(m_plan.missed, {},
                                 [](const MissedDue& missed) { return std::chrono::sys_days{*missed.order.due}; });
        return std::move(m_plan);
    }

   private:
    void measureSteps() {
        const auto production = m_plan.measured ? reportLine(m_connection, *m_plan.measured) : LineProduction{};
        for (const auto step : kStationSteps) {
            PlannedStep planned{step};
            for (const auto& station : m_stations)
                planned.stations += std::ranges::count(stepsOf(station.duties), step);
            for (const auto& measured : production.steps)
                if (measured.step == step && measured.done + measured.refused > 0) {
                    planned.measured = measured.done + measured.refused;
                    planned.seconds = measured.work.median;
                    planned.yield = measured.yield();
                }
            m_plan.steps.push_back(planned);
        }
    }

    void countWaiting() {
        const auto row = m_connection.queryOne(
            "SELECT COALESCE(SUM(CASE WHEN standing IN ('held', 'in_doubt') THEN 1 ELSE 0 END), 0), "
            "COALESCE(SUM(CASE WHEN stage = 'inspected' AND standing IN ('ready', 'claimed') THEN 1 ELSE 0 END), 0) "
            "FROM line_task WHERE standing <> 'ended'");
        m_plan.stopped = row->integer(0);
        m_plan.waitingForRelease = row->integer(1);
    }

    void findMissing() {
        for (const auto step : kStationSteps) {
            const bool wanted = std::ranges::any_of(
                m_orders, [&](const auto& each) { return std::ranges::count(stepsLeft(each), step) > 0; });
            if (!wanted) continue;
            const auto& planned = *std::ranges::find(m_plan.steps, step, &PlannedStep::step);
            if (planned.measured == 0) m_plan.unmeasured.push_back(step);
            if (planned.stations == 0 && std::ranges::count(m_plan.unmanned, dutyOf(step)) == 0)
                m_plan.unmanned.push_back(dutyOf(step));
        }
    }

    /// Orders that need a step of which nothing is known cannot be foretold; they take up no station in the forecast.
    void foretell() {
        const auto seconds = secondsWithRepeats(m_plan.steps);
        std::vector<ForecastOrder> known;
        for (const auto& order : m_orders)
            if (std::ranges::all_of(stepsLeft(order), [&](Step step) { return seconds.contains(step); }))
                known.push_back(order);
            else
                enter(order, std::nullopt);
        const auto ready = forecast(known, m_stations, seconds);
        for (std::size_t at = 0; at < known.size(); ++at)
            enter(known[at], ready[at] ? std::optional{momentOfWork(m_now, *ready[at], m_hours)} : std::nullopt);
    }

    void enter(const ForecastOrder& order, std::optional<base::Timestamp> ready) {
        auto& group = groupOf(order);
        ++group.orders;
        if (ready) {
            group.firstReady = std::min(group.firstReady.value_or(*ready), *ready);
            group.lastReady = std::max(group.lastReady.value_or(*ready), *ready);
        } else {
            ++group.unplanned;
        }
        if (!order.due) return;
        group.due = std::min(group.due.value_or(*order.due), *order.due);
        if (localDay(ready.value_or(m_now)) <= *order.due) return;
        ++group.missed;
        m_plan.missed.push_back({order, ready});
    }

    PlannedGroup& groupOf(const ForecastOrder& order) {
        const auto after = [&](const PlannedGroup& group) {
            if (group.kind != order.kind) return group.kind > order.kind;
            return group.priority < order.priority;
        };
        auto found = std::ranges::find_if(m_plan.groups, [&](const auto& group) {
            return (group.kind == order.kind && group.priority == order.priority) || after(group);
        });
        if (found == m_plan.groups.end() || after(*found))
            found = m_plan.groups.insert(found, PlannedGroup{order.kind, order.priority, 0, 0, {}, {}, {}, 0});
        return *found;
    }

    records::Connection& m_connection;
    base::Timestamp m_now;
    const std::vector<ForecastStation>& m_stations;
    int m_hours;
    std::vector<ForecastOrder> m_orders;
    LinePlanning m_plan;
};

}  // namespace

LinePlanning planLine(records::Connection& connection, base::Timestamp now,
                      const std::vector<ForecastStation>& stations, int hoursADay) {
    return Planning{connection, now, stations, hoursADay}.plan();
}

}  // namespace issuance
