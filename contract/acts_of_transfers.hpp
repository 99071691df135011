// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Blanks that go from one place to another, and what places ask for.
namespace contract {

struct TransferEventLine {
    std::string time;
    std::string event;
    std::string stage;
    std::string person;
    std::string second;
    std::string detail;
    std::string caseId;
    static constexpr std::tuple kFields{
        Field{"time", &TransferEventLine::time},     Field{"event", &TransferEventLine::event},
        Field{"stage", &TransferEventLine::stage},   Field{"person", &TransferEventLine::person},
        Field{"second", &TransferEventLine::second}, Field{"detail", &TransferEventLine::detail},
        Field{"case", &TransferEventLine::caseId}};
};

/// `ranges`: as prepared. `outstanding`: reserved or on the way now. `events`: only of a transfer that is shown.
struct TransferShown {
    std::string transfer;
    std::string from;
    std::string to;
    std::string state;
    std::string stage;
    std::string reason;
    std::string requisition;
    std::string seal;
    std::string carrier;
    std::string expected;
    bool overdue = false;
    std::int64_t quantity = 0;
    std::vector<std::string> ranges;
    std::vector<std::string> outstanding;
    std::vector<TransferEventLine> events;
    std::string manifest = {};  ///< number of the signed paper that travels with it; empty before it leaves
    static constexpr std::tuple kFields{Field{"transfer", &TransferShown::transfer},
                                        Field{"from", &TransferShown::from},
                                        Field{"to", &TransferShown::to},
                                        Field{"state", &TransferShown::state},
                                        Field{"stage", &TransferShown::stage},
                                        Field{"reason", &TransferShown::reason},
                                        Field{"requisition", &TransferShown::requisition},
                                        Field{"seal", &TransferShown::seal},
                                        Field{"carrier", &TransferShown::carrier},
                                        Field{"expected", &TransferShown::expected},
                                        Field{"overdue", &TransferShown::overdue},
                                        Field{"quantity", &TransferShown::quantity},
                                        Field{"ranges", &TransferShown::ranges},
                                        Field{"outstanding", &TransferShown::outstanding},
                                        Field{"events", &TransferShown::events},
                                        Field{"manifest", &TransferShown::manifest}};
};

/// Reserves serials and ranges, or the lowest free `quantity` of an item. `state`: "usable", "spoiled", "annulled" or
/// "expired".
struct TransferPrepare {
    static constexpr Declaration kAct{"transfer.prepare", "stock.transfer", Effect::Changes};
    using Answer = TransferShown;
    std::string from;
    std::string to;
    std::string state;
    std::vector<std::string> serials;
    std::string item;
    std::int64_t quantity = 0;
    std::string reason;
    static constexpr std::tuple kFields{
        Field{"from", &TransferPrepare::from},    Field{"to", &TransferPrepare::to},
        Field{"state", &TransferPrepare::state},  Field{"serials", &TransferPrepare::serials},
        Field{"item", &TransferPrepare::item},    Field{"quantity", &TransferPrepare::quantity},
        Field{"reason", &TransferPrepare::reason}};
};

/// By somebody who did not prepare it.
struct TransferApprove {
    static constexpr Declaration kAct{"transfer.approve", "transfer.approve", Effect::Changes};
    using Answer = TransferShown;
    std::string transfer;
    static constexpr std::tuple kFields{Field{"transfer", &TransferApprove::transfer}};
};

struct TransferSeal {
    static constexpr Declaration kAct{"transfer.seal", "stock.transfer", Effect::Changes};
    using Answer = TransferShown;
    std::string transfer;
    std::string seal;
    static constexpr std::tuple kFields{Field{"transfer", &TransferSeal::transfer}, Field{"seal", &TransferSeal::seal}};
};

/// The blanks leave; out of a guarded place with a second person. `expected`: arrival, UTC.
struct TransferDispatch {
    static constexpr Declaration kAct{"transfer.dispatch", "stock.transfer", Effect::Changes, People::OneOrTwo};
    using Answer = TransferShown;
    std::string transfer;
    std::string carrier;
    std::string expected;
    static constexpr std::tuple kFields{Field{"transfer", &TransferDispatch::transfer},
                                        Field{"carrier", &TransferDispatch::carrier},
                                        Field{"expected", &TransferDispatch::expected}};
};

/// The blanks arrive, each scanned. A broken or other seal, and differences that are taken into a case, need a second
/// person.
struct TransferReceive {
    static constexpr Declaration kAct{"transfer.receive", "stock.transfer", Effect::Changes, People::OneOrTwo};
    using Answer = TransferShown;
    std::string transfer;
    std::string seal;
    bool sealBroken = false;
    bool openCase = false;
    std::vector<std::string> scanned;
    static constexpr std::tuple kFields{
        Field{"transfer", &TransferReceive::transfer}, Field{"seal", &TransferReceive::seal},
        Field{"seal_broken", &TransferReceive::sealBroken}, Field{"open_case", &TransferReceive::openCase},
        Field{"scanned", &TransferReceive::scanned}};
};

/// The receiver keeps `accepted` and sends `returned` back under a new seal; whole and unopened with neither.
struct TransferReturn {
    static constexpr Declaration kAct{"transfer.return", "stock.transfer", Effect::Changes, People::OneOrTwo};
    using Answer = TransferShown;
    std::string transfer;
    std::string seal;
    bool sealBroken = false;
    std::vector<std::string> accepted;
    std::vector<std::string> returned;
    std::string newSeal;
    std::string reason;
    std::string carrier;
    std::string expected;
    static constexpr std::tuple kFields{
        Field{"transfer", &TransferReturn::transfer},      Field{"seal", &TransferReturn::seal},
        Field{"seal_broken", &TransferReturn::sealBroken}, Field{"accepted", &TransferReturn::accepted},
        Field{"returned", &TransferReturn::returned},      Field{"new_seal", &TransferReturn::newSeal},
        Field{"reason", &TransferReturn::reason},          Field{"carrier", &TransferReturn::carrier},
        Field{"expected", &TransferReturn::expected}};
};

/// Ends a transfer that has not left.
struct TransferCancel {
    static constexpr Declaration kAct{"transfer.cancel", "stock.transfer", Effect::Changes};
    using Answer = TransferShown;
    std::string transfer;
    std::string reason;
    static constexpr std::tuple kFields{Field{"transfer", &TransferCancel::transfer},
                                        Field{"reason", &TransferCancel::reason}};
};

struct TransfersListed {
    std::vector<TransferShown> transfers;
    static constexpr std::tuple kFields{Field{"transfers", &TransfersListed::transfers}};
};

/// `which`: "open", "overdue" or "all".
struct TransferList {
    static constexpr Declaration kAct{"transfer.list", "stock.view", Effect::Reads};
    using Answer = TransfersListed;
    std::string which;
    static constexpr std::tuple kFields{Field{"which", &TransferList::which}};
};

struct TransferShow {
    static constexpr Declaration kAct{"transfer.show", "stock.view", Effect::Reads};
    using Answer = TransferShown;
    std::string transfer;
    static constexpr std::tuple kFields{Field{"transfer", &TransferShow::transfer}};
};

/// At most so many of an item in one transfer on a route; "*" is any.
struct TransferCap {
    static constexpr Declaration kAct{"transfer.cap", "custody.manage", Effect::Changes};
    using Answer = Done;
    std::string item;
    std::string from;
    std::string to;
    std::int64_t most = 0;
    static constexpr std::tuple kFields{Field{"item", &TransferCap::item}, Field{"from", &TransferCap::from},
                                        Field{"to", &TransferCap::to}, Field{"most", &TransferCap::most}};
};

using TransferActs = std::tuple<TransferPrepare, TransferApprove, TransferSeal, TransferDispatch, TransferReceive,
                                TransferReturn, TransferCancel, TransferList, TransferShow, TransferCap>;

}  // namespace contract
