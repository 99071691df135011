// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Sites and the workstations that stand there.
namespace contract {

/// A new site. Ids are short and chosen by the house: letters, digits, hyphens, dots and underscores, at most 32.
struct SiteCreate {
    static constexpr Declaration kAct{"site.create", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string site;
    std::string name;
    static constexpr std::array kFields{field<&SiteCreate::site>("site"), field<&SiteCreate::name>("name")};
};

/// Closes a site for good; refused while active workstations stand there.
struct SiteClose {
    static constexpr Declaration kAct{"site.close", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string site;
    std::string reason;
    static constexpr std::array kFields{field<&SiteClose::site>("site"), field<&SiteClose::reason>("reason")};
};

struct SiteLine {
    std::string site;
    std::string name;
    std::int64_t workstations = 0;  ///< those that are active
    bool active = false;
    static constexpr std::array kFields{field<&SiteLine::site>("site"), field<&SiteLine::name>("name"),
                                        field<&SiteLine::workstations>("workstations"),
                                        field<&SiteLine::active>("active")};
};

struct SitesListed {
    std::vector<SiteLine> sites;
    static constexpr std::array kFields{field<&SitesListed::sites>("sites")};
};

struct SiteList {
    static constexpr Declaration kAct{"site.list", "site.view", Effect::Reads};
    using Answer = SitesListed;
    static constexpr std::array<Field, 0> kFields{};
};

struct WorkstationCreate {
    static constexpr Declaration kAct{"workstation.create", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string workstation;
    std::string name;
    std::string site;
    static constexpr std::array kFields{field<&WorkstationCreate::workstation>("workstation"),
                                        field<&WorkstationCreate::name>("name"),
                                        field<&WorkstationCreate::site>("site")};
};

/// Closes a workstation for good and ends the sessions there; refused while its shift is open, and to whoever sits at
/// it.
struct WorkstationClose {
    static constexpr Declaration kAct{"workstation.close", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string workstation;
    std::string reason;
    static constexpr std::array kFields{field<&WorkstationClose::workstation>("workstation"),
                                        field<&WorkstationClose::reason>("reason")};
};

struct WorkstationLine {
    std::string workstation;
    std::string name;
    std::string site;
    bool active = false;
    bool shiftOpen = false;
    static constexpr std::array kFields{field<&WorkstationLine::workstation>("workstation"),
                                        field<&WorkstationLine::name>("name"), field<&WorkstationLine::site>("site"),
                                        field<&WorkstationLine::active>("active"),
                                        field<&WorkstationLine::shiftOpen>("shift_open")};
};

struct WorkstationsListed {
    std::vector<WorkstationLine> workstations;
    static constexpr std::array kFields{field<&WorkstationsListed::workstations>("workstations")};
};

struct WorkstationList {
    static constexpr Declaration kAct{"workstation.list", "site.view", Effect::Reads};
    using Answer = WorkstationsListed;
    static constexpr std::array<Field, 0> kFields{};
};

using SiteActs = std::tuple<SiteCreate, SiteClose, SiteList, WorkstationCreate, WorkstationClose, WorkstationList>;

}  // namespace contract
