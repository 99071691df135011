// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Blanks: receipt, issue, balance, history.
namespace contract {

struct StockReceived {
    std::string receipt;
    std::int64_t quantity = 0;
    std::string act;  ///< number of the signed acceptance act
    static constexpr std::array kFields{field<&StockReceived::receipt>("receipt"),
                                        field<&StockReceived::quantity>("quantity"), field<&StockReceived::act>("act")};
};

/// Takes a supplier's manifest (XML) into the vault; two custodians.
struct StockReceive {
    static constexpr Declaration kAct{"stock.receive", "stock.receive", Effect::Changes, People::Two};
    using Answer = StockReceived;
    base::Bytes manifest;
    static constexpr std::array kFields{field<&StockReceive::manifest>("manifest")};
};

struct StockIssued {
    std::string shift;
    std::vector<std::string> ranges;
    static constexpr std::array kFields{field<&StockIssued::shift>("shift"), field<&StockIssued::ranges>("ranges")};
};

/// Issues blanks of an item from the vault to a workstation's open shift; two custodians.
struct StockIssue {
    static constexpr Declaration kAct{"stock.issue", "stock.issue", Effect::Changes, People::Two};
    using Answer = StockIssued;
    std::string item;
    std::int64_t quantity = 0;
    std::string workstation;
    static constexpr std::array kFields{field<&StockIssue::item>("item"), field<&StockIssue::quantity>("quantity"),
                                        field<&StockIssue::workstation>("workstation")};
};

/// What became of the blanks that were issued to a shift. `ranges` are those that went back to the vault.
struct ShiftClosed {
    std::string workstation;
    std::string shift;
    std::int64_t issued = 0;
    std::int64_t personalised = 0;
    std::int64_t spoiled = 0;
    std::int64_t returned = 0;
    std::int64_t unexplained = 0;
    std::vector<std::string> ranges;
    std::string act = {};            ///< number of the signed reconciliation
    std::vector<std::string> cases;  ///< that answer for what is unexplained
    static constexpr std::array kFields{field<&ShiftClosed::workstation>("workstation"),
                                        field<&ShiftClosed::shift>("shift"),
                                        field<&ShiftClosed::issued>("issued"),
                                        field<&ShiftClosed::personalised>("personalised"),
                                        field<&ShiftClosed::spoiled>("spoiled"),
                                        field<&ShiftClosed::returned>("returned"),
                                        field<&ShiftClosed::unexplained>("unexplained"),
                                        field<&ShiftClosed::ranges>("ranges"),
                                        field<&ShiftClosed::act>("act"),
                                        field<&ShiftClosed::cases>("cases")};
};

/// Closes a workstation's shift, where every blank issued to it is personalised, spoiled or returned; two custodians.
/// `returned` are serials and ranges, "A0000001" or "A0000001-A0000050".
struct StockClose {
    static constexpr Declaration kAct{"stock.close", "stock.return", Effect::Changes, People::Two};
    using Answer = ShiftClosed;
    std::string workstation;
    std::vector<std::string> returned;
    static constexpr std::array kFields{field<&StockClose::workstation>("workstation"),
                                        field<&StockClose::returned>("returned")};
};

/// Closes a shift that lacks blanks: a custodian counts with the supervisor, who consents. What nobody brought is
/// missing from then on, under a discrepancy case.
struct StockCloseShort {
    static constexpr Declaration kAct{"stock.close-short", "stock.return", Effect::Changes, People::Two,
                                      "stock.close-short"};
    using Answer = ShiftClosed;
    std::string workstation;
    std::vector<std::string> returned;
    std::string reason;
    static constexpr std::array kFields{field<&StockCloseShort::workstation>("workstation"),
                                        field<&StockCloseShort::returned>("returned"),
                                        field<&StockCloseShort::reason>("reason")};
};

struct BalanceLine {
    std::string item;
    std::string place;
    std::string state;
    std::int64_t quantity = 0;
    std::int64_t unexplained = 0;
    std::string lot;  ///< of what is counted
    static constexpr std::array kFields{field<&BalanceLine::item>("item"),
                                        field<&BalanceLine::place>("place"),
                                        field<&BalanceLine::state>("state"),
                                        field<&BalanceLine::quantity>("quantity"),
                                        field<&BalanceLine::unexplained>("unexplained"),
                                        field<&BalanceLine::lot>("lot")};
};

struct StockBalanced {
    std::vector<BalanceLine> lines;
    std::int64_t unexplained = 0;
    static constexpr std::array kFields{field<&StockBalanced::lines>("lines"),
                                        field<&StockBalanced::unexplained>("unexplained")};
};

struct StockBalance {
    static constexpr Declaration kAct{"stock.balance", "stock.view", Effect::Reads};
    using Answer = StockBalanced;
    static constexpr std::array<Field, 0> kFields{};
};

struct HistoryLine {
    std::string time;
    std::string event;
    std::string place;
    std::string state;
    std::string person;
    std::string second;
    std::string detail;
    std::string reference;  ///< "receipt:<id>", "shift:<id>", …; empty where it belongs to nothing
    std::string about;      ///< what people know of the reference, or of the order or document in the detail
    static constexpr std::array kFields{
        field<&HistoryLine::time>("time"),     field<&HistoryLine::event>("event"),
        field<&HistoryLine::place>("place"),   field<&HistoryLine::state>("state"),
        field<&HistoryLine::person>("person"), field<&HistoryLine::second>("second"),
        field<&HistoryLine::detail>("detail"), field<&HistoryLine::reference>("reference"),
        field<&HistoryLine::about>("about")};
};

struct StockHistoryTold {
    std::string serial;
    std::string item;
    std::string state;
    std::string place;
    std::vector<HistoryLine> events;
    std::string chipIdentity;  ///< of its chip, once it was about to be written; hexadecimal
    static constexpr std::array kFields{
        field<&StockHistoryTold::serial>("serial"), field<&StockHistoryTold::item>("item"),
        field<&StockHistoryTold::state>("state"),   field<&StockHistoryTold::place>("place"),
        field<&StockHistoryTold::events>("events"), field<&StockHistoryTold::chipIdentity>("chip_identity")};
};

struct StockHistory {
    static constexpr Declaration kAct{"stock.history", "stock.view", Effect::Reads};
    using Answer = StockHistoryTold;
    std::string serial;
    static constexpr std::array kFields{field<&StockHistory::serial>("serial")};
};

struct TextExported {
    std::string text;
    static constexpr std::array kFields{field<&TextExported::text>("text")};
};

/// Every blank with its place and state, as CSV.
struct StockExport {
    static constexpr Declaration kAct{"stock.export", "stock.view", Effect::Reads};
    using Answer = TextExported;
    static constexpr std::array<Field, 0> kFields{};
};

}  // namespace contract
