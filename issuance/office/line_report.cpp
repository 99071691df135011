// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/line_report.hpp"

#include <fmt/format.h>

#include <cmath>

#include "contract/messages.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/act_papers.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/report/line_production.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using contract::LineReported;
using contract::ReportLine;
using printing::ActList;
using printing::ActMap;

/// Seconds without what nobody reads of them: "0.4", "12", "3725".
std::string secondsText(std::int64_t milliseconds) {
    const double seconds = static_cast<double>(milliseconds) / 1000;
    return fmt::format("{:.{}f}", seconds, seconds < 10 ? 1 : 0);
}

std::string percentText(double share) { return fmt::format("{:.1f} %", 100 * share); }

/// A code with commas or quotes of a person's reason, as RFC 4180 has fields.
std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text) quoted += letter == '"' ? std::string{"\"\""} : std::string{letter};
    return quoted + '"';
}

base::Result<ReportedWork> workOf(House& house, records::Connection& connection, const ReportLine& request) {
    const auto now = house.clock.now();
    auto day = localDay(now);
    if (!request.day.empty()) {
        const auto named = base::parseDate(request.day);
        if (!named) return base::Fault{"report.bad-period"_code, {{"from", request.day}, {"to", request.day}}};
        day = *named;
    }
    ReportedWork work{beginOfLocalDay(day), beginOfLocalDay(day) + std::chrono::days{1}, request.workstation};
    if (!request.workstation.empty() &&
        !connection.queryOne("SELECT 1 FROM workstation WHERE id = ?1", {request.workstation}))
        return base::Fault{"people.unknown-workstation"_code, {{"workstation", request.workstation}}};
    if (!request.shift) return work;
    if (request.workstation.empty()) return base::Fault{"report.shift-of-nobody"_code};
    const auto shift = connection.queryOne(
        "SELECT opened_at, COALESCE(closed_at, '') FROM stock_shift WHERE workstation = ?1 AND opened_at < ?2 "
        "ORDER BY opened_at DESC LIMIT 1",
        {request.workstation, base::formatTimestamp(work.until)});
    if (!shift)
        return base::Fault{"report.no-shift"_code,
                           {{"workstation", request.workstation}, {"day", base::formatDate(day)}}};
    work.from = base::expected(base::parseTimestamp(shift->text(0)), "stock_shift");
    work.until = shift->text(1).empty() ? now : base::expected(base::parseTimestamp(shift->text(1)), "stock_shift");
    return work;
}

contract::LineStepReported stepOf(const StepProduction& step) {
    const auto milliseconds = [](double seconds) { return static_cast<std::int64_t>(std::llround(1000 * seconds)); };
    return {std::string{nameOf(step.step)},
            step.workstation,
            step.done,
            step.refused,
            step.doubts,
            milliseconds(step.work.median),
            milliseconds(step.work.p95),
            milliseconds(step.waiting.median),
            milliseconds(step.waiting.p95)};
}

std::string stepOnPaper(const std::string& step) {
    static const std::pair<std::string_view, const char*> kNames[] = {
        {"clear", "Autorización"},        {"prepare", "Preparación"}, {"print", "Impresión"},
        {"encode", "Grabación del chip"}, {"inspect", "Inspección"},  {"release", "Liberación"}};
    for (const auto& [code, name] : kNames)
        if (code == step) return name;
    return step;
}

double yieldOf(const contract::LineStepReported& step) {
    return StepProduction{{}, {}, step.done, step.refused, 0, {}, {}}.yield();
}

ActMap rowOf(const contract::LineStepReported& step) {
    return {{"paso", stepOnPaper(step.step)},
            {"puesto", step.workstation.empty() ? "todos" : step.workstation},
            {"hechos", std::to_string(step.done)},
            {"rechazados", std::to_string(step.refused)},
            {"dudas", std::to_string(step.doubts)},
            {"rendimiento", percentText(yieldOf(step))},
            {"trabajo", secondsText(step.workMedian) + " / " + secondsText(step.workP95)},
            {"espera", secondsText(step.waitingMedian) + " / " + secondsText(step.waitingP95)}};
}

std::string momentOnPaper(const std::string& timestamp) { return dayOnPaper(timestamp) + " " + hourOnPaper(timestamp); }

/// A code in words, where its sentence needs no more than the code; a person's words as they are.
std::string causeOnPaper(const contract::Messages& messages, const std::string& cause) {
    if (cause == "inspection-failed") return "No pasó la inspección";
    const auto sentence = messages.sentenceOf(base::Fault{base::FailureCode{cause}});
    return sentence.find('{') == std::string::npos ? sentence : cause;
}

base::Result<base::Bytes> paperOf(House& house, const ReportLine& request, const LineReported& told, double yield) {
    const auto messages = contract::Messages::load(templatesFolder() / "messages", contract::Language::Spanish);
    ActList steps, refusals, hours;
    for (const auto& step : told.steps) steps.push_back(rowOf(step));
    for (const auto& refusal : told.refusals)
        refusals.push_back(ActMap{{"paso", stepOnPaper(refusal.step)},
                                  {"puesto", refusal.workstation},
                                  {"causa", causeOnPaper(messages, refusal.cause)},
                                  {"cantidad", std::to_string(refusal.count)}});
    for (const auto& hour : told.hours)
        hours.push_back(ActMap{{"hora", momentOnPaper(hour.begin)}, {"liberados", std::to_string(hour.released)}});
    const ActMap values{{"periodo", request.shift ? "Turno del puesto" : "Día"},
                        {"desde", momentOnPaper(told.from)},
                        {"hasta", momentOnPaper(told.until)},
                        {"puesto", request.workstation.empty() ? "Todos" : request.workstation},
                        {"liberados", std::to_string(told.released)},
                        {"rendimiento", percentText(yield)},
                        {"canceladas", std::to_string(told.cancelled)},
                        {"devueltas", std::to_string(told.sentBack)},
                        {"retenciones", std::to_string(told.held)},
                        {"pasos", std::move(steps)},
                        {"rechazos", std::move(refusals)},
                        {"horas", std::move(hours)}};
    return drawPaper(house, "reports/production-report", values, house.clock.now());
}

std::string stepsCsv(const LineReported& told) {
    std::string text =
        "step,workstation,done,refused,doubts,yield,work_median_s,work_p95_s,waiting_median_s,waiting_p95_s\r\n";
    const auto seconds = [](std::int64_t milliseconds) { return static_cast<double>(milliseconds) / 1000; };
    for (const auto& step : told.steps)
        text +=
            fmt::format("{},{},{},{},{},{:.4f},{:.3f},{:.3f},{:.3f},{:.3f}\r\n", step.step, csvField(step.workstation),
                        step.done, step.refused, step.doubts, yieldOf(step), seconds(step.workMedian),
                        seconds(step.workP95), seconds(step.waitingMedian), seconds(step.waitingP95));
    return text;
}

std::string refusalsCsv(const LineReported& told) {
    std::string text = "step,workstation,cause,count\r\n";
    for (const auto& refusal : told.refusals)
        text += fmt::format("{},{},{},{}\r\n", refusal.step, csvField(refusal.workstation), csvField(refusal.cause),
                            refusal.count);
    return text;
}

std::string hoursCsv(const LineReported& told) {
    std::string text = "hour,released\r\n";
    for (const auto& hour : told.hours) text += fmt::format("{},{}\r\n", hour.begin, hour.released);
    return text;
}

}  // namespace

base::Result<LineReported> lineReport(House& house, Call& call, const ReportLine& request) {
    const auto work = workOf(house, call.connection, request);
    if (!work) return work.refusal();
    const auto production = reportLine(call.connection, *work);
    LineReported told;
    told.from = base::formatTimestamp(work->from);
    told.until = base::formatTimestamp(work->until);
    for (const auto* steps : {&production.steps, &production.byWorkstation})
        for (const auto& step : *steps) told.steps.push_back(stepOf(step));
    for (const auto& refusal : production.refusals)
        told.refusals.push_back({std::string{nameOf(refusal.step)}, refusal.workstation, refusal.cause, refusal.count});
    for (const auto& hour : production.hours) told.hours.push_back({base::formatTimestamp(hour.begin), hour.released});
    told.released = production.released;
    told.releasedAtFirst = production.releasedAtFirst;
    told.cancelled = production.cancelled;
    told.held = production.held;
    told.sentBack = production.sentBack;
    if (!request.files) return told;
    auto paper = paperOf(house, request, told, production.firstPassYield());
    if (!paper) return paper.refusal();
    told.files = {{"production-report.pdf", std::move(paper).value()},
                  {"steps.csv", base::bytesOf(stepsCsv(told))},
                  {"refusals.csv", base::bytesOf(refusalsCsv(told))},
                  {"hours.csv", base::bytesOf(hoursCsv(told))}};
    return told;
}

}  // namespace issuance
