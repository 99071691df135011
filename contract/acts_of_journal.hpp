// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"

/// Searching the journal (docs/formats/journal.md).
namespace contract {

/// One entry. `key` is what the list goes on after.
struct JournalLine {
    std::string key;
    std::string time;
    std::string person;  ///< user names
    std::string second;  ///< empty where there was none
    std::string workstation;
    std::string act;
    std::string objectKind;
    std::string object;
    std::string reason;
    TextMap facts;
    static constexpr std::array kFields{field<&JournalLine::key>("key"),
                                        field<&JournalLine::time>("time"),
                                        field<&JournalLine::person>("person"),
                                        field<&JournalLine::second>("second_person"),
                                        field<&JournalLine::workstation>("workstation"),
                                        field<&JournalLine::act>("act"),
                                        field<&JournalLine::objectKind>("object_kind"),
                                        field<&JournalLine::object>("object"),
                                        field<&JournalLine::reason>("reason"),
                                        field<&JournalLine::facts>("facts")};
};

struct JournalListed {
    std::vector<JournalLine> entries;
    static constexpr std::array kFields{field<&JournalListed::entries>("entries")};
};

/// The journal, the newest first, from the entry `after` on; 200 where no limit is given, 1000 at most. `person` (a
/// user name), `act` and `object` (an id: "A0000001") narrow it, and the days `from` and `until` (included, as people
/// in Guatemala write them). Refuses "people.unknown-person", "journal.key-unclear", and what a day is refused for.
struct JournalList {
    static constexpr Declaration kAct{"journal.list", "journal.view", Effect::Reads};
    using Answer = JournalListed;
    std::optional<std::string> person = {};
    std::optional<std::string> act = {};
    std::optional<std::string> object = {};
    std::optional<std::string> from = {};
    std::optional<std::string> until = {};
    std::optional<std::string> after = {};
    std::optional<std::int64_t> limit = {};
    static constexpr std::array kFields{field<&JournalList::person>("person"), field<&JournalList::act>("act"),
                                        field<&JournalList::object>("object"), field<&JournalList::from>("from"),
                                        field<&JournalList::until>("until"),   field<&JournalList::after>("after"),
                                        field<&JournalList::limit>("limit")};
};

using JournalActs = std::tuple<JournalList>;

}  // namespace contract
