// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/line_figures.hpp"

#include <map>

#include "issuance/certificate/local_day.hpp"
#include "issuance/line/cause_code.hpp"
#include "issuance/report/line_production.hpp"

namespace issuance {
namespace {

using contract::Figure;
using Labels = std::vector<std::pair<std::string, std::string>>;

/// In the place of a cause that a person wrote.
const std::string kPerson = "person";

class Figures {
   public:
    void add(const char* name, const char* help, Labels labels, double value) {
        m_all.push_back({name, help, std::move(labels), value});
    }
    void add(const char* name, const char* help, Labels labels, std::int64_t value) {
        add(name, help, std::move(labels), static_cast<double>(value));
    }
    std::vector<Figure> all() && { return std::move(m_all); }

   private:
    std::vector<Figure> m_all;
};

void addSeconds(Figures& figures, const char* name, const char* help, const std::string& step, const Durations& took) {
    figures.add(name, help, {{"step", step}, {"quantile", "0.5"}}, took.median);
    figures.add(name, help, {{"step", step}, {"quantile", "0.95"}}, took.p95);
}

void addProduction(Figures& figures, const LineProduction& done) {
    for (const auto& each : done.steps) {
        const std::string step{nameOf(each.step)};
        constexpr const char* kSteps = "Steps of today by how they ended.";
        figures.add("troquel_line_steps_today", kSteps, {{"step", step}, {"end", "done"}}, each.done);
        figures.add("troquel_line_steps_today", kSteps, {{"step", step}, {"end", "refused"}}, each.refused);
        figures.add("troquel_line_steps_today", kSteps, {{"step", step}, {"end", "doubt"}}, each.doubts);
        addSeconds(figures, "troquel_line_step_seconds", "How long steps of today took, from claim to end.", step,
                   each.work);
        addSeconds(figures, "troquel_line_waiting_seconds", "How long orders waited today for a step.", step,
                   each.waiting);
    }
    std::map<std::pair<std::string, std::string>, std::int64_t> refusals;
    for (const auto& refusal : done.refusals)
        refusals[{std::string{nameOf(refusal.step)}, isCauseCode(refusal.cause) ? refusal.cause : kPerson}] +=
            refusal.count;
    for (const auto& [what, count] : refusals)
        figures.add("troquel_line_refusals_today", "Blanks that steps were refused for today, by cause.",
                    {{"step", what.first}, {"cause", what.second}}, count);
    figures.add("troquel_line_released_today", "Documents released today.", {}, done.released);
    figures.add("troquel_line_released_at_first_today", "Of these, made of their first blank.", {},
                done.releasedAtFirst);
    figures.add("troquel_line_held_today", "Times that an order was held for a person today.", {}, done.held);
}

}  // namespace

std::vector<Figure> lineFigures(records::Connection& connection, const StationBook& stations, base::Date day) {
    Figures figures;
    for (const auto& row : connection.query(
             "SELECT stage, standing, COUNT(*) FROM line_task WHERE standing <> 'ended' GROUP BY stage, standing"))
        figures.add("troquel_line_orders", "Orders that are not ended, by stage and standing.",
                    {{"stage", row.text(0)}, {"standing", row.text(1)}}, row.integer(2));
    figures.add("troquel_line_stations", "Stations at work.", {},
                static_cast<std::int64_t>(stations.all(connection).size()));
    figures.add("troquel_line_workstations_resting", "Workstations that a supervisor lets rest.", {},
                static_cast<std::int64_t>(stations.rests(connection).size()));
    addProduction(figures,
                  reportLine(connection, {beginOfLocalDay(day), beginOfLocalDay(day) + std::chrono::days{1}, {}}));
    return std::move(figures).all();
}

}  // namespace issuance
