// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Places where blanks stand and the people who answer for them.
namespace contract {

struct PlaceLine {
    std::string place;
    std::string kind;
    std::string name;
    std::string site;
    std::string custodian;
    std::optional<std::int64_t> capacity;
    bool guarded = false;
    bool active = false;
    std::vector<std::string> items;
    static constexpr std::array kFields{
        field<&PlaceLine::place>("place"),         field<&PlaceLine::kind>("kind"),
        field<&PlaceLine::name>("name"),           field<&PlaceLine::site>("site"),
        field<&PlaceLine::custodian>("custodian"), field<&PlaceLine::capacity>("capacity"),
        field<&PlaceLine::guarded>("guarded"),     field<&PlaceLine::active>("active"),
        field<&PlaceLine::items>("items")};
};

struct PlaceAdded {
    std::string place;
    static constexpr std::array kFields{field<&PlaceAdded::place>("place")};
};

/// Opens a place and gives it to a custodian. `key`: the site of a vault or quarantine, the workstation of a
/// workstation's place, else a short id. `items`: the only ones it may hold; empty for all.
struct PlaceAdd {
    static constexpr Declaration kAct{"place.add", "custody.manage", Effect::Changes};
    using Answer = PlaceAdded;
    std::string kind;
    std::string key;
    std::string name;
    std::string site;
    std::string custodian;
    std::optional<std::int64_t> capacity;
    bool guarded = false;
    std::vector<std::string> items;
    static constexpr std::array kFields{
        field<&PlaceAdd::kind>("kind"),           field<&PlaceAdd::key>("key"),
        field<&PlaceAdd::name>("name"),           field<&PlaceAdd::site>("site"),
        field<&PlaceAdd::custodian>("custodian"), field<&PlaceAdd::capacity>("capacity"),
        field<&PlaceAdd::guarded>("guarded"),     field<&PlaceAdd::items>("items")};
};

struct PlacesListed {
    std::vector<PlaceLine> places;
    static constexpr std::array kFields{field<&PlacesListed::places>("places")};
};

struct PlaceList {
    static constexpr Declaration kAct{"place.list", "stock.view", Effect::Reads};
    using Answer = PlacesListed;
    static constexpr std::array<Field, 0> kFields{};
};

struct CustodyLine {
    std::string item;
    std::string state;
    std::int64_t quantity = 0;
    std::vector<std::string> ranges;
    static constexpr std::array kFields{field<&CustodyLine::item>("item"), field<&CustodyLine::state>("state"),
                                        field<&CustodyLine::quantity>("quantity"),
                                        field<&CustodyLine::ranges>("ranges")};
};

/// A place, who answers for it since when, and what stands in it.
struct CustodyShown {
    PlaceLine place;
    std::string since;
    std::int64_t quantity = 0;
    std::vector<CustodyLine> lines;
    static constexpr std::array kFields{field<&CustodyShown::place>("place"), field<&CustodyShown::since>("since"),
                                        field<&CustodyShown::quantity>("quantity"),
                                        field<&CustodyShown::lines>("lines")};
};

struct PlaceShow {
    static constexpr Declaration kAct{"place.show", "stock.view", Effect::Reads};
    using Answer = CustodyShown;
    std::string place;
    static constexpr std::array kFields{field<&PlaceShow::place>("place")};
};

/// Closes a place that holds nothing, for good.
struct PlaceClose {
    static constexpr Declaration kAct{"place.close", "custody.manage", Effect::Changes};
    using Answer = Done;
    std::string place;
    std::string reason;
    static constexpr std::array kFields{field<&PlaceClose::place>("place"), field<&PlaceClose::reason>("reason")};
};

struct HandoverLine {
    std::int64_t number = 0;
    std::string time;
    std::string outgoing;
    std::string incoming;
    std::string person;
    std::string second;
    std::int64_t quantity = 0;
    std::int64_t missing = 0;
    std::int64_t surplus = 0;
    std::string caseId;
    static constexpr std::array kFields{
        field<&HandoverLine::number>("number"),     field<&HandoverLine::time>("time"),
        field<&HandoverLine::outgoing>("outgoing"), field<&HandoverLine::incoming>("incoming"),
        field<&HandoverLine::person>("person"),     field<&HandoverLine::second>("second"),
        field<&HandoverLine::quantity>("quantity"), field<&HandoverLine::missing>("missing"),
        field<&HandoverLine::surplus>("surplus"),   field<&HandoverLine::caseId>("case")};
};

/// Gives a place to another custodian, both present, with what they counted there (serials and ranges).
struct CustodyHandover {
    static constexpr Declaration kAct{"custody.handover", "custody.handover", Effect::Changes, People::Two};
    using Answer = HandoverLine;
    std::string place;
    std::string incoming;
    std::vector<std::string> counted;
    bool openCase = false;  ///< hand over in spite of differences, with a case about them
    static constexpr std::array kFields{
        field<&CustodyHandover::place>("place"), field<&CustodyHandover::incoming>("incoming"),
        field<&CustodyHandover::counted>("counted"), field<&CustodyHandover::openCase>("open_case")};
};

struct CustodyTold {
    std::string place;
    std::vector<HandoverLine> changes;
    static constexpr std::array kFields{field<&CustodyTold::place>("place"), field<&CustodyTold::changes>("changes")};
};

/// Who answered for a place, from when, and what was counted at each change.
struct CustodyHistory {
    static constexpr Declaration kAct{"custody.history", "stock.view", Effect::Reads};
    using Answer = CustodyTold;
    std::string place;
    static constexpr std::array kFields{field<&CustodyHistory::place>("place")};
};

struct CardIssued {
    std::string act;  ///< number of the signed paper
    static constexpr std::array kFields{field<&CardIssued::act>("act")};
};

/// The custody card of a place as a signed paper: what its custodian answers for now.
struct CustodyCard {
    static constexpr Declaration kAct{"custody.card", "custody.handover", Effect::Changes};
    using Answer = CardIssued;
    std::string place;
    static constexpr std::array kFields{field<&CustodyCard::place>("place")};
};

using CustodyActs =
    std::tuple<PlaceAdd, PlaceList, PlaceShow, PlaceClose, CustodyHandover, CustodyHistory, CustodyCard>;

}  // namespace contract
