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
    static constexpr std::tuple kFields{Field{"site", &SiteCreate::site}, Field{"name", &SiteCreate::name}};
};

/// Closes a site for good; refused while active workstations stand there.
struct SiteClose {
    static constexpr Declaration kAct{"site.close", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string site;
    std::string reason;
    static constexpr std::tuple kFields{Field{"site", &SiteClose::site}, Field{"reason", &SiteClose::reason}};
};

struct SiteLine {
    std::string site;
    std::string name;
    std::int64_t workstations = 0;  ///< those that are active
    bool active = false;
    static constexpr std::tuple kFields{Field{"site", &SiteLine::site}, Field{"name", &SiteLine::name},
                                        Field{"workstations", &SiteLine::workstations},
                                        Field{"active", &SiteLine::active}};
};

struct SitesListed {
    std::vector<SiteLine> sites;
    static constexpr std::tuple kFields{Field{"sites", &SitesListed::sites}};
};

struct SiteList {
    static constexpr Declaration kAct{"site.list", "site.view", Effect::Reads};
    using Answer = SitesListed;
    static constexpr std::tuple<> kFields{};
};

struct WorkstationCreate {
    static constexpr Declaration kAct{"workstation.create", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string workstation;
    std::string name;
    std::string site;
    static constexpr std::tuple kFields{Field{"workstation", &WorkstationCreate::workstation},
                                        Field{"name", &WorkstationCreate::name},
                                        Field{"site", &WorkstationCreate::site}};
};

/// Closes a workstation for good and ends the sessions there; refused while its shift is open, and to whoever sits at
/// it.
struct WorkstationClose {
    static constexpr Declaration kAct{"workstation.close", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string workstation;
    std::string reason;
    static constexpr std::tuple kFields{Field{"workstation", &WorkstationClose::workstation},
                                        Field{"reason", &WorkstationClose::reason}};
};

struct WorkstationLine {
    std::string workstation;
    std::string name;
    std::string site;
    bool active = false;
    bool shiftOpen = false;
    static constexpr std::tuple kFields{Field{"workstation", &WorkstationLine::workstation},
                                        Field{"name", &WorkstationLine::name}, Field{"site", &WorkstationLine::site},
                                        Field{"active", &WorkstationLine::active},
                                        Field{"shift_open", &WorkstationLine::shiftOpen}};
};

struct WorkstationsListed {
    std::vector<WorkstationLine> workstations;
    static constexpr std::tuple kFields{Field{"workstations", &WorkstationsListed::workstations}};
};

struct WorkstationList {
    static constexpr Declaration kAct{"workstation.list", "site.view", Effect::Reads};
    using Answer = WorkstationsListed;
    static constexpr std::tuple<> kFields{};
};

using SiteActs = std::tuple<SiteCreate, SiteClose, SiteList, WorkstationCreate, WorkstationClose, WorkstationList>;

}  // namespace contract
