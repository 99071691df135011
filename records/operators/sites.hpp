// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace records {

using SiteId = base::StrongId<struct SiteIdTag>;

struct Site {
    SiteId id;
    std::string name;
    bool active = true;
};

struct Workstation {
    WorkstationId id;
    std::string name;
    SiteId site;
    bool active = true;
};

/// Refuses "people.bad-id" where the text is no id of the house's choosing.
base::Outcome checkPlainId(const std::string& id);

/// Where people work. Ids are short and chosen by the house ("central", "linea-1"): letters, digits, hyphens, dots and
/// underscores, at most 32.
class Sites {
   public:
    explicit Sites(const base::Clock& clock) : m_clock(clock) {}

    /// Refuses "people.bad-id", "people.place-name-missing", "people.site-known".
    base::Outcome create(Transaction& transaction, const Author& author, const Site& site) const;
    /// Refuses "people.unknown-site", "people.site-has-workstations" while active ones stand there.
    base::Outcome close(Transaction& transaction, const Author& author, const SiteId& site,
                        const std::string& reason) const;
    /// Refuses "people.bad-id", "people.place-name-missing", "people.unknown-site", "people.workstation-known".
    base::Outcome createWorkstation(Transaction& transaction, const Author& author,
                                    const Workstation& workstation) const;
    /// Sessions at the workstation end to be valid. Refuses "people.unknown-workstation" and "people.own-workstation",
    /// so that one remains from which the house is managed. Whoever asks for lockOpen waits until the transaction ends.
    base::Outcome closeWorkstation(Transaction& transaction, const Author& author, const WorkstationId& workstation,
                                   const std::string& reason) const;
    /// Whether there is such a site.
    [[nodiscard]] bool knows(Connection& connection, const SiteId& site) const;
    /// The active workstation, kept from being closed until the transaction ends. Refuses "people.unknown-workstation".
    base::Result<Workstation> lockOpen(Transaction& transaction, const WorkstationId& workstation) const;
    [[nodiscard]] std::vector<Site> sites(Connection& connection) const;
    [[nodiscard]] std::vector<Workstation> workstations(Connection& connection) const;

   private:
    const base::Clock& m_clock;
};

}  // namespace records
