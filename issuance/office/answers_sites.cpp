// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "contract/acts_of_sites.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/open_shift.hpp"
#include "records/operators/sites.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

base::Result<Done> doneOr(const base::Outcome& outcome) {
    if (!outcome) return outcome.refusal();
    return Done{};
}

SitesListed listSites(const records::Sites& sites, Call& call) {
    const auto workstations = sites.workstations(call.connection);
    SitesListed listed;
    for (const auto& site : sites.sites(call.connection)) {
        const auto active = std::count_if(workstations.begin(), workstations.end(), [&](const auto& workstation) {
            return workstation.active && workstation.site == site.id;
        });
        listed.sites.push_back({site.id.text(), site.name, active, site.active});
    }
    return listed;
}

/// The shift is looked at after the workstation is closed and locked, for until then blanks may be issued to it. A
/// refusal undoes the closing with its transaction.
base::Result<Done> closeWorkstation(const records::Sites& sites, Call& call, const WorkstationClose& request) {
    const records::WorkstationId workstation{request.workstation};
    if (auto closed = sites.closeWorkstation(call.transaction(), call.author, workstation, request.reason); !closed)
        return closed.refusal();
    if (openShiftAt(call.connection, request.workstation))
        return base::Fault{"office.shift-open"_code, {{"workstation", request.workstation}}, {}};
    return Done{};
}

/// Every reason at once: its workstations, and its places (those of workstations close with these).
base::Result<Done> closeSite(const records::Sites& sites, Call& call, const SiteClose& request) {
    const auto closed = sites.close(call.transaction(), call.author, records::SiteId{request.site}, request.reason);
    std::vector<base::Fault> faults;
    if (!closed) faults = closed.refusal().faults();
    for (const auto& row : call.connection.query(
             "SELECT id FROM stock_place WHERE site = ?1 AND active = 1 AND kind <> 'workstation' ORDER BY id",
             {request.site}))
        faults.push_back({"custody.site-has-place"_code, {{"site", request.site}, {"place", row.text(0)}}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return Done{};
}

}  // namespace

void addSiteAnswers(ActTable& acts, House& house) {
    const records::Sites sites{house.clock};
    acts.answer<SiteCreate>([sites](Call& call, const auto& request) {
        return doneOr(
            sites.create(call.transaction(), call.author, {records::SiteId{request.site}, request.name, true}));
    });
    acts.answer<SiteClose>([sites](Call& call, const auto& request) { return closeSite(sites, call, request); });
    acts.answer<SiteList>([sites](Call& call, const auto&) { return listSites(sites, call); });
    acts.answer<WorkstationCreate>([sites](Call& call, const auto& request) {
        return doneOr(sites.createWorkstation(
            call.transaction(), call.author,
            {records::WorkstationId{request.workstation}, request.name, records::SiteId{request.site}, true}));
    });
    acts.answer<WorkstationClose>(
        [sites](Call& call, const auto& request) { return closeWorkstation(sites, call, request); });
}

}  // namespace issuance
