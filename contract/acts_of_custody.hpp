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
    static constexpr std::tuple kFields{
        Field{"place", &PlaceLine::place},         Field{"kind", &PlaceLine::kind},
        Field{"name", &PlaceLine::name},           Field{"site", &PlaceLine::site},
        Field{"custodian", &PlaceLine::custodian}, Field{"capacity", &PlaceLine::capacity},
        Field{"guarded", &PlaceLine::guarded},     Field{"active", &PlaceLine::active},
        Field{"items", &PlaceLine::items}};
};

struct PlaceAdded {
    std::string place;
    static constexpr std::tuple kFields{Field{"place", &PlaceAdded::place}};
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
    static constexpr std::tuple kFields{
        Field{"kind", &PlaceAdd::kind},           Field{"key", &PlaceAdd::key},
        Field{"name", &PlaceAdd::name},           Field{"site", &PlaceAdd::site},
        Field{"custodian", &PlaceAdd::custodian}, Field{"capacity", &PlaceAdd::capacity},
        Field{"guarded", &PlaceAdd::guarded},     Field{"items", &PlaceAdd::items}};
};

struct PlacesListed {
    std::vector<PlaceLine> places;
    static constexpr std::tuple kFields{Field{"places", &PlacesListed::places}};
};

struct PlaceList {
    static constexpr Declaration kAct{"place.list", "stock.view", Effect::Reads};
    using Answer = PlacesListed;
    static constexpr std::tuple<> kFields{};
};

struct CustodyLine {
    std::string item;
    std::string state;
    std::int64_t quantity = 0;
    std::vector<std::string> ranges;
    static constexpr std::tuple kFields{Field{"item", &CustodyLine::item}, Field{"state", &CustodyLine::state},
                                        Field{"quantity", &CustodyLine::quantity},
                                        Field{"ranges", &CustodyLine::ranges}};
};

/// A place, who answers for it since when, and what stands in it.
struct CustodyShown {
    PlaceLine place;
    std::string since;
    std::int64_t quantity = 0;
    std::vector<CustodyLine> lines;
    static constexpr std::tuple kFields{Field{"place", &CustodyShown::place}, Field{"since", &CustodyShown::since},
                                        Field{"quantity", &CustodyShown::quantity},
                                        Field{"lines", &CustodyShown::lines}};
};

struct PlaceShow {
    static constexpr Declaration kAct{"place.show", "stock.view", Effect::Reads};
    using Answer = CustodyShown;
    std::string place;
    static constexpr std::tuple kFields{Field{"place", &PlaceShow::place}};
};

/// Closes a place that holds nothing, for good.
struct PlaceClose {
    static constexpr Declaration kAct{"place.close", "custody.manage", Effect::Changes};
    using Answer = Done;
    std::string place;
    std::string reason;
    static constexpr std::tuple kFields{Field{"place", &PlaceClose::place}, Field{"reason", &PlaceClose::reason}};
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
    static constexpr std::tuple kFields{
        Field{"number", &HandoverLine::number},     Field{"time", &HandoverLine::time},
        Field{"outgoing", &HandoverLine::outgoing}, Field{"incoming", &HandoverLine::incoming},
        Field{"person", &HandoverLine::person},     Field{"second", &HandoverLine::second},
        Field{"quantity", &HandoverLine::quantity}, Field{"missing", &HandoverLine::missing},
        Field{"surplus", &HandoverLine::surplus},   Field{"case", &HandoverLine::caseId}};
};

/// Gives a place to another custodian, both present, with what they counted there (serials and ranges).
struct CustodyHandover {
    static constexpr Declaration kAct{"custody.handover", "custody.handover", Effect::Changes, People::Two};
    using Answer = HandoverLine;
    std::string place;
    std::string incoming;
    std::vector<std::string> counted;
    bool openCase = false;  ///< hand over in spite of differences, with a case about them
    static constexpr std::tuple kFields{
        Field{"place", &CustodyHandover::place}, Field{"incoming", &CustodyHandover::incoming},
        Field{"counted", &CustodyHandover::counted}, Field{"open_case", &CustodyHandover::openCase}};
};

struct CustodyTold {
    std::string place;
    std::vector<HandoverLine> changes;
    static constexpr std::tuple kFields{Field{"place", &CustodyTold::place}, Field{"changes", &CustodyTold::changes}};
};

/// Who answered for a place, from when, and what was counted at each change.
struct CustodyHistory {
    static constexpr Declaration kAct{"custody.history", "stock.view", Effect::Reads};
    using Answer = CustodyTold;
    std::string place;
    static constexpr std::tuple kFields{Field{"place", &CustodyHistory::place}};
};

struct CardIssued {
    std::string act;  ///< number of the signed paper
    static constexpr std::tuple kFields{Field{"act", &CardIssued::act}};
};

/// The custody card of a place as a signed paper: what its custodian answers for now.
struct CustodyCard {
    static constexpr Declaration kAct{"custody.card", "custody.handover", Effect::Changes};
    using Answer = CardIssued;
    std::string place;
    static constexpr std::tuple kFields{Field{"place", &CustodyCard::place}};
};

using CustodyActs =
    std::tuple<PlaceAdd, PlaceList, PlaceShow, PlaceClose, CustodyHandover, CustodyHistory, CustodyCard>;

}  // namespace contract
