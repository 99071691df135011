// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/act_table.hpp"
#include "issuance/office/change_watch.hpp"
#include "issuance/office/connection_pool.hpp"
#include "issuance/office/house.hpp"

namespace issuance {

/// Control 11 in the small: whether the kind demands that somebody else releases the document, and this person printed
/// or encoded it.
[[nodiscard]] bool madeWhatTheyJudge(House& house, Call& call, const DocumentEntry& document);

/// What the book knows of a document; of a confidential holder only to whoever needs to know, and the journal says so.
[[nodiscard]] contract::DocumentShown showDocument(House& house, Call& call, DocumentEntry entry);

/// Each family of acts with the functions that answer them. The house outlives the table.
void addPeopleAnswers(ActTable& acts, House& house);
void addSiteAnswers(ActTable& acts, House& house);
void addWorkstationAnswers(ActTable& acts, House& house);
void addStockAnswers(ActTable& acts, House& house);
void addCustodyAnswers(ActTable& acts, House& house);
void addTransferAnswers(ActTable& acts, House& house);
void addRequisitionAnswers(ActTable& acts, House& house);
void addReceiptAnswers(ActTable& acts, House& house);
void addSupplyAnswers(ActTable& acts, House& house);
void addOrderAnswers(ActTable& acts, House& house);
void addLineAnswers(ActTable& acts, House& house, ConnectionPool& connections);
void addPlanningAnswers(ActTable& acts, House& house);
void addFindingAnswers(ActTable& acts, House& house);
void addDocumentAnswers(ActTable& acts, House& house);
void addInspectionAnswers(ActTable& acts, House& house);
void addChipAnswers(ActTable& acts, House& house);
void addChipKeyAnswers(ActTable& acts, House& house);
void addCaseAnswers(ActTable& acts, House& house);
void addLossAnswers(ActTable& acts, House& house);
void addCountAnswers(ActTable& acts, House& house);
void addReportAnswers(ActTable& acts, House& house);
void addSpoilageAnswers(ActTable& acts, House& house);
void addDestructionAnswers(ActTable& acts, House& house);
void addPaperAnswers(ActTable& acts, House& house);
void addKeyAnswers(ActTable& acts, House& house);
void addCertificateAnswers(ActTable& acts, House& house);
void addProofAnswers(ActTable& acts, House& house);
void addPaperCopyAnswers(ActTable& acts, House& house, ConnectionPool& connections);
void addNotificationAnswers(ActTable& acts, House& house);
void addRegisterAnswers(ActTable& acts, House& house);
void addConfidentialAnswers(ActTable& acts, House& house);
void addJournalAnswers(ActTable& acts, House& house);
void addChangeAnswers(ActTable& acts, ConnectionPool& connections, ChangeWatch& changes);

}  // namespace issuance
