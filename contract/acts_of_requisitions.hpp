// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// What places should have and ask for.
namespace contract {

struct MinimumLine {
    std::string place;
    std::string item;
    std::int64_t least = 0;
    std::int64_t usable = 0;
    std::int64_t onTheWay = 0;
    bool low = false;
    static constexpr std::tuple kFields{
        Field{"place", &MinimumLine::place},         Field{"item", &MinimumLine::item},
        Field{"least", &MinimumLine::least},         Field{"usable", &MinimumLine::usable},
        Field{"on_the_way", &MinimumLine::onTheWay}, Field{"low", &MinimumLine::low}};
};

/// The least that a place should have of an item; 0 ends it.
struct MinimumSet {
    static constexpr Declaration kAct{"minimum.set", "custody.manage", Effect::Changes};
    using Answer = Done;
    std::string place;
    std::string item;
    std::int64_t least = 0;
    static constexpr std::tuple kFields{Field{"place", &MinimumSet::place}, Field{"item", &MinimumSet::item},
                                        Field{"least", &MinimumSet::least}};
};

struct MinimumsListed {
    std::vector<MinimumLine> lines;
    static constexpr std::tuple kFields{Field{"lines", &MinimumsListed::lines}};
};

struct MinimumList {
    static constexpr Declaration kAct{"minimum.list", "stock.view", Effect::Reads};
    using Answer = MinimumsListed;
    bool onlyLow = false;
    static constexpr std::tuple kFields{Field{"only_low", &MinimumList::onlyLow}};
};

struct RequisitionLine {
    std::string requisition;
    std::string place;
    std::string item;
    std::int64_t quantity = 0;
    std::string reason;
    std::string stage;
    std::string requestedAt;
    std::string requestedBy;
    std::string decidedAt;
    std::string decidedBy;
    std::string transfer;
    static constexpr std::tuple kFields{Field{"requisition", &RequisitionLine::requisition},
                                        Field{"place", &RequisitionLine::place},
                                        Field{"item", &RequisitionLine::item},
                                        Field{"quantity", &RequisitionLine::quantity},
                                        Field{"reason", &RequisitionLine::reason},
                                        Field{"stage", &RequisitionLine::stage},
                                        Field{"requested_at", &RequisitionLine::requestedAt},
                                        Field{"requested_by", &RequisitionLine::requestedBy},
                                        Field{"decided_at", &RequisitionLine::decidedAt},
                                        Field{"decided_by", &RequisitionLine::decidedBy},
                                        Field{"transfer", &RequisitionLine::transfer}};
};

struct RequisitionCreate {
    static constexpr Declaration kAct{"requisition.create", "stock.transfer", Effect::Changes};
    using Answer = RequisitionLine;
    std::string place;
    std::string item;
    std::int64_t quantity = 0;
    std::string reason;
    static constexpr std::tuple kFields{
        Field{"place", &RequisitionCreate::place}, Field{"item", &RequisitionCreate::item},
        Field{"quantity", &RequisitionCreate::quantity}, Field{"reason", &RequisitionCreate::reason}};
};

/// Becomes a prepared transfer from the place named.
struct RequisitionApprove {
    static constexpr Declaration kAct{"requisition.approve", "transfer.approve", Effect::Changes};
    using Answer = RequisitionLine;
    std::string requisition;
    std::string from;
    static constexpr std::tuple kFields{Field{"requisition", &RequisitionApprove::requisition},
                                        Field{"from", &RequisitionApprove::from}};
};

struct RequisitionRefuse {
    static constexpr Declaration kAct{"requisition.refuse", "transfer.approve", Effect::Changes};
    using Answer = Done;
    std::string requisition;
    std::string reason;
    static constexpr std::tuple kFields{Field{"requisition", &RequisitionRefuse::requisition},
                                        Field{"reason", &RequisitionRefuse::reason}};
};

struct RequisitionsListed {
    std::vector<RequisitionLine> requisitions;
    static constexpr std::tuple kFields{Field{"requisitions", &RequisitionsListed::requisitions}};
};

struct RequisitionList {
    static constexpr Declaration kAct{"requisition.list", "stock.view", Effect::Reads};
    using Answer = RequisitionsListed;
    static constexpr std::tuple<> kFields{};
};

using RequisitionActs =
    std::tuple<MinimumSet, MinimumList, RequisitionCreate, RequisitionApprove, RequisitionRefuse, RequisitionList>;

}  // namespace contract
