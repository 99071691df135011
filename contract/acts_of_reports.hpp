// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"

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
    static constexpr std::array kFields{
        field<&ReconciledLine::item>("item"),      field<&ReconciledLine::place>("place"),
        field<&ReconciledLine::state>("state"),    field<&ReconciledLine::opening>("opening"),
        field<&ReconciledLine::in>("in"),          field<&ReconciledLine::out>("out"),
        field<&ReconciledLine::closing>("closing")};
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
    static constexpr std::array kFields{field<&ReconciledFlow::item>("item"),
                                        field<&ReconciledFlow::place>("place"),
                                        field<&ReconciledFlow::state>("state"),
                                        field<&ReconciledFlow::direction>("direction"),
                                        field<&ReconciledFlow::otherPlace>("other_place"),
                                        field<&ReconciledFlow::otherState>("other_state"),
                                        field<&ReconciledFlow::event>("event"),
                                        field<&ReconciledFlow::cause>("cause"),
                                        field<&ReconciledFlow::quantity>("quantity"),
                                        field<&ReconciledFlow::serials>("serials")};
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
    static constexpr std::array kFields{field<&UnexplainedSerials::serials>("serials"),
                                        field<&UnexplainedSerials::movement>("movement"),
                                        field<&UnexplainedSerials::heldPlace>("held_place"),
                                        field<&UnexplainedSerials::heldState>("held_state"),
                                        field<&UnexplainedSerials::enteredPlace>("entered_place"),
                                        field<&UnexplainedSerials::enteredState>("entered_state")};
};

/// `misdated`: movements that bear a time before the period, because a clock was set back.
struct StockReconciled {
    std::vector<ReconciledLine> lines;
    std::vector<ReconciledFlow> flows;
    std::vector<UnexplainedSerials> unexplained;
    std::int64_t movements = 0;
    std::int64_t misdated = 0;
    static constexpr std::array kFields{
        field<&StockReconciled::lines>("lines"), field<&StockReconciled::flows>("flows"),
        field<&StockReconciled::unexplained>("unexplained"), field<&StockReconciled::movements>("movements"),
        field<&StockReconciled::misdated>("misdated")};
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
    static constexpr std::array kFields{
        field<&StockReconcile::place>("place"), field<&StockReconcile::from>("from"),
        field<&StockReconcile::to>("to"),       field<&StockReconcile::item>("item"),
        field<&StockReconcile::event>("event"), field<&StockReconcile::serials>("serials")};
};

struct ProductionLine {
    std::string kind;
    std::int64_t orders = 0;
    std::int64_t cancelled = 0;
    std::int64_t open = 0;
    std::int64_t released = 0;
    std::int64_t inProduction = 0;
    std::int64_t voided = 0;
    std::int64_t sentBack = 0;
    static constexpr std::array kFields{
        field<&ProductionLine::kind>("kind"),           field<&ProductionLine::orders>("orders"),
        field<&ProductionLine::cancelled>("cancelled"), field<&ProductionLine::open>("open"),
        field<&ProductionLine::released>("released"),   field<&ProductionLine::inProduction>("in_production"),
        field<&ProductionLine::voided>("void"),         field<&ProductionLine::sentBack>("sent_back")};
};

/// What is wrong (a code), and with which document, order and serials; empty where it concerns none.
struct ProductionFinding {
    std::string what;
    std::string document;
    std::string order;
    std::string serials;
    static constexpr std::array kFields{
        field<&ProductionFinding::what>("what"), field<&ProductionFinding::document>("document"),
        field<&ProductionFinding::order>("order"), field<&ProductionFinding::serials>("serials")};
};

struct ProductionReported {
    std::vector<ProductionLine> lines;
    std::int64_t personalised = 0;  ///< blanks
    std::vector<ProductionFinding> findings;
    static constexpr std::array kFields{field<&ProductionReported::lines>("lines"),
                                        field<&ProductionReported::personalised>("personalised"),
                                        field<&ProductionReported::findings>("findings")};
};

/// Production against orders: no document without an order and a blank, none extra.
struct ReportProduction {
    static constexpr Declaration kAct{"report.production", "report.view", Effect::Reads};
    using Answer = ProductionReported;
    static constexpr std::array<Field, 0> kFields{};
};

struct AccountsExported {
    std::string text;
    std::int64_t unexplained = 0;
    static constexpr std::array kFields{field<&AccountsExported::text>("text"),
                                        field<&AccountsExported::unexplained>("unexplained")};
};

/// The stock of a period for the accounts, as "csv" or "xml"; both days included.
struct ReportAccounting {
    static constexpr Declaration kAct{"report.accounting", "report.view", Effect::Reads};
    using Answer = AccountsExported;
    std::string from;
    std::string to;
    std::string format;
    static constexpr std::array kFields{field<&ReportAccounting::from>("from"), field<&ReportAccounting::to>("to"),
                                        field<&ReportAccounting::format>("format")};
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
    static constexpr std::array kFields{field<&YearReportLine::item>("item"),
                                        field<&YearReportLine::month>("month"),
                                        field<&YearReportLine::received>("received"),
                                        field<&YearReportLine::back>("back"),
                                        field<&YearReportLine::documents>("documents"),
                                        field<&YearReportLine::destroyed>("destroyed"),
                                        field<&YearReportLine::lost>("lost"),
                                        field<&YearReportLine::spoiled>("spoiled"),
                                        field<&YearReportLine::opening>("opening"),
                                        field<&YearReportLine::closing>("closing"),
                                        field<&YearReportLine::closingValue>("closing_value")};
};

struct YearReported {
    std::vector<YearReportLine> lines;
    std::int64_t unexplained = 0;
    std::string csv;
    static constexpr std::array kFields{field<&YearReported::lines>("lines"),
                                        field<&YearReported::unexplained>("unexplained"),
                                        field<&YearReported::csv>("csv")};
};

struct ReportYear {
    static constexpr Declaration kAct{"report.year", "report.view", Effect::Reads};
    using Answer = YearReported;
    std::int64_t year = 0;
    static constexpr std::array kFields{field<&ReportYear::year>("year")};
};

/// One step of the line ("clear" to "release"), at one workstation or, where that is empty, at all. Times in
/// milliseconds: of half of the passes at most `median`, of nineteen of twenty at most `p95`.
struct LineStepReported {
    std::string step;
    std::string workstation;
    std::int64_t done = 0;
    std::int64_t refused = 0;
    std::int64_t doubts = 0;  ///< times that a person had to say how it ended
    std::int64_t workMedian = 0;
    std::int64_t workP95 = 0;
    std::int64_t waitingMedian = 0;
    std::int64_t waitingP95 = 0;
    static constexpr std::array kFields{field<&LineStepReported::step>("step"),
                                        field<&LineStepReported::workstation>("workstation"),
                                        field<&LineStepReported::done>("done"),
                                        field<&LineStepReported::refused>("refused"),
                                        field<&LineStepReported::doubts>("doubts"),
                                        field<&LineStepReported::workMedian>("work_median"),
                                        field<&LineStepReported::workP95>("work_p95"),
                                        field<&LineStepReported::waitingMedian>("waiting_median"),
                                        field<&LineStepReported::waitingP95>("waiting_p95")};
};

struct LineRefusals {
    std::string step;
    std::string workstation;
    std::string cause;
    std::int64_t count = 0;
    static constexpr std::array kFields{field<&LineRefusals::step>("step"),
                                        field<&LineRefusals::workstation>("workstation"),
                                        field<&LineRefusals::cause>("cause"), field<&LineRefusals::count>("count")};
};

struct LineHour {
    std::string begin;
    std::int64_t released = 0;
    static constexpr std::array kFields{field<&LineHour::begin>("begin"), field<&LineHour::released>("released")};
};

struct LineReported {
    std::string from;
    std::string until;
    std::vector<LineStepReported> steps;
    std::vector<LineRefusals> refusals;
    std::vector<LineHour> hours;  ///< in which documents were released
    std::int64_t released = 0;
    std::int64_t releasedAtFirst = 0;  ///< made of the first blank
    std::int64_t cancelled = 0;
    std::int64_t held = 0;
    std::vector<NamedFile> files;  ///< PDF and CSV, where asked for
    std::int64_t sentBack = 0;     ///< orders
    static constexpr std::array kFields{field<&LineReported::from>("from"),
                                        field<&LineReported::until>("until"),
                                        field<&LineReported::steps>("steps"),
                                        field<&LineReported::refusals>("refusals"),
                                        field<&LineReported::hours>("hours"),
                                        field<&LineReported::released>("released"),
                                        field<&LineReported::releasedAtFirst>("released_at_first"),
                                        field<&LineReported::cancelled>("cancelled"),
                                        field<&LineReported::held>("held"),
                                        field<&LineReported::files>("files"),
                                        field<&LineReported::sentBack>("sent_back")};
};

/// What the line did on a day of Guatemala (UTC-6; today where none is named), at one workstation or all; with `shift`
/// in the workstation's shift that was opened last, up to that day. Refuses "report.bad-period",
/// "people.unknown-workstation", "report.shift-of-nobody", "report.no-shift".
struct ReportLine {
    static constexpr Declaration kAct{"report.line", "report.view", Effect::Reads};
    using Answer = LineReported;
    std::string day;
    std::string workstation;
    bool shift = false;
    bool files = false;
    static constexpr std::array kFields{field<&ReportLine::day>("day"), field<&ReportLine::workstation>("workstation"),
                                        field<&ReportLine::shift>("shift"), field<&ReportLine::files>("files")};
};

using ReportActs = std::tuple<StockReconcile, ReportProduction, ReportAccounting, ReportYear, ReportLine>;

}  // namespace contract
