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
    static constexpr std::tuple kFields{Field{"reference", &OrderRefused::reference},
                                        Field{"line", &OrderRefused::line}, Field{"faults", &OrderRefused::faults}};
};

struct OrderTaken {
    std::string order;
    std::string reference;
    std::vector<FaultLine> warnings;
    static constexpr std::tuple kFields{Field{"order", &OrderTaken::order}, Field{"reference", &OrderTaken::reference},
                                        Field{"warnings", &OrderTaken::warnings}};
};

struct OrdersImported {
    bool alreadyTaken = false;
    std::vector<OrderTaken> taken;
    std::vector<OrderRefused> refused;
    static constexpr std::tuple kFields{Field{"already_taken", &OrdersImported::alreadyTaken},
                                        Field{"taken", &OrdersImported::taken},
                                        Field{"refused", &OrdersImported::refused}};
};

/// Takes an order file with its detached CMS signature. Warnings (a CUI whose check digit is wrong) refuse the order
/// unless `overrideReason` says why it is taken all the same; that needs the permission "order.override".
struct OrderImport {
    static constexpr Declaration kAct{"order.import", "order.import", Effect::Changes};
    using Answer = OrdersImported;
    base::Bytes file;
    base::Bytes signature;
    std::optional<std::string> overrideReason;
    static constexpr std::tuple kFields{Field{"file", &OrderImport::file}, Field{"signature", &OrderImport::signature},
                                        Field{"override_reason", &OrderImport::overrideReason}};
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
    static constexpr std::tuple kFields{
        Field{"order", &OrderLine::order},       Field{"kind", &OrderLine::kind},
        Field{"stage", &OrderLine::stage},       Field{"standing", &OrderLine::standing},
        Field{"priority", &OrderLine::priority}, Field{"received", &OrderLine::received},
        Field{"document", &OrderLine::document}, Field{"attempts", &OrderLine::attempts}};
};

struct OrdersListed {
    std::vector<OrderLine> orders;
    static constexpr std::tuple kFields{Field{"orders", &OrdersListed::orders}};
};

/// Orders in the order of their numbers, from `after` on; `stage` and `standing` narrow the list.
struct OrderList {
    static constexpr Declaration kAct{"order.list", "order.view", Effect::Reads};
    using Answer = OrdersListed;
    std::optional<std::string> stage;
    std::optional<std::string> standing;
    std::optional<std::string> after;
    std::optional<std::int64_t> limit;
    static constexpr std::tuple kFields{Field{"stage", &OrderList::stage}, Field{"standing", &OrderList::standing},
                                        Field{"after", &OrderList::after}, Field{"limit", &OrderList::limit}};
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
    static constexpr std::tuple kFields{Field{"stage", &StageEvent::stage},
                                        Field{"began", &StageEvent::began},
                                        Field{"ended", &StageEvent::ended},
                                        Field{"outcome", &StageEvent::outcome},
                                        Field{"cause", &StageEvent::cause},
                                        Field{"person", &StageEvent::person},
                                        Field{"workstation", &StageEvent::workstation},
                                        Field{"blank", &StageEvent::blank}};
};

struct OrderShown {
    OrderLine order;
    std::string reference;
    std::string receiptNumber;
    std::string deliverySite;
    std::string holdReason;
    std::vector<StageEvent> stages;
    static constexpr std::tuple kFields{Field{"order", &OrderShown::order},
                                        Field{"reference", &OrderShown::reference},
                                        Field{"receipt_number", &OrderShown::receiptNumber},
                                        Field{"delivery_site", &OrderShown::deliverySite},
                                        Field{"hold_reason", &OrderShown::holdReason},
                                        Field{"stages", &OrderShown::stages}};
};

struct OrderShow {
    static constexpr Declaration kAct{"order.show", "order.view", Effect::Reads};
    using Answer = OrderShown;
    std::string order;
    static constexpr std::tuple kFields{Field{"order", &OrderShow::order}};
};

/// Keeps an order from being worked on.
struct OrderHold {
    static constexpr Declaration kAct{"order.hold", "order.hold", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string reason;
    static constexpr std::tuple kFields{Field{"order", &OrderHold::order}, Field{"reason", &OrderHold::reason}};
};

/// Ends a hold.
struct OrderRelease {
    static constexpr Declaration kAct{"order.release", "order.release", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string reason;
    static constexpr std::tuple kFields{Field{"order", &OrderRelease::order}, Field{"reason", &OrderRelease::reason}};
};

/// Ends an order for good; a blank it holds is spoiled.
struct OrderCancel {
    static constexpr Declaration kAct{"order.cancel", "order.cancel", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string reason;
    static constexpr std::tuple kFields{Field{"order", &OrderCancel::order}, Field{"reason", &OrderCancel::reason}};
};

}  // namespace contract
