// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/line_production.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/failure.hpp"

namespace issuance {
namespace {

using base::Timestamp;

constexpr std::array kSteps{Step::Clear, Step::Prepare, Step::Print, Step::Encode, Step::Inspect, Step::Release};

constexpr std::string_view kEvents =
    "SELECT e.stage, e.outcome, e.cause, e.attempt, e.began_at, e.ended_at, e.workstation, "
    "COALESCE(p.ended_at, o.received_at) FROM stage_event e JOIN production_order o ON o.id = e.order_id "
    "LEFT JOIN stage_event p ON p.order_id = e.order_id AND p.sequence = e.sequence - 1 "
    "WHERE e.ended_at >= ?1 AND e.ended_at < ?2";

struct Event {
    Step step;
    std::string outcome;
    std::string cause;
    std::int64_t attempt;
    Timestamp began, ended;
    std::string workstation;
    Timestamp readySince;
};

Timestamp momentOf(const std::string& text) { return base::expected(base::parseTimestamp(text), "stage_event"); }

Event eventOf(const records::Row& row) {
    const auto step = std::ranges::find_if(kSteps, [&](Step each) { return nameOf(each) == row.text(0); });
    return {step == kSteps.end() ? Step::Clear : *step,
            row.text(1),
            row.text(2),
            row.integer(3),
            momentOf(row.text(4)),
            momentOf(row.text(5)),
            row.text(6),
            momentOf(row.text(7))};
}

/// The least value that the share of all does not exceed.
double atShare(std::vector<double>& values, double share) {
    if (values.empty()) return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::ranges::nth_element(values, at);
    return *at;
}

/// All passes of one step while they are counted.
class Passes {
   public:
    void count(const Event& event) {
        const bool finished = event.outcome == nameOf(LineEvent::Finish);
        const bool refused = event.outcome == nameOf(LineEvent::Refuse);
        if (finished || event.outcome == nameOf(LineEvent::FoundDone)) ++m_counted.done;
        if (refused || event.outcome == nameOf(LineEvent::FoundSpoiled)) ++m_counted.refused;
        if (verdictNamed(event.outcome)) ++m_counted.doubts;
        if (!finished && !refused) return;
        m_work.push_back(secondsBetween(event.began, event.ended));
        m_waiting.push_back(secondsBetween(event.readySince, event.began));
    }
    StepProduction of(Step step, const std::string& workstation) {
        m_counted.step = step;
        m_counted.workstation = workstation;
        m_counted.work = {atShare(m_work, 0.5), atShare(m_work, 0.95)};
        m_counted.waiting = {atShare(m_waiting, 0.5), atShare(m_waiting, 0.95)};
        return m_counted;
    }

   private:
    /// A clock set back makes nothing shorter than nothing.
    static double secondsBetween(Timestamp from, Timestamp until) {
        return std::max(0.0, std::chrono::duration<double>(until - from).count());
    }
    StepProduction m_counted;
    std::vector<double> m_work, m_waiting;
};

class Counting {
   public:
    void count(const Event& event) {
        m_steps[event.step].count(event);
        m_byWorkstation[{event.workstation, event.step}].count(event);
        if (event.outcome == nameOf(LineEvent::Refuse) || event.outcome == nameOf(LineEvent::FoundSpoiled))
            ++m_refusals[{event.step, event.workstation, event.cause}];
        if (event.outcome == nameOf(LineEvent::Cancel)) ++m_production.cancelled;
        if (event.outcome == nameOf(LineEvent::SendBack)) ++m_production.sentBack;
        if (event.outcome == nameOf(LineEvent::Hold)) ++m_production.held;
        if (event.step != Step::Release || event.outcome != nameOf(LineEvent::Finish)) return;
        ++m_production.released;
        if (event.attempt == 1) ++m_production.releasedAtFirst;
        ++m_hours[std::chrono::floor<std::chrono::hours>(event.ended)];
    }
    LineProduction production() {
        for (auto& [step, passes] : m_steps) m_production.steps.push_back(passes.of(step, {}));
        for (auto& [key, passes] : m_byWorkstation)
            m_production.byWorkstation.push_back(passes.of(key.second, key.first));
        for (const auto& [key, count] : m_refusals)
            m_production.refusals.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), count});
        std::ranges::stable_sort(m_production.refusals, std::greater{}, &RefusedFor::count);
        for (const auto& [begin, released] : m_hours) m_production.hours.push_back({begin, released});
        return std::move(m_production);
    }

   private:
    LineProduction m_production;
    std::map<Step, Passes> m_steps;
    std::map<std::pair<std::string, Step>, Passes> m_byWorkstation;
    std::map<std::tuple<Step, std::string, std::string>, std::int64_t> m_refusals;
    std::map<Timestamp, std::int64_t> m_hours;
};

double shareOf(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double StepProduction::yield() const { return shareOf(done, done + refused); }

double LineProduction::firstPassYield() const { return shareOf(releasedAtFirst, released); }

LineProduction reportLine(records::Connection& connection, const ReportedWork& work) {
    std::string question{kEvents};
    records::Values values{base::formatTimestamp(work.from), base::formatTimestamp(work.until)};
    if (!work.workstation.empty()) {
        question += " AND e.workstation = ?3";
        values.emplace_back(work.workstation);
    }
    Counting counting;
    connection.forEach(question, values, [&](const records::Row& row) { counting.count(eventOf(row)); });
    return counting.production();
}

}  // namespace issuance
