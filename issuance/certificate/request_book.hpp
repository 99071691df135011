// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "contract/acts_of_certificates.hpp"
#include "issuance/certificate/certificate_stage.hpp"
#include "issuance/certificate/certificate_type.hpp"
#include "issuance/certificate/fee_schedule.hpp"
#include "issuance/confidential/confidential_keys.hpp"
#include "printing/flow/act_values.hpp"
#include "records/author.hpp"
#include "records/content/content_store.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// A request as it is in the books.
struct RequestEntry {
    std::string number;
    std::string type;
    std::string site;
    contract::ApplicantNamed applicant;
    std::optional<contract::HolderNamed> holder;
    std::string receipt;
    std::string receivedAt;
    std::string receivedBy;
    std::string deadline;
    CertificateStage stage = CertificateStage::Requested;
    bool confidential = false;  ///< kept sealed
};

/// A draft: what the template will be filled with, but for what only the signature gives.
struct DraftEntry {
    std::int64_t draft = 0;
    std::string person;
    std::string templateName;
    std::string templateSha256;
    std::string diligence;
    printing::ActMap values;
};

/// What somebody did with a request.
struct StepEntry {
    CertificateStep step = CertificateStep::Draft;
    std::int64_t draft = 0;
    std::string remarks = {};
};

/// Requests for certificates with what was brought for them, their drafts and every step. Changes take the caller's
/// transaction and write the journal.
class RequestBook {
   public:
    RequestBook(const CertificateCatalogue& types, const FeeSchedules& fees, const records::ContentStore& contents,
                const ConfidentialKeys& confidential, const base::Clock& clock)
        : m_types(types), m_fees(fees), m_contents(contents), m_confidential(confidential), m_clock(clock) {}

    /// Takes a request. Refuses with every fault: "certificate.type-unknown", "certificate.capacity-not-allowed",
    /// "certificate.requirement-missing", "certificate.requirement-unknown", "certificate.scan-missing",
    /// "certificate.scan-format", "certificate.field-missing", "certificate.field-wrong", "certificate.proof-missing",
    /// "certificate.holder-missing", "certificate.holder-not-wanted", "certificate.receipt-missing",
    /// "certificate.receipt-used", "certificate.fee-differs", "certificate.fee-unknown".
    base::Result<RequestEntry> take(records::Transaction& tx, const records::Author& author,
                                    const contract::CertificateRequest& request, base::Date deadline) const;

    /// Refuses "certificate.request-unknown".
    [[nodiscard]] base::Result<RequestEntry> find(records::Connection& connection, const std::string& number) const;
    /// The same, and nobody else changes it until the transaction ends.
    [[nodiscard]] base::Result<RequestEntry> take(records::Transaction& tx, const std::string& number) const;
    /// In a stage, in any that is open, or all where it is empty; of those with a later number than `after`.
    [[nodiscard]] std::vector<RequestEntry> list(records::Connection& connection, const std::string& stage,
                                                 const std::string& after) const;

    /// What was brought for it, without the requirements' texts.
    [[nodiscard]] std::vector<contract::BroughtLine> evidence(records::Connection& connection,
                                                              const std::string& number) const;
    /// The copy that was kept of it. Refuses "certificate.scan-unknown".
    [[nodiscard]] base::Result<base::Bytes> scan(records::Connection& connection, const RequestEntry& request,
                                                 const std::string& requirement) const;

    std::int64_t addDraft(records::Transaction& tx, const records::Author& author, const RequestEntry& request,
                          const DraftEntry& draft) const;
    /// The last one; refuses "certificate.no-draft".
    [[nodiscard]] base::Result<DraftEntry> lastDraft(records::Connection& connection, const std::string& number) const;
    /// The one of this ordinal; refuses "certificate.no-draft".
    [[nodiscard]] base::Result<DraftEntry> draft(records::Connection& connection, const std::string& number,
                                                 std::int64_t ordinal) const;

    /// Does a step: the stage changes as the table says. Refuses "certificate.step-not-now".
    base::Outcome step(records::Transaction& tx, const records::Author& author, RequestEntry& request,
                       const StepEntry& entry) const;
    /// All steps in order, with the ids of people.
    [[nodiscard]] std::vector<contract::CertificateStepLine> steps(records::Connection& connection,
                                                                   const std::string& number) const;
    /// When its last signature was made; empty before.
    [[nodiscard]] std::string issuedAt(records::Connection& connection, const std::string& number) const;
    /// Who did a step with a draft; empty where nobody did.
    [[nodiscard]] std::string whoDid(records::Connection& connection, const std::string& number, std::int64_t draft,
                                     CertificateStep step) const;

   private:
    [[nodiscard]] RequestEntry entryFrom(records::Connection& connection, const records::Row& row) const;
    [[nodiscard]] std::optional<SubjectKey> keyOf(records::Connection& connection, const RequestEntry& request) const;
    const CertificateCatalogue& m_types;
    const FeeSchedules& m_fees;
    const records::ContentStore& m_contents;
    const ConfidentialKeys& m_confidential;
    const base::Clock& m_clock;
};

}  // namespace issuance
