// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/simulation/simulation_figures.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>

#include "base/failure.hpp"

namespace issuance {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// One line of an order's history. A doubt is judged by a person in a line of its own.
struct StepTaken {
    std::string step;
    bool atStation = false;
    bool done = false;
    bool spoiled = false;
    std::int64_t attempt = 1;
    base::Timestamp began, ended;
    Milliseconds waited{};  ///< since the step before ended
};

base::Timestamp timeIn(const records::Row& row, std::size_t column) {
    return base::expected(base::parseTimestamp(row.text(column)), "stage_event");
}

std::vector<StepTaken> stepsTaken(records::Connection& connection) {
    std::vector<StepTaken> steps;
    std::string order;
    base::Timestamp before;
    connection.forEach(
        "SELECT e.order_id, e.stage, e.outcome, e.attempt, e.began_at, e.ended_at, o.received_at FROM stage_event e "
        "JOIN production_order o ON o.id = e.order_id ORDER BY e.order_id, e.sequence",
        {}, [&](const records::Row& row) {
            if (row.text(0) != order) before = timeIn(row, 6);
            order = row.text(0);
            const auto outcome = row.text(2);
            StepTaken step;
            step.step = row.text(1);
            step.atStation = outcome == "finish" || outcome == "refuse" || outcome == "doubt";
            step.done = outcome == "finish" || outcome == "done";
            step.spoiled = outcome == "refuse" || outcome == "spoiled";
            step.attempt = row.integer(3);
            step.began = timeIn(row, 4);
            step.ended = timeIn(row, 5);
            step.waited = step.began - before;
            before = step.ended;
            steps.push_back(std::move(step));
        });
    return steps;
}

std::int64_t percentile(std::vector<double>& values, double share) {
    if (values.empty()) return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return std::llround(*at);
}

std::int64_t thousandths(double share) { return std::llround(share * 1000); }

/// What the steps of one kind of station come to; `last` is the step that its documents are counted by.
StageSimulated stageOf(const std::vector<StepTaken>& all, const std::vector<std::string>& names,
                       const std::string& last, const StageFrame& frame) {
    StageSimulated stage;
    stage.stage = last;
    stage.stations = frame.stations;
    base::Timestamp from = base::Timestamp::max(), until = base::Timestamp::min();
    Milliseconds atOrders{};
    std::vector<double> waits;
    for (const auto& step : all) {
        if (std::ranges::find(names, step.step) == names.end()) continue;
        if (step.step == last && step.done) ++stage.done;
        if (step.spoiled) ++stage.refused;
        if (!step.atStation) continue;
        from = std::min(from, step.began);
        until = std::max(until, step.ended);
        atOrders += step.ended - step.began;
        if (step.step == names.front()) waits.push_back(step.waited.count());
    }
    stage.waitMedian = percentile(waits, 0.5);
    stage.wait95 = percentile(waits, 0.95);
    if (stage.done == 0 || until <= from) return stage;
    const Milliseconds window = until - from;
    const double ofStations = window.count() * static_cast<double>(frame.stations);
    const auto done = static_cast<double>(stage.done);
    stage.perHour = std::llround(done * 3'600'000 / window.count());
    if (frame.pace) stage.capacityUsed = thousandths(done * Milliseconds{*frame.pace}.count() / ofStations);
    stage.busy = thousandths(atOrders.count() / ofStations);
    stage.own = std::llround((atOrders - Milliseconds{frame.machines}).count() / done);
    return stage;
}

}  // namespace

std::int64_t databaseSize(records::Connection& connection) {
    if (connection.engine() == records::Engine::Postgresql)
        return connection.queryOne("SELECT pg_database_size(current_database())")->integer(0);
    return connection.queryOne("PRAGMA page_count")->integer(0) * connection.queryOne("PRAGMA page_size")->integer(0);
}

std::int64_t peakMemory() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return std::int64_t{usage.ru_maxrss} * 1024;
}

bool workWaits(records::Connection& connection, Duty duty, const std::string& workstation, base::Timestamp now) {
    const std::string ready = "SELECT 1 FROM line_task WHERE standing = 'ready' AND not_before <= ?1 AND stage ";
    records::Values values{base::formatTimestamp(now)};
    std::string place;
    switch (duty) {
        case Duty::Print:
            place = "IN ('received', 'cleared', 'prepared') AND workstation IN ('', ?2)";
            values.emplace_back(workstation);
            break;
        case Duty::Encode: place = "= 'printed'"; break;
        case Duty::Inspect: place = "= 'encoded'"; break;
    }
    return connection.queryOne(ready + place + " LIMIT 1", values).has_value();
}

void tellStages(records::Connection& connection, const std::vector<StageFrame>& frames, SimulationTold& told) {
    const auto steps = stepsTaken(connection);
    for (const auto& frame : frames) {
        std::vector<std::string> names;
        for (const auto step : stepsOf({frame.duty})) names.emplace_back(nameOf(step));
        const auto last = names.front();
        std::ranges::reverse(names);  // the first that an order comes to is the one it waits for
        told.stages.push_back(stageOf(steps, names, last, frame));
    }
    const std::string release{nameOf(Step::Release)};
    told.stages.push_back(stageOf(steps, {release}, release, {Duty::Inspect, 1, std::nullopt, {}}));
    for (const auto& step : steps)
        if (step.step == release && step.done) {
            ++told.documents;
            if (step.attempt == 1) ++told.firstPass;
        }
}

}  // namespace issuance
