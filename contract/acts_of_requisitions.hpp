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
    static constexpr std::array kFields{
        field<&MinimumLine::place>("place"),         field<&MinimumLine::item>("item"),
        field<&MinimumLine::least>("least"),         field<&MinimumLine::usable>("usable"),
        field<&MinimumLine::onTheWay>("on_the_way"), field<&MinimumLine::low>("low")};
};

/// The least that a place should have of an item; 0 ends it.
struct MinimumSet {
    static constexpr Declaration kAct{"minimum.set", "custody.manage", Effect::Changes};
    using Answer = Done;
    std::string place;
    std::string item;
    std::int64_t least = 0;
    static constexpr std::array kFields{field<&MinimumSet::place>("place"), field<&MinimumSet::item>("item"),
                                        field<&MinimumSet::least>("least")};
};

struct MinimumsListed {
    std::vector<MinimumLine> lines;
    static constexpr std::array kFields{field<&MinimumsListed::lines>("lines")};
};

struct MinimumList {
    static constexpr Declaration kAct{"minimum.list", "stock.view", Effect::Reads};
    using Answer = MinimumsListed;
    bool onlyLow = false;
    static constexpr std::array kFields{field<&MinimumList::onlyLow>("only_low")};
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
    std::int64_t moved = 0;  ///< of what is counted by lot: by movements that answer it
    static constexpr std::array kFields{field<&RequisitionLine::requisition>("requisition"),
                                        field<&RequisitionLine::place>("place"),
                                        field<&RequisitionLine::item>("item"),
                                        field<&RequisitionLine::quantity>("quantity"),
                                        field<&RequisitionLine::reason>("reason"),
                                        field<&RequisitionLine::stage>("stage"),
                                        field<&RequisitionLine::requestedAt>("requested_at"),
                                        field<&RequisitionLine::requestedBy>("requested_by"),
                                        field<&RequisitionLine::decidedAt>("decided_at"),
                                        field<&RequisitionLine::decidedBy>("decided_by"),
                                        field<&RequisitionLine::transfer>("transfer"),
                                        field<&RequisitionLine::moved>("moved")};
};

struct RequisitionCreate {
    static constexpr Declaration kAct{"requisition.create", "stock.transfer", Effect::Changes};
    using Answer = RequisitionLine;
    std::string place;
    std::string item;
    std::int64_t quantity = 0;
    std::string reason;
    static constexpr std::array kFields{
        field<&RequisitionCreate::place>("place"), field<&RequisitionCreate::item>("item"),
        field<&RequisitionCreate::quantity>("quantity"), field<&RequisitionCreate::reason>("reason")};
};

/// Becomes a prepared transfer from the place named; what is counted by lot is moved by its custodians afterwards.
struct RequisitionApprove {
    static constexpr Declaration kAct{"requisition.approve", "transfer.approve", Effect::Changes};
    using Answer = RequisitionLine;
    std::string requisition;
    std::string from;
    static constexpr std::array kFields{field<&RequisitionApprove::requisition>("requisition"),
                                        field<&RequisitionApprove::from>("from")};
};

struct RequisitionRefuse {
    static constexpr Declaration kAct{"requisition.refuse", "transfer.approve", Effect::Changes};
    using Answer = Done;
    std::string requisition;
    std::string reason;
    static constexpr std::array kFields{field<&RequisitionRefuse::requisition>("requisition"),
                                        field<&RequisitionRefuse::reason>("reason")};
};

struct RequisitionsListed {
    std::vector<RequisitionLine> requisitions;
    static constexpr std::array kFields{field<&RequisitionsListed::requisitions>("requisitions")};
};

struct RequisitionList {
    static constexpr Declaration kAct{"requisition.list", "stock.view", Effect::Reads};
    using Answer = RequisitionsListed;
    static constexpr std::array<Field, 0> kFields{};
};

using RequisitionActs =
    std::tuple<MinimumSet, MinimumList, RequisitionCreate, RequisitionApprove, RequisitionRefuse, RequisitionList>;

}  // namespace contract
