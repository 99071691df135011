// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/counts/count.hpp"
#include "inventory/transfers/transfer.hpp"
#include "issuance/office/act_papers.hpp"

/// The papers of places and of what goes between them. Each gives its number and refuses as issuePaper does.
namespace issuance {

/// Of a count that is closed, by those who counted. The figures are those of its last round.
base::Result<std::string> issueCountAct(House& house, Call& call, const inventory::Count& count);

/// Of a transfer that leaves, to travel with it; its barcode is the transfer's number.
base::Result<std::string> issueTransferManifest(House& house, Call& call, const inventory::Transfer& transfer);

/// What the custodian of a place answers for now, and what came and went since the card before. Refuses
/// "custody.unknown-place", "custody.nobody", and "count.blind" to whoever is counting.
base::Result<std::string> issueCustodyCard(House& house, Call& call, const std::string& place);

}  // namespace issuance
