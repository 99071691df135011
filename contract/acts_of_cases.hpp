// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Cases: what did not come out as the books say, until somebody answers for it.
namespace contract {

struct CaseLine {
    std::string number;
    std::string kind;  ///< discrepancy, missing, stolen, supplier_claim
    std::string place;
    std::string reference;
    std::string state;  ///< open, resolved
    std::string openedAt;
    std::string openedBy;
    std::string deadline;
    bool overdue = false;
    static constexpr std::tuple kFields{
        Field{"number", &CaseLine::number},      Field{"kind", &CaseLine::kind},
        Field{"place", &CaseLine::place},        Field{"reference", &CaseLine::reference},
        Field{"state", &CaseLine::state},        Field{"opened_at", &CaseLine::openedAt},
        Field{"opened_by", &CaseLine::openedBy}, Field{"deadline", &CaseLine::deadline},
        Field{"overdue", &CaseLine::overdue}};
};

struct CasesListed {
    std::vector<CaseLine> cases;
    static constexpr std::tuple kFields{Field{"cases", &CasesListed::cases}};
};

/// `of`: open, overdue, resolved or all; empty is open. What else is empty does not matter.
struct CaseList {
    static constexpr Declaration kAct{"case.list", "case.view", Effect::Reads};
    using Answer = CasesListed;
    std::string of;
    std::string kind;
    std::string place;
    static constexpr std::tuple kFields{Field{"of", &CaseList::of}, Field{"kind", &CaseList::kind},
                                        Field{"place", &CaseList::place}};
};

/// Serials ("A0000001-A0000050") or a lot of an item that is only counted, with what the books say and what was found.
struct CaseMatterLine {
    std::string item;
    std::string serials;
    std::string lot;
    std::int64_t expected = 0;
    std::int64_t found = 0;
    std::string detail;
    static constexpr std::tuple kFields{
        Field{"item", &CaseMatterLine::item},   Field{"serials", &CaseMatterLine::serials},
        Field{"lot", &CaseMatterLine::lot},     Field{"expected", &CaseMatterLine::expected},
        Field{"found", &CaseMatterLine::found}, Field{"detail", &CaseMatterLine::detail}};
};

struct CaseNoteLine {
    std::string time;
    std::string person;
    std::string text;
    static constexpr std::tuple kFields{Field{"time", &CaseNoteLine::time}, Field{"person", &CaseNoteLine::person},
                                        Field{"text", &CaseNoteLine::text}};
};

/// What is said of the resolution is empty while the case is open.
struct CaseShown {
    CaseLine line;
    std::string openedWith;
    std::string reason;
    std::vector<CaseMatterLine> matters = {};
    std::vector<CaseNoteLine> notes = {};
    std::string resolvedAt = {};
    std::string resolvedBy = {};
    std::string resolvedWith = {};
    std::string resolution = {};
    bool writtenOff = false;
    static constexpr std::tuple kFields{Field{"case", &CaseShown::line},
                                        Field{"opened_with", &CaseShown::openedWith},
                                        Field{"reason", &CaseShown::reason},
                                        Field{"matters", &CaseShown::matters},
                                        Field{"notes", &CaseShown::notes},
                                        Field{"resolved_at", &CaseShown::resolvedAt},
                                        Field{"resolved_by", &CaseShown::resolvedBy},
                                        Field{"resolved_with", &CaseShown::resolvedWith},
                                        Field{"resolution", &CaseShown::resolution},
                                        Field{"written_off", &CaseShown::writtenOff}};
};

struct CaseShow {
    static constexpr Declaration kAct{"case.show", "case.view", Effect::Reads};
    using Answer = CaseShown;
    std::string number;
    static constexpr std::tuple kFields{Field{"case", &CaseShow::number}};
};

struct CaseNote {
    static constexpr Declaration kAct{"case.note", "case.note", Effect::Changes};
    using Answer = Done;
    std::string number;
    std::string text;
    static constexpr std::tuple kFields{Field{"case", &CaseNote::number}, Field{"text", &CaseNote::text}};
};

/// Two people where it writes something off.
struct CaseResolve {
    static constexpr Declaration kAct{"case.resolve", "case.resolve", Effect::Changes, People::OneOrTwo};
    using Answer = Done;
    std::string number;
    std::string reason;
    static constexpr std::tuple kFields{Field{"case", &CaseResolve::number}, Field{"reason", &CaseResolve::reason}};
};

/// Within how many days cases of a kind, opened from now on, have to be resolved.
struct CaseDeadline {
    static constexpr Declaration kAct{"case.deadline", "case.resolve", Effect::Changes};
    using Answer = Done;
    std::string kind;
    std::int64_t days = 0;
    static constexpr std::tuple kFields{Field{"kind", &CaseDeadline::kind}, Field{"days", &CaseDeadline::days}};
};

using CaseActs = std::tuple<CaseList, CaseShow, CaseNote, CaseResolve, CaseDeadline>;

}  // namespace contract
