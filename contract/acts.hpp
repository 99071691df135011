// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_cases.hpp"
#include "contract/acts_of_certificate_work.hpp"
#include "contract/acts_of_certificates.hpp"
#include "contract/acts_of_certifiers.hpp"
#include "contract/acts_of_changes.hpp"
#include "contract/acts_of_chip_keys.hpp"
#include "contract/acts_of_chips.hpp"
#include "contract/acts_of_confidences.hpp"
#include "contract/acts_of_counts.hpp"
#include "contract/acts_of_custody.hpp"
#include "contract/acts_of_destruction.hpp"
#include "contract/acts_of_inspections.hpp"
#include "contract/acts_of_journal.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_losses.hpp"
#include "contract/acts_of_notifications.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_papers.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_planning.hpp"
#include "contract/acts_of_proofs.hpp"
#include "contract/acts_of_receipts.hpp"
#include "contract/acts_of_registers.hpp"
#include "contract/acts_of_reports.hpp"
#include "contract/acts_of_requisitions.hpp"
#include "contract/acts_of_sites.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "contract/acts_of_stations.hpp"
#include "contract/acts_of_stock.hpp"
#include "contract/acts_of_supply.hpp"
#include "contract/acts_of_transfers.hpp"

namespace contract {

/// Families of acts in one list.
template <class... Families>
using Joined = decltype(std::tuple_cat(std::declval<Families>()...));

/// All that may be asked of the house. What is not in this list cannot be asked.
using Acts =
    Joined<std::tuple<SessionOpen, SessionClose, OperatorCreate, OperatorGrant, OperatorRevoke, OperatorDeactivate,
                      OperatorClearance, OperatorPassword, OperatorFactor, OperatorFactorRemove, OperatorList,
                      OperatorRoles, StockReceive, StockIssue, StockClose, StockCloseShort, StockBalance, StockHistory,
                      StockExport, OrderImport, OrderList, OrderShow, OrderHold, OrderRelease, OrderCancel,
                      OrderCounter, OrderSchedule, OrderSendBack, LineRun, LineStatus, LineStop, LineRest, LineResume,
                      LineCancelPrint, LineDoubt, LineResolve, LineScan, LineOverride, LineRelease, DocumentShow,
                      DocumentConfirmPage, DocumentList, DocumentVerify, DocumentFiles, PkiExport, TrainingMaterial,
                      JournalVerify, JournalCheckpoint, JournalExport>,
           SiteActs, ChipActs, ChipKeyActs, CaseActs, LossActs, CountActs, CustodyActs, TransferActs, RequisitionActs,
           ReceiptActs, SupplyActs, ReportActs, SpoilageActs, DestructionActs, PaperActs, KeyActs, CertificateActs,
           CertificateWorkActs, CertifierActs, PlanningActs, ProofActs, NotificationActs, RegisterActs, StationActs,
           ConfidentialActs, ChangeActs, InspectionActs, JournalActs>;

/// Calls `take` with the declaration of every act.
template <class Take>
void forEachDeclaration(Take&& take) {
    const auto walk = [&]<class... R>(const std::tuple<R...>*) { (take(R::kAct), ...); };
    walk(static_cast<const Acts*>(nullptr));
}

}  // namespace contract
