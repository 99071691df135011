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
    static constexpr std::array kFields{
        field<&TransferEventLine::time>("time"),     field<&TransferEventLine::event>("event"),
        field<&TransferEventLine::stage>("stage"),   field<&TransferEventLine::person>("person"),
        field<&TransferEventLine::second>("second"), field<&TransferEventLine::detail>("detail"),
        field<&TransferEventLine::caseId>("case")};
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
    static constexpr std::array kFields{field<&TransferShown::transfer>("transfer"),
                                        field<&TransferShown::from>("from"),
                                        field<&TransferShown::to>("to"),
                                        field<&TransferShown::state>("state"),
                                        field<&TransferShown::stage>("stage"),
                                        field<&TransferShown::reason>("reason"),
                                        field<&TransferShown::requisition>("requisition"),
                                        field<&TransferShown::seal>("seal"),
                                        field<&TransferShown::carrier>("carrier"),
                                        field<&TransferShown::expected>("expected"),
                                        field<&TransferShown::overdue>("overdue"),
                                        field<&TransferShown::quantity>("quantity"),
                                        field<&TransferShown::ranges>("ranges"),
                                        field<&TransferShown::outstanding>("outstanding"),
                                        field<&TransferShown::events>("events"),
                                        field<&TransferShown::manifest>("manifest")};
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
    static constexpr std::array kFields{
        field<&TransferPrepare::from>("from"),    field<&TransferPrepare::to>("to"),
        field<&TransferPrepare::state>("state"),  field<&TransferPrepare::serials>("serials"),
        field<&TransferPrepare::item>("item"),    field<&TransferPrepare::quantity>("quantity"),
        field<&TransferPrepare::reason>("reason")};
};

/// By somebody who did not prepare it.
struct TransferApprove {
    static constexpr Declaration kAct{"transfer.approve", "transfer.approve", Effect::Changes};
    using Answer = TransferShown;
    std::string transfer;
    static constexpr std::array kFields{field<&TransferApprove::transfer>("transfer")};
};

struct TransferSeal {
    static constexpr Declaration kAct{"transfer.seal", "stock.transfer", Effect::Changes};
    using Answer = TransferShown;
    std::string transfer;
    std::string seal;
    static constexpr std::array kFields{field<&TransferSeal::transfer>("transfer"), field<&TransferSeal::seal>("seal")};
};

/// The blanks leave; out of a guarded place with a second person. `expected`: arrival, UTC.
struct TransferDispatch {
    static constexpr Declaration kAct{"transfer.dispatch", "stock.transfer", Effect::Changes, People::OneOrTwo};
    using Answer = TransferShown;
    std::string transfer;
    std::string carrier;
    std::string expected;
    static constexpr std::array kFields{field<&TransferDispatch::transfer>("transfer"),
                                        field<&TransferDispatch::carrier>("carrier"),
                                        field<&TransferDispatch::expected>("expected")};
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
    static constexpr std::array kFields{
        field<&TransferReceive::transfer>("transfer"), field<&TransferReceive::seal>("seal"),
        field<&TransferReceive::sealBroken>("seal_broken"), field<&TransferReceive::openCase>("open_case"),
        field<&TransferReceive::scanned>("scanned")};
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
    static constexpr std::array kFields{
        field<&TransferReturn::transfer>("transfer"),      field<&TransferReturn::seal>("seal"),
        field<&TransferReturn::sealBroken>("seal_broken"), field<&TransferReturn::accepted>("accepted"),
        field<&TransferReturn::returned>("returned"),      field<&TransferReturn::newSeal>("new_seal"),
        field<&TransferReturn::reason>("reason"),          field<&TransferReturn::carrier>("carrier"),
        field<&TransferReturn::expected>("expected")};
};

/// Ends a transfer that has not left.
struct TransferCancel {
    static constexpr Declaration kAct{"transfer.cancel", "stock.transfer", Effect::Changes};
    using Answer = TransferShown;
    std::string transfer;
    std::string reason;
    static constexpr std::array kFields{field<&TransferCancel::transfer>("transfer"),
                                        field<&TransferCancel::reason>("reason")};
};

struct TransfersListed {
    std::vector<TransferShown> transfers;
    static constexpr std::array kFields{field<&TransfersListed::transfers>("transfers")};
};

/// `which`: "open", "overdue" or "all".
struct TransferList {
    static constexpr Declaration kAct{"transfer.list", "stock.view", Effect::Reads};
    using Answer = TransfersListed;
    std::string which;
    static constexpr std::array kFields{field<&TransferList::which>("which")};
};

struct TransferShow {
    static constexpr Declaration kAct{"transfer.show", "stock.view", Effect::Reads};
    using Answer = TransferShown;
    std::string transfer;
    static constexpr std::array kFields{field<&TransferShow::transfer>("transfer")};
};

/// At most so many of an item in one transfer on a route; "*" is any.
struct TransferCap {
    static constexpr Declaration kAct{"transfer.cap", "custody.manage", Effect::Changes};
    using Answer = Done;
    std::string item;
    std::string from;
    std::string to;
    std::int64_t most = 0;
    static constexpr std::array kFields{field<&TransferCap::item>("item"), field<&TransferCap::from>("from"),
                                        field<&TransferCap::to>("to"), field<&TransferCap::most>("most")};
};

using TransferActs = std::tuple<TransferPrepare, TransferApprove, TransferSeal, TransferDispatch, TransferReceive,
                                TransferReturn, TransferCancel, TransferList, TransferShow, TransferCap>;

}  // namespace contract
