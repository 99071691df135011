// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Blanks: receipt, issue, balance, history.
namespace contract {

struct StockReceived {
    std::string receipt;
    std::int64_t quantity = 0;
    std::string act;  ///< number of the signed acceptance act
    static constexpr std::tuple kFields{Field{"receipt", &StockReceived::receipt},
                                        Field{"quantity", &StockReceived::quantity}, Field{"act", &StockReceived::act}};
};

/// Takes a supplier's manifest (XML) into the vault; two custodians.
struct StockReceive {
    static constexpr Declaration kAct{"stock.receive", "stock.receive", Effect::Changes, People::Two};
    using Answer = StockReceived;
    base::Bytes manifest;
    static constexpr std::tuple kFields{Field{"manifest", &StockReceive::manifest}};
};

struct StockIssued {
    std::string shift;
    std::vector<std::string> ranges;
    static constexpr std::tuple kFields{Field{"shift", &StockIssued::shift}, Field{"ranges", &StockIssued::ranges}};
};

/// Issues blanks of an item from the vault to a workstation's open shift; two custodians.
struct StockIssue {
    static constexpr Declaration kAct{"stock.issue", "stock.issue", Effect::Changes, People::Two};
    using Answer = StockIssued;
    std::string item;
    std::int64_t quantity = 0;
    std::string workstation;
    static constexpr std::tuple kFields{Field{"item", &StockIssue::item}, Field{"quantity", &StockIssue::quantity},
                                        Field{"workstation", &StockIssue::workstation}};
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
    static constexpr std::tuple kFields{Field{"workstation", &ShiftClosed::workstation},
                                        Field{"shift", &ShiftClosed::shift},
                                        Field{"issued", &ShiftClosed::issued},
                                        Field{"personalised", &ShiftClosed::personalised},
                                        Field{"spoiled", &ShiftClosed::spoiled},
                                        Field{"returned", &ShiftClosed::returned},
                                        Field{"unexplained", &ShiftClosed::unexplained},
                                        Field{"ranges", &ShiftClosed::ranges},
                                        Field{"act", &ShiftClosed::act},
                                        Field{"cases", &ShiftClosed::cases}};
};

/// Closes a workstation's shift, where every blank issued to it is personalised, spoiled or returned; two custodians.
/// `returned` are serials and ranges, "A0000001" or "A0000001-A0000050".
struct StockClose {
    static constexpr Declaration kAct{"stock.close", "stock.return", Effect::Changes, People::Two};
    using Answer = ShiftClosed;
    std::string workstation;
    std::vector<std::string> returned;
    static constexpr std::tuple kFields{Field{"workstation", &StockClose::workstation},
                                        Field{"returned", &StockClose::returned}};
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
    static constexpr std::tuple kFields{Field{"workstation", &StockCloseShort::workstation},
                                        Field{"returned", &StockCloseShort::returned},
                                        Field{"reason", &StockCloseShort::reason}};
};

struct BalanceLine {
    std::string item;
    std::string place;
    std::string state;
    std::int64_t quantity = 0;
    std::int64_t unexplained = 0;
    std::string lot;  ///< of what is counted
    static constexpr std::tuple kFields{Field{"item", &BalanceLine::item},
                                        Field{"place", &BalanceLine::place},
                                        Field{"state", &BalanceLine::state},
                                        Field{"quantity", &BalanceLine::quantity},
                                        Field{"unexplained", &BalanceLine::unexplained},
                                        Field{"lot", &BalanceLine::lot}};
};

struct StockBalanced {
    std::vector<BalanceLine> lines;
    std::int64_t unexplained = 0;
    static constexpr std::tuple kFields{Field{"lines", &StockBalanced::lines},
                                        Field{"unexplained", &StockBalanced::unexplained}};
};

struct StockBalance {
    static constexpr Declaration kAct{"stock.balance", "stock.view", Effect::Reads};
    using Answer = StockBalanced;
    static constexpr std::tuple<> kFields{};
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
    static constexpr std::tuple kFields{
        Field{"time", &HistoryLine::time},     Field{"event", &HistoryLine::event},
        Field{"place", &HistoryLine::place},   Field{"state", &HistoryLine::state},
        Field{"person", &HistoryLine::person}, Field{"second", &HistoryLine::second},
        Field{"detail", &HistoryLine::detail}, Field{"reference", &HistoryLine::reference},
        Field{"about", &HistoryLine::about}};
};

struct StockHistoryTold {
    std::string serial;
    std::string item;
    std::string state;
    std::string place;
    std::vector<HistoryLine> events;
    static constexpr std::tuple kFields{
        Field{"serial", &StockHistoryTold::serial}, Field{"item", &StockHistoryTold::item},
        Field{"state", &StockHistoryTold::state}, Field{"place", &StockHistoryTold::place},
        Field{"events", &StockHistoryTold::events}};
};

struct StockHistory {
    static constexpr Declaration kAct{"stock.history", "stock.view", Effect::Reads};
    using Answer = StockHistoryTold;
    std::string serial;
    static constexpr std::tuple kFields{Field{"serial", &StockHistory::serial}};
};

struct TextExported {
    std::string text;
    static constexpr std::tuple kFields{Field{"text", &TextExported::text}};
};

/// Every blank with its place and state, as CSV.
struct StockExport {
    static constexpr Declaration kAct{"stock.export", "stock.view", Effect::Reads};
    using Answer = TextExported;
    static constexpr std::tuple<> kFields{};
};

}  // namespace contract
