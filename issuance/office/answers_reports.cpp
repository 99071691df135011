// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_reports.hpp"
#include "inventory/reports/accounting.hpp"
#include "inventory/reports/year.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/line_report.hpp"
#include "issuance/report/production.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

/// Two days, both included, as the moments between which they lie.
struct Days {
    base::Timestamp begin = inventory::beginOfBooks();
    base::Timestamp end = inventory::endOfBooks();
};

base::Result<Days> daysOf(const std::string& from, const std::string& to) {
    const base::Fault bad{"report.bad-period"_code, {{"from", from}, {"to", to}}};
    Days days;
    if (!from.empty()) {
        const auto first = base::parseDate(from);
        if (!first) return bad;
        days.begin = base::Timestamp{std::chrono::sys_days{*first}};
    }
    if (!to.empty()) {
        const auto last = base::parseDate(to);
        if (!last) return bad;
        days.end = base::Timestamp{std::chrono::sys_days{*last} + std::chrono::days{1}};
    }
    if (days.begin >= days.end) return bad;
    return days;
}

bool isPlace(records::Connection& connection, const std::string& place) {
    return connection.queryOne("SELECT 1 FROM stock_place WHERE id = ?1", {place}).has_value();
}

std::vector<base::Fault> faultsOf(House& house, records::Connection& connection, const StockReconcile& request) {
    std::vector<base::Fault> faults;
    if (!request.place.empty() && !isPlace(connection, request.place))
        faults.push_back({"custody.unknown-place"_code, {{"place", request.place}}});
    if (!request.item.empty() && house.items->find(request.item) == nullptr)
        faults.push_back({"stock.unknown-item"_code, {{"item", request.item}}});
    if (const auto days = daysOf(request.from, request.to); !days) faults.push_back(days.refusal().first());
    return faults;
}

std::string serialsOf(const House& house, const inventory::SerialRange& range) {
    const auto* item = house.items->find(range.item);
    return item != nullptr ? inventory::textOf(range, *item)
                           : std::to_string(range.first) + "-" + std::to_string(range.last);
}

ReconciledFlow flowOf(const House& house, const inventory::Flow& flow) {
    ReconciledFlow told{flow.item,          flow.account.place,
                        flow.account.state, std::string{nameOf(flow.direction)},
                        flow.other.place,   flow.other.state,
                        flow.event,         flow.cause,
                        flow.quantity,      {}};
    for (const auto& range : flow.ranges) told.serials.push_back(serialsOf(house, range));
    return told;
}

UnexplainedSerials unexplainedOf(const House& house, const inventory::Difference& difference) {
    const auto held = difference.held.value_or(inventory::Account{});
    const auto entered = difference.entered.value_or(inventory::Account{});
    return {serialsOf(house, difference.range), 0, held.place, held.state, entered.place, entered.state};
}

base::Result<StockReconciled> reconcile(House& house, Call& call, const StockReconcile& request) {
    if (auto faults = faultsOf(house, call.connection, request); !faults.empty())
        return base::Refusal{std::move(faults)};
    const auto days = daysOf(request.from, request.to);
    const auto books = inventory::periodBooks(call.connection, {days->begin, days->end},
                                              {request.place, request.item, request.event, request.serials})
                           .front();
    StockReconciled told;
    told.movements = books.movements;
    told.misdated = books.misdated;
    for (const auto& line : books.accounts)
        told.lines.push_back(
            {line.item, line.account.place, line.account.state, line.opening, line.in, line.out, line.closing});
    for (const auto& flow : books.flows) told.flows.push_back(flowOf(house, flow));
    for (const auto& difference : books.differences) told.unexplained.push_back(unexplainedOf(house, difference));
    for (const auto& broken : books.broken)
        told.unexplained.push_back({serialsOf(house, broken.range), broken.movement, "", "", "", ""});
    return told;
}

ProductionReported production(House& house, Call& call) {
    const auto check = checkProduction(call.connection, *house.items);
    ProductionReported told;
    told.personalised = check.personalised;
    for (const auto& count : check.counts)
        told.lines.push_back({count.kind, count.orders, count.cancelled, count.open, count.released, count.inProduction,
                              count.voided, count.sentBack});
    for (const auto& found : check.disagreements)
        told.findings.push_back({std::string{nameOf(found.fault)}, found.document, found.order, found.serials});
    return told;
}

base::Result<AccountsExported> accounts(House& house, Call& call, const ReportAccounting& request) {
    const auto days = daysOf(request.from, request.to);
    if (!days || request.from.empty() || request.to.empty())
        return base::Fault{"report.bad-period"_code, {{"from", request.from}, {"to", request.to}}};
    if (request.format != "csv" && request.format != "xml")
        return base::Fault{"report.bad-format"_code, {{"format", request.format}}};
    const auto period = inventory::accountingOf(
        inventory::periodBooks(call.connection, {days->begin, days->end}, {}).front(), request.from, request.to);
    return AccountsExported{request.format == "csv" ? inventory::accountingCsv(period, *house.items)
                                                    : inventory::accountingXml(period, *house.items),
                            period.unexplained};
}

YearReportLine lineOf(const std::string& item, std::string month, const inventory::YearCount& count) {
    return {item,       std::move(month), count.received, count.back, count.documents, count.destroyed,
            count.lost, count.spoiled};
}

base::Result<YearReported> year(House& house, Call& call, const ReportYear& request) {
    if (request.year < 2000 || request.year > 9000)
        return base::Fault{"report.bad-year"_code, {{"year", std::to_string(request.year)}}};
    const auto report = inventory::yearReport(call.connection, static_cast<int>(request.year));
    YearReported told{{}, report.unexplained, inventory::yearCsv(report, *house.items)};
    for (const auto& line : report.lines) {
        auto& whole = told.lines.emplace_back(lineOf(line.item, "", line.year));
        whole.opening = line.opening;
        whole.closing = line.closing;
        whole.closingValue = inventory::valueText(house.items->find(line.item), line.closing);
        for (std::size_t month = 0; month < line.months.size(); ++month) {
            const std::string digits = (month < 9 ? "0" : "") + std::to_string(month + 1);
            told.lines.push_back(lineOf(line.item, std::to_string(request.year) + "-" + digits, line.months[month]));
        }
    }
    return told;
}

}  // namespace

void addReportAnswers(ActTable& acts, House& house) {
    acts.answer<StockReconcile>([&house](Call& call, const auto& request) { return reconcile(house, call, request); });
    acts.answer<ReportProduction>([&house](Call& call, const auto&) { return production(house, call); });
    acts.answer<ReportAccounting>([&house](Call& call, const auto& request) { return accounts(house, call, request); });
    acts.answer<ReportLine>([&house](Call& call, const auto& request) { return lineReport(house, call, request); });
    acts.answer<ReportYear>([&house](Call& call, const auto& request) { return year(house, call, request); });
}

}  // namespace issuance
