// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/line_forecast.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <set>

namespace issuance {
namespace {

/// The step that an order waits for, as stations are handed it: clearing and preparing go with printing.
std::optional<Step> stepAtStations(Stage stage, Route route) {
    const auto step = stepAfter(stage, route);
    return step == Step::Release ? std::nullopt : step;
}

bool handles(const ForecastStation& station, const std::string& item) {
    return station.items.empty() || std::ranges::find(station.items, item) != station.items.end();
}

/// The line as it goes on from one end of a step to the next.
class RunningLine {
   public:
    RunningLine(const std::vector<ForecastOrder>& orders, const std::vector<ForecastStation>& stations,
                const StepSeconds& seconds)
        : m_orders(orders), m_stations(stations), m_seconds(seconds), m_ready(orders.size()) {
        for (std::size_t at = 0; at < orders.size(); ++at) {
            m_stages.push_back(orders[at].stage);
            wait(at, 0);
        }
        for (const auto& station : stations) m_steps.push_back(stepsOf(station.duties));
    }

    std::vector<std::optional<double>> run() {
        std::set<std::size_t> idle;
        for (std::size_t station = 0; station < m_stations.size(); ++station) idle.insert(station);
        for (double now = 0;;) {
            for (auto station = idle.begin(); station != idle.end();)
                station = begin(*station, now) ? idle.erase(station) : std::next(station);
            if (m_working.empty()) return m_ready;
            now = m_working.top().end;
            while (!m_working.empty() && m_working.top().end <= now) {
                finish(m_working.top().order, now);
                idle.insert(m_working.top().station);
                m_working.pop();
            }
        }
    }

   private:
    struct Work {
        double end;
        std::size_t station, order;
        bool operator>(const Work& other) const { return std::tie(end, station) > std::tie(other.end, other.station); }
    };

    void wait(std::size_t order, double now) {
        const auto step = stepAtStations(m_stages[order], m_orders[order].route);
        if (step)
            m_waiting[{*step, m_orders[order].item}].insert(order);
        else
            m_ready[order] = now;
    }

    /// Whether the station found something to do.
    bool begin(std::size_t station, double now) {
        for (const auto step : m_steps[station]) {
            std::set<std::size_t>* first = nullptr;
            for (auto& [key, orders] : m_waiting)
                if (key.first == step && !orders.empty() && handles(m_stations[station], key.second) &&
                    (first == nullptr || *orders.begin() < *first->begin()))
                    first = &orders;
            if (first == nullptr) continue;
            m_working.push({now + m_seconds.at(step), station, *first->begin()});
            first->erase(first->begin());
            return true;
        }
        return false;
    }

    void finish(std::size_t order, double now) {
        m_stages[order] = stageReachedBy(*stepAtStations(m_stages[order], m_orders[order].route));
        wait(order, now);
    }

    const std::vector<ForecastOrder>& m_orders;
    const std::vector<ForecastStation>& m_stations;
    const StepSeconds& m_seconds;
    std::vector<Stage> m_stages;
    std::vector<std::vector<Step>> m_steps;
    /// By step and blank, in the order of the queue.
    std::map<std::pair<Step, std::string>, std::set<std::size_t>> m_waiting;
    std::priority_queue<Work, std::vector<Work>, std::greater<>> m_working;
    std::vector<std::optional<double>> m_ready;
};

}  // namespace

std::vector<std::optional<double>> forecast(const std::vector<ForecastOrder>& orders,
                                            const std::vector<ForecastStation>& stations, const StepSeconds& seconds) {
    return RunningLine{orders, stations, seconds}.run();
}

base::Timestamp momentOfWork(base::Timestamp now, double seconds, int hoursADay) {
    constexpr double kHour = 3600, kDay = 24 * kHour;
    const double day = hoursADay * kHour;
    const double whole = std::max(0.0, std::ceil(seconds / day) - 1);
    return now + std::chrono::duration_cast<base::Timestamp::duration>(
                     std::chrono::duration<double>(whole * kDay + (seconds - whole * day)));
}

}  // namespace issuance
