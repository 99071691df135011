// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_certificate_work.hpp"
#include "issuance/office/act_table.hpp"
#include "issuance/office/house.hpp"
#include "records/operators/permission_table.hpp"

namespace issuance {

/// A request as lists show it, without names where they are withheld.
contract::CertificateLine certificateLineOf(const House& house, records::Connection& connection,
                                            const RequestEntry& request, NeedToKnow needToKnow);

/// What people call a site.
std::string nameOfSite(records::Connection& connection, const std::string& site);

/// What a request is about, what was brought for it, and what its last draft was made of.
void addMatter(const House& house, records::Connection& connection, const RequestEntry& request,
               contract::CertificateShown& shown);

/// What whoever asks may do with requests now: by the table of steps, by their roles, and because one person does not
/// do two steps of one draft. It offers; each act looks for itself.
class CertificateAwaits {
   public:
    CertificateAwaits(const House& house, const Call& call);

    /// Every step, as CertificateShown names them.
    [[nodiscard]] std::vector<std::string> possible(const RequestEntry& request) const;
    /// The one that the request waits for, where it waits for this person; else empty.
    [[nodiscard]] std::string awaited(const RequestEntry& request) const;

   private:
    [[nodiscard]] bool may(const contract::Declaration& act) const { return records::permits(m_roles, act.permission); }
    [[nodiscard]] bool hadAHandIn(const RequestEntry& request, CertificateStep next) const;
    [[nodiscard]] bool isTheirs(const RequestEntry& request, CertificateStep step) const;
    [[nodiscard]] std::string paperStep(const RequestEntry& request) const;
    [[nodiscard]] bool isUncollected(const RequestEntry& request) const;

    const House& m_house;
    records::Connection& m_connection;
    std::string m_person;
    records::RoleSet m_roles;
};

void addDraftAnswers(ActTable& acts, House& house);
void addAwaitingAnswers(ActTable& acts, House& house);

}  // namespace issuance
