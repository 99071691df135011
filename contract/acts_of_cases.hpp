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
    static constexpr std::array kFields{
        field<&CaseLine::number>("number"),      field<&CaseLine::kind>("kind"),
        field<&CaseLine::place>("place"),        field<&CaseLine::reference>("reference"),
        field<&CaseLine::state>("state"),        field<&CaseLine::openedAt>("opened_at"),
        field<&CaseLine::openedBy>("opened_by"), field<&CaseLine::deadline>("deadline"),
        field<&CaseLine::overdue>("overdue")};
};

struct CasesListed {
    std::vector<CaseLine> cases;
    static constexpr std::array kFields{field<&CasesListed::cases>("cases")};
};

/// `of`: open, overdue, resolved or all; empty is open. What else is empty does not matter.
struct CaseList {
    static constexpr Declaration kAct{"case.list", "case.view", Effect::Reads};
    using Answer = CasesListed;
    std::string of;
    std::string kind;
    std::string place;
    static constexpr std::array kFields{field<&CaseList::of>("of"), field<&CaseList::kind>("kind"),
                                        field<&CaseList::place>("place")};
};

/// Serials ("A0000001-A0000050") or a lot of an item that is only counted, with what the books say and what was found.
struct CaseMatterLine {
    std::string item;
    std::string serials;
    std::string lot;
    std::int64_t expected = 0;
    std::int64_t found = 0;
    std::string detail;
    static constexpr std::array kFields{
        field<&CaseMatterLine::item>("item"),   field<&CaseMatterLine::serials>("serials"),
        field<&CaseMatterLine::lot>("lot"),     field<&CaseMatterLine::expected>("expected"),
        field<&CaseMatterLine::found>("found"), field<&CaseMatterLine::detail>("detail")};
};

struct CaseNoteLine {
    std::string time;
    std::string person;
    std::string text;
    static constexpr std::array kFields{field<&CaseNoteLine::time>("time"), field<&CaseNoteLine::person>("person"),
                                        field<&CaseNoteLine::text>("text")};
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
    static constexpr std::array kFields{field<&CaseShown::line>("case"),
                                        field<&CaseShown::openedWith>("opened_with"),
                                        field<&CaseShown::reason>("reason"),
                                        field<&CaseShown::matters>("matters"),
                                        field<&CaseShown::notes>("notes"),
                                        field<&CaseShown::resolvedAt>("resolved_at"),
                                        field<&CaseShown::resolvedBy>("resolved_by"),
                                        field<&CaseShown::resolvedWith>("resolved_with"),
                                        field<&CaseShown::resolution>("resolution"),
                                        field<&CaseShown::writtenOff>("written_off")};
};

struct CaseShow {
    static constexpr Declaration kAct{"case.show", "case.view", Effect::Reads};
    using Answer = CaseShown;
    std::string number;
    static constexpr std::array kFields{field<&CaseShow::number>("case")};
};

struct CaseNote {
    static constexpr Declaration kAct{"case.note", "case.note", Effect::Changes};
    using Answer = Done;
    std::string number;
    std::string text;
    static constexpr std::array kFields{field<&CaseNote::number>("case"), field<&CaseNote::text>("text")};
};

/// Two people where it writes something off.
struct CaseResolve {
    static constexpr Declaration kAct{"case.resolve", "case.resolve", Effect::Changes, People::OneOrTwo};
    using Answer = Done;
    std::string number;
    std::string reason;
    static constexpr std::array kFields{field<&CaseResolve::number>("case"), field<&CaseResolve::reason>("reason")};
};

/// Within how many days cases of a kind, opened from now on, have to be resolved.
struct CaseDeadline {
    static constexpr Declaration kAct{"case.deadline", "case.resolve", Effect::Changes};
    using Answer = Done;
    std::string kind;
    std::int64_t days = 0;
    static constexpr std::array kFields{field<&CaseDeadline::kind>("kind"), field<&CaseDeadline::days>("days")};
};

using CaseActs = std::tuple<CaseList, CaseShow, CaseNote, CaseResolve, CaseDeadline>;

}  // namespace contract
