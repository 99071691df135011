// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/answers.hpp"

namespace issuance {

/// Renews a key that the house certifies for itself, with all that goes with it: the certificate lies in the home; a
/// new authority has its revocation list; the old key of checkpoints fixes in the journal which key follows it. Refuses
/// what Ceremonies::renew and ListBook::issueHouseLists refuse.
base::Result<KeyEntry> renewKey(House& house, Call& call, CertifiedPurpose purpose,
                                std::optional<signing::KeyAlgorithm> algorithm);

/// The lists of the house's authorities, which lie beside their certificates in the home. Where the transaction should
/// fail afterwards, lists in force lie there all the same.
base::Result<std::vector<IssuedRevocationList>> issuePublishedHouseLists(House& house, Call& call, std::int64_t days);

}  // namespace issuance
