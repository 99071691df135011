// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/act_table.hpp"
#include "issuance/office/house.hpp"

namespace issuance {

/// A person with the title of their signing key, or the name of their role where they have none.
CertificatePerson certificatePerson(const House& house, records::Connection& connection, const std::string& person);

/// Who has signed a certificate so far, in order, with the titles that its page states.
std::vector<CertificatePerson> signersOf(const House& house, records::Connection& connection,
                                         const CertificateEntry& entry);

/// The person who is to endorse: by user name, or the only one who may. Refuses "certificate.endorser-unknown",
/// "certificate.endorser-to-choose" (argument "people").
base::Result<CertificatePerson> endorserMeant(const House& house, records::Connection& connection,
                                              const std::optional<std::string>& user);

/// The acts of signing: with keys of people.
void addCertifierAnswers(ActTable& acts, House& house);

}  // namespace issuance
