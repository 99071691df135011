// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"
#include "contract/fault.hpp"

/// Production orders.
namespace contract {

struct OrderRefused {
    std::string reference;
    std::int64_t line = 0;
    std::vector<FaultLine> faults;
    static constexpr std::array kFields{field<&OrderRefused::reference>("reference"),
                                        field<&OrderRefused::line>("line"), field<&OrderRefused::faults>("faults")};
};

struct OrderTaken {
    std::string order;
    std::string reference;
    std::vector<FaultLine> warnings;
    static constexpr std::array kFields{field<&OrderTaken::order>("order"), field<&OrderTaken::reference>("reference"),
                                        field<&OrderTaken::warnings>("warnings")};
};

struct OrdersImported {
    bool alreadyTaken = false;
    std::vector<OrderTaken> taken;
    std::vector<OrderRefused> refused;
    static constexpr std::array kFields{field<&OrdersImported::alreadyTaken>("already_taken"),
                                        field<&OrdersImported::taken>("taken"),
                                        field<&OrdersImported::refused>("refused")};
};

/// Takes an order file with its detached CMS signature. Warnings (a CUI whose check digit is wrong) refuse the order
/// unless `overrideReason` says why it is taken all the same; that needs the permission "order.override".
struct OrderImport {
    static constexpr Declaration kAct{"order.import", "order.import", Effect::Changes};
    using Answer = OrdersImported;
    base::Bytes file;
    base::Bytes signature;
    std::optional<std::string> overrideReason;
    static constexpr std::array kFields{field<&OrderImport::file>("file"), field<&OrderImport::signature>("signature"),
                                        field<&OrderImport::overrideReason>("override_reason")};
};

struct OrderLine {
    std::string order;
    std::string kind;
    std::string stage;
    std::string standing;
    std::string priority;
    std::string received;
    std::string document;
    std::int64_t attempts = 0;
    std::string due;          ///< day; empty where none is promised
    std::string station;      ///< capture station
    std::string reference;    ///< the station's own id of the order
    std::string reason;       ///< why it is held, or was sent back
    std::string correctedBy;  ///< of an order that was sent back: the one that was sent instead
    std::string blank;        ///< of the document: the booklet or card to look for
    static constexpr std::array kFields{field<&OrderLine::order>("order"),
                                        field<&OrderLine::kind>("kind"),
                                        field<&OrderLine::stage>("stage"),
                                        field<&OrderLine::standing>("standing"),
                                        field<&OrderLine::priority>("priority"),
                                        field<&OrderLine::received>("received"),
                                        field<&OrderLine::document>("document"),
                                        field<&OrderLine::attempts>("attempts"),
                                        field<&OrderLine::due>("due"),
                                        field<&OrderLine::station>("station"),
                                        field<&OrderLine::reference>("reference"),
                                        field<&OrderLine::reason>("reason"),
                                        field<&OrderLine::correctedBy>("corrected_by"),
                                        field<&OrderLine::blank>("blank")};
};

struct OrdersListed {
    std::vector<OrderLine> orders;
    static constexpr std::array kFields{field<&OrdersListed::orders>("orders")};
};

/// Orders from `after` on; `stage` and `standing` narrow the list, and `text`: the beginning of an order's number, or
/// of its document's, of its blank's serial, or of what the capture station calls it (of these three at most a thousand
/// orders each). `sort` is "number" (the usual one), "newest", or among the orders that the line still has "turn" (as
/// the line takes them) and "due" (those that are due on a day). Refuses "order.unknown-stage",
/// "order.unknown-standing", "order.unknown-sort".
struct OrderList {
    static constexpr Declaration kAct{"order.list", "order.view", Effect::Reads};
    using Answer = OrdersListed;
    std::optional<std::string> stage;
    std::optional<std::string> standing;
    std::optional<std::string> after;
    std::optional<std::int64_t> limit;
    std::optional<std::string> text = {};
    std::optional<std::string> sort = {};
    static constexpr std::array kFields{field<&OrderList::stage>("stage"), field<&OrderList::standing>("standing"),
                                        field<&OrderList::after>("after"), field<&OrderList::limit>("limit"),
                                        field<&OrderList::text>("text"),   field<&OrderList::sort>("sort")};
};

struct StageEvent {
    std::string stage;
    std::string began;
    std::string ended;
    std::string outcome;
    std::string cause;
    std::string person;
    std::string workstation;
    std::string blank;
    static constexpr std::array kFields{field<&StageEvent::stage>("stage"),
                                        field<&StageEvent::began>("began"),
                                        field<&StageEvent::ended>("ended"),
                                        field<&StageEvent::outcome>("outcome"),
                                        field<&StageEvent::cause>("cause"),
                                        field<&StageEvent::person>("person"),
                                        field<&StageEvent::workstation>("workstation"),
                                        field<&StageEvent::blank>("blank")};
};

struct OrderShown {
    OrderLine order;
    std::string reference;
    std::string receiptNumber;
    std::string deliverySite;
    std::string holdReason;
    std::vector<StageEvent> stages;
    std::string counter = {};  ///< the workstation that it is kept for while its holder waits
    static constexpr std::array kFields{field<&OrderShown::order>("order"),
                                        field<&OrderShown::counter>("counter"),
                                        field<&OrderShown::reference>("reference"),
                                        field<&OrderShown::receiptNumber>("receipt_number"),
                                        field<&OrderShown::deliverySite>("delivery_site"),
                                        field<&OrderShown::holdReason>("hold_reason"),
                                        field<&OrderShown::stages>("stages")};
};

struct OrderShow {
    static constexpr Declaration kAct{"order.show", "order.view", Effect::Reads};
    using Answer = OrderShown;
    std::string order;
    static constexpr std::array kFields{field<&OrderShow::order>("order")};
};

/// Keeps an order from being worked on.
struct OrderHold {
    static constexpr Declaration kAct{"order.hold", "order.hold", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string reason;
    static constexpr std::array kFields{field<&OrderHold::order>("order"), field<&OrderHold::reason>("reason")};
};

/// Ends a hold.
struct OrderRelease {
    static constexpr Declaration kAct{"order.release", "order.release", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string reason;
    static constexpr std::array kFields{field<&OrderRelease::order>("order"), field<&OrderRelease::reason>("reason")};
};

/// Keeps an order for one workstation, at whose counter its holder waits: it is made there, ahead of the queue, by
/// `line.run` that names it, and by no other. With no workstation named it waits in the queue again. Refuses
/// "order.unknown", "order.counter-reason-missing", "order.ended-already", "order.not-at-counter",
/// "people.unknown-workstation", "line.blank-elsewhere".
struct OrderCounter {
    static constexpr Declaration kAct{"order.counter", "order.counter", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::optional<std::string> workstation;
    std::string reason;
    static constexpr std::array kFields{field<&OrderCounter::order>("order"),
                                        field<&OrderCounter::workstation>("workstation"),
                                        field<&OrderCounter::reason>("reason")};
};

/// Ends an order for good; a blank it holds is spoiled.
struct OrderCancel {
    static constexpr Declaration kAct{"order.cancel", "order.cancel", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string reason;
    static constexpr std::array kFields{field<&OrderCancel::order>("order"), field<&OrderCancel::reason>("reason")};
};

/// Gives an order another lane ("normal", "urgent") or due date (a day from today on; empty for none any more), and so
/// another turn. Refuses "order.unknown", "order.ended", "order.reason-missing", "order.nothing-to-schedule",
/// "order.unknown-priority", "order.due-unclear", "order.due-past".
struct OrderSchedule {
    static constexpr Declaration kAct{"order.schedule", "order.schedule", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::optional<std::string> priority;
    std::optional<std::string> due;
    std::string reason;
    static constexpr std::array kFields{field<&OrderSchedule::order>("order"),
                                        field<&OrderSchedule::priority>("priority"), field<&OrderSchedule::due>("due"),
                                        field<&OrderSchedule::reason>("reason")};
};

/// An order that cannot be made as it came goes back to its capture station, which may send a corrected one under a new
/// id that pays with the same receipt. Ends the order as `order.cancel` does: a blank it holds is spoiled. Refuses
/// "order.unknown", "order.reason-missing", "line.not-allowed".
struct OrderSendBack {
    static constexpr Declaration kAct{"order.send-back", "order.send-back", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string reason;
    static constexpr std::array kFields{field<&OrderSendBack::order>("order"), field<&OrderSendBack::reason>("reason")};
};

}  // namespace contract
