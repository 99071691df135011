// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Reports over the books: reconciliation of places, production against orders, accounts, the year.
namespace contract {

struct ReconciledLine {
    std::string item;
    std::string place;
    std::string state;
    std::int64_t opening = 0;
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::int64_t closing = 0;
    static constexpr std::tuple kFields{
        Field{"item", &ReconciledLine::item},      Field{"place", &ReconciledLine::place},
        Field{"state", &ReconciledLine::state},    Field{"opening", &ReconciledLine::opening},
        Field{"in", &ReconciledLine::in},          Field{"out", &ReconciledLine::out},
        Field{"closing", &ReconciledLine::closing}};
};

/// What came in ("in") or went out ("out") by one kind of act. `serials` only where they were asked for.
struct ReconciledFlow {
    std::string item;
    std::string place;
    std::string state;
    std::string direction;
    std::string otherPlace;
    std::string otherState;
    std::string event;
    std::string cause;
    std::int64_t quantity = 0;
    std::vector<std::string> serials;
    static constexpr std::tuple kFields{Field{"item", &ReconciledFlow::item},
                                        Field{"place", &ReconciledFlow::place},
                                        Field{"state", &ReconciledFlow::state},
                                        Field{"direction", &ReconciledFlow::direction},
                                        Field{"other_place", &ReconciledFlow::otherPlace},
                                        Field{"other_state", &ReconciledFlow::otherState},
                                        Field{"event", &ReconciledFlow::event},
                                        Field{"cause", &ReconciledFlow::cause},
                                        Field{"quantity", &ReconciledFlow::quantity},
                                        Field{"serials", &ReconciledFlow::serials}};
};

/// Serials that stand elsewhere than their movements say (`movement` 0), or that a movement took from where they did
/// not stand. Place and state are empty where the serials are not in the books.
struct UnexplainedSerials {
    std::string serials;
    std::int64_t movement = 0;
    std::string heldPlace;
    std::string heldState;
    std::string enteredPlace;
    std::string enteredState;
    static constexpr std::tuple kFields{Field{"serials", &UnexplainedSerials::serials},
                                        Field{"movement", &UnexplainedSerials::movement},
                                        Field{"held_place", &UnexplainedSerials::heldPlace},
                                        Field{"held_state", &UnexplainedSerials::heldState},
                                        Field{"entered_place", &UnexplainedSerials::enteredPlace},
                                        Field{"entered_state", &UnexplainedSerials::enteredState}};
};

/// `misdated`: movements that bear a time before the period, because a clock was set back.
struct StockReconciled {
    std::vector<ReconciledLine> lines;
    std::vector<ReconciledFlow> flows;
    std::vector<UnexplainedSerials> unexplained;
    std::int64_t movements = 0;
    std::int64_t misdated = 0;
    static constexpr std::tuple kFields{
        Field{"lines", &StockReconciled::lines}, Field{"flows", &StockReconciled::flows},
        Field{"unexplained", &StockReconciled::unexplained}, Field{"movements", &StockReconciled::movements},
        Field{"misdated", &StockReconciled::misdated}};
};

/// Opening + in − out = closing of a place (or all), from the first day to the last, both included; empty days: from
/// the beginning, until now. `item` and `event` narrow it; with `serials` every flow lists its own.
struct StockReconcile {
    static constexpr Declaration kAct{"stock.reconcile", "stock.view", Effect::Reads};
    using Answer = StockReconciled;
    std::string place;
    std::string from;
    std::string to;
    std::string item;
    std::string event;
    bool serials = false;
    static constexpr std::tuple kFields{
        Field{"place", &StockReconcile::place}, Field{"from", &StockReconcile::from},
        Field{"to", &StockReconcile::to},       Field{"item", &StockReconcile::item},
        Field{"event", &StockReconcile::event}, Field{"serials", &StockReconcile::serials}};
};

struct ProductionLine {
    std::string kind;
    std::int64_t orders = 0;
    std::int64_t cancelled = 0;
    std::int64_t open = 0;
    std::int64_t released = 0;
    std::int64_t inProduction = 0;
    std::int64_t voided = 0;
    static constexpr std::tuple kFields{
        Field{"kind", &ProductionLine::kind},           Field{"orders", &ProductionLine::orders},
        Field{"cancelled", &ProductionLine::cancelled}, Field{"open", &ProductionLine::open},
        Field{"released", &ProductionLine::released},   Field{"in_production", &ProductionLine::inProduction},
        Field{"void", &ProductionLine::voided}};
};

/// What is wrong (a code), and with which document, order and serials; empty where it concerns none.
struct ProductionFinding {
    std::string what;
    std::string document;
    std::string order;
    std::string serials;
    static constexpr std::tuple kFields{
        Field{"what", &ProductionFinding::what}, Field{"document", &ProductionFinding::document},
        Field{"order", &ProductionFinding::order}, Field{"serials", &ProductionFinding::serials}};
};

struct ProductionReported {
    std::vector<ProductionLine> lines;
    std::int64_t personalised = 0;  ///< blanks
    std::vector<ProductionFinding> findings;
    static constexpr std::tuple kFields{Field{"lines", &ProductionReported::lines},
                                        Field{"personalised", &ProductionReported::personalised},
                                        Field{"findings", &ProductionReported::findings}};
};

/// Production against orders: no document without an order and a blank, none extra.
struct ReportProduction {
    static constexpr Declaration kAct{"report.production", "report.view", Effect::Reads};
    using Answer = ProductionReported;
    static constexpr std::tuple<> kFields{};
};

struct AccountsExported {
    std::string text;
    std::int64_t unexplained = 0;
    static constexpr std::tuple kFields{Field{"text", &AccountsExported::text},
                                        Field{"unexplained", &AccountsExported::unexplained}};
};

/// The stock of a period for the accounts, as "csv" or "xml"; both days included.
struct ReportAccounting {
    static constexpr Declaration kAct{"report.accounting", "report.view", Effect::Reads};
    using Answer = AccountsExported;
    std::string from;
    std::string to;
    std::string format;
    static constexpr std::tuple kFields{Field{"from", &ReportAccounting::from}, Field{"to", &ReportAccounting::to},
                                        Field{"format", &ReportAccounting::format}};
};

/// A month ("2026-03"), or the whole year where `month` is empty.
struct YearReportLine {
    std::string item;
    std::string month;
    std::int64_t received = 0;
    std::int64_t back = 0;
    std::int64_t documents = 0;
    std::int64_t destroyed = 0;
    std::int64_t lost = 0;
    std::int64_t spoiled = 0;
    std::int64_t opening = 0;  ///< of the whole year
    std::int64_t closing = 0;
    std::string closingValue = {};
    static constexpr std::tuple kFields{Field{"item", &YearReportLine::item},
                                        Field{"month", &YearReportLine::month},
                                        Field{"received", &YearReportLine::received},
                                        Field{"back", &YearReportLine::back},
                                        Field{"documents", &YearReportLine::documents},
                                        Field{"destroyed", &YearReportLine::destroyed},
                                        Field{"lost", &YearReportLine::lost},
                                        Field{"spoiled", &YearReportLine::spoiled},
                                        Field{"opening", &YearReportLine::opening},
                                        Field{"closing", &YearReportLine::closing},
                                        Field{"closing_value", &YearReportLine::closingValue}};
};

struct YearReported {
    std::vector<YearReportLine> lines;
    std::int64_t unexplained = 0;
    std::string csv;
    static constexpr std::tuple kFields{Field{"lines", &YearReported::lines},
                                        Field{"unexplained", &YearReported::unexplained},
                                        Field{"csv", &YearReported::csv}};
};

struct ReportYear {
    static constexpr Declaration kAct{"report.year", "report.view", Effect::Reads};
    using Answer = YearReported;
    std::int64_t year = 0;
    static constexpr std::tuple kFields{Field{"year", &ReportYear::year}};
};

using ReportActs = std::tuple<StockReconcile, ReportProduction, ReportAccounting, ReportYear>;

}  // namespace contract
