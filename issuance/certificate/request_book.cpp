// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/request_book.hpp"

#include <nlohmann/json.hpp>

#include "base/failure.hpp"
#include "inventory/number_series.hpp"
#include "issuance/certificate/essential_content.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/certificate/request_check.hpp"
#include "issuance/order/receipts.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Stage = CertificateStage;

constexpr std::string_view kSelect =
    "SELECT number, type, site, content, receipt, received_at, received_by, deadline, stage FROM certificate_request ";

/// What a request's `content` holds.
struct RequestContent {
    contract::ApplicantNamed applicant;
    std::optional<contract::HolderNamed> holder = {};
    static constexpr std::array kFields{contract::field<&RequestContent::applicant>("applicant"),
                                        contract::field<&RequestContent::holder>("holder")};
};

std::string nameOnList(const std::optional<contract::HolderNamed>& holder) {
    return holder ? holder->givenNames + " " + holder->surnames : std::string{};
}

records::Value orNull(const std::optional<std::string>& text) {
    return text ? records::Value{*text} : records::Value{};
}

base::Fault receiptUsed(const std::string& receipt) {
    return {"certificate.receipt-used"_code, {{"receipt", receipt}}, "receipt"};
}

std::string placeOf(const std::string& number) { return "certificate_request.content " + number; }
std::string placeOfDraft(const std::string& number, std::int64_t draft) {
    return "certificate_draft.content " + number + "/" + std::to_string(draft);
}
std::string placeOfScan(const std::string& number, const std::string& requirement) {
    return "certificate_evidence.content " + number + "/" + requirement;
}
/// What stands in lists' columns in the place of a name.
constexpr const char* kNameless = "-";

std::string siteOf(records::Connection& connection, const records::Author& author) {
    return connection.queryOne("SELECT site FROM workstation WHERE id = ?1", {author.workstation.text()})->text(0);
}

}  // namespace

RequestEntry RequestBook::entryFrom(records::Connection& connection, const records::Row& row) const {
    const auto number = row.text(0);
    auto text = row.text(3);
    const bool confidential = isSealed(text);
    if (confidential) text = m_confidential.of(connection, subjectOfRequest(number)).openText(text, placeOf(number));
    auto content =
        base::expected(contract::fromJson<RequestContent>(contract::Json::parse(text)), "certificate_request.content");
    return {number,
            row.text(1),
            row.text(2),
            std::move(content.applicant),
            std::move(content.holder),
            row.textOrEmpty(4),
            row.text(5),
            row.text(6),
            row.text(7),
            certificateStageNamed(row.text(8)).value(),
            confidential};
}

std::optional<SubjectKey> RequestBook::keyOf(records::Connection& connection, const RequestEntry& request) const {
    if (!request.confidential) return std::nullopt;
    return m_confidential.of(connection, subjectOfRequest(request.number));
}

base::Result<RequestEntry> RequestBook::take(records::Transaction& tx, const records::Author& author,
                                             const contract::CertificateRequest& request, base::Date deadline) const {
    const auto* type = m_types.find(request.type);
    if (type == nullptr) return base::Fault{"certificate.type-unknown"_code, {{"type", request.type}}, "type"};
    const auto now = m_clock.now();
    auto faults = faultsOf(request, *type, localDay(now));
    if (request.receipt && !type->fee.empty())
        if (auto fault = faultOfPayment(m_fees, type->fee, request.paid.value_or(""), localDay(now)))
            faults.push_back(std::move(*fault));
    auto& connection = tx.connection();
    if (request.receipt && isReceiptUsed(connection, *request.receipt)) faults.push_back(receiptUsed(*request.receipt));
    if (!faults.empty()) return base::Refusal{std::move(faults)};

    const auto number = inventory::nextNumber(tx, "SOL", localTime(now));
    const auto site = siteOf(connection, author);
    auto content = contract::storedJson(RequestContent{request.applicant, request.holder});
    std::optional<SubjectKey> key;
    if (request.confidential) {
        key = m_confidential.begin(tx, author, subjectOfRequest(number));
        content = key->sealText(content, placeOf(number));
    }
    if (request.receipt && !useReceipt(tx, *request.receipt, number)) return receiptUsed(*request.receipt);
    connection.execute(
        "INSERT INTO certificate_request (number, type, site, content, applicant, holder, receipt, received_at, "
        "received_by, deadline, stage) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'requested')",
        {number, type->code, site, content, key ? kNameless : request.applicant.name,
         key ? std::string{} : nameOnList(request.holder), orNull(request.receipt), base::formatTimestamp(now),
         author.person.text(), base::formatDate(deadline)});
    records::JournalEntry entry{author, "certificate.request", "certificate-request", number,
                                "",     {{"type", type->code}}};
    for (const auto& met : request.requirements) {
        records::Value scan{};
        if (met.scan) {
            const auto kept = m_contents.put(key ? key->seal(*met.scan, placeOfScan(number, met.code)) : *met.scan);
            if (!kept) return kept.refusal();
            scan = *kept;
            entry.facts.emplace_back(met.code, *kept);
        }
        connection.execute("INSERT INTO certificate_evidence (request, requirement, content) VALUES (?1, ?2, ?3)",
                           {number, met.code, scan});
    }
    records::appendToJournal(tx, m_clock, entry);
    return find(connection, number);
}

base::Result<RequestEntry> RequestBook::find(records::Connection& connection, const std::string& number) const {
    const auto row = connection.queryOne(std::string{kSelect} += "WHERE number = ?1", {number});
    if (!row) return base::Fault{"certificate.request-unknown"_code, {{"request", number}}};
    return entryFrom(connection, *row);
}

base::Result<RequestEntry> RequestBook::take(records::Transaction& tx, const std::string& number) const {
    tx.connection().execute("UPDATE certificate_request SET stage = stage WHERE number = ?1", {number});
    return find(tx.connection(), number);
}

std::vector<contract::BroughtLine> RequestBook::evidence(records::Connection& connection,
                                                         const std::string& number) const {
    std::vector<contract::BroughtLine> found;
    for (const auto& row : connection.query(
             "SELECT requirement, content FROM certificate_evidence WHERE request = ?1 ORDER BY requirement", {number}))
        found.push_back({row.text(0), {}, !row.isNull(1)});
    return found;
}

base::Result<base::Bytes> RequestBook::scan(records::Connection& connection, const RequestEntry& request,
                                            const std::string& requirement) const {
    const auto row = connection.queryOne(
        "SELECT content FROM certificate_evidence WHERE request = ?1 AND requirement = ?2 AND content IS NOT NULL",
        {request.number, requirement});
    if (!row) return base::Fault{"certificate.scan-unknown"_code, {{"request", request.number}}, "requirement"};
    auto content = m_contents.get(row->text(0));
    if (!content) return content.refusal();
    const auto key = keyOf(connection, request);
    return key ? key->open(*content, placeOfScan(request.number, requirement)) : std::move(*content);
}

std::vector<RequestEntry> RequestBook::list(records::Connection& connection, const std::string& stage,
                                            const std::string& after) const {
    std::string which;
    for (const auto each : kAllCertificateStages)
        if (stage.empty() || nameOf(each) == stage || (stage == "open" && isOpen(each)))
            which.append(which.empty() ? "'" : ", '").append(nameOf(each)).append("'");
    std::vector<RequestEntry> found;
    if (which.empty()) return found;
    for (const auto& row : connection.query(
             (std::string{kSelect} += "WHERE stage IN (" + which) += ") AND number > ?1 ORDER BY number", {after}))
        found.push_back(entryFrom(connection, row));
    return found;
}

std::int64_t RequestBook::addDraft(records::Transaction& tx, const records::Author& author, const RequestEntry& request,
                                   const DraftEntry& draft) const {
    auto& connection = tx.connection();
    const auto number =
        connection.queryOne("SELECT count(*) FROM certificate_draft WHERE request = ?1", {request.number})->integer(0) +
        1;
    const auto key = keyOf(connection, request);
    connection.execute(
        "INSERT INTO certificate_draft (request, draft, time, person, template, template_sha256, diligence, content) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {request.number, number, base::formatTimestamp(m_clock.now()), author.person.text(), draft.templateName,
         draft.templateSha256, draft.diligence,
         key ? key->sealText(jsonOf(draft.values), placeOfDraft(request.number, number)) : jsonOf(draft.values)});
    return number;
}

base::Result<DraftEntry> RequestBook::lastDraft(records::Connection& connection, const std::string& number) const {
    const auto row = connection.queryOne("SELECT max(draft) FROM certificate_draft WHERE request = ?1", {number});
    return draft(connection, number, row->isNull(0) ? 0 : row->integer(0));
}

base::Result<DraftEntry> RequestBook::draft(records::Connection& connection, const std::string& number,
                                            std::int64_t ordinal) const {
    const auto row = connection.queryOne(
        "SELECT draft, person, template, template_sha256, diligence, content FROM certificate_draft WHERE request = ?1 "
        "AND draft = ?2",
        {number, ordinal});
    if (!row) return base::Fault{"certificate.no-draft"_code, {{"request", number}}};
    auto content = row->text(5);
    if (isSealed(content))
        content = m_confidential.of(connection, subjectOfRequest(number))
                      .openText(content, placeOfDraft(number, row->integer(0)));
    return DraftEntry{row->integer(0), row->text(1), row->text(2),
                      row->text(3),    row->text(4), base::expected(valuesOf(content), "certificate_draft.content")};
}

base::Outcome RequestBook::step(records::Transaction& tx, const records::Author& author, RequestEntry& request,
                                const StepEntry& entry) const {
    const auto next = after(request.stage, entry.step);
    if (!next)
        return base::Fault{"certificate.step-not-now"_code,
                           {{"request", request.number}, {"stage", std::string{nameOf(request.stage)}}}};
    auto& connection = tx.connection();
    connection.execute("UPDATE certificate_request SET stage = ?2 WHERE number = ?1",
                       {request.number, std::string{nameOf(*next)}});
    connection.execute(
        "INSERT INTO certificate_step (request, position, step, draft, time, person, second, remarks) SELECT ?1, "
        "count(*) + 1, ?2, ?3, ?4, ?5, ?6, ?7 FROM certificate_step WHERE request = ?1",
        {request.number, std::string{nameOf(entry.step)}, entry.draft, base::formatTimestamp(m_clock.now()),
         author.person.text(), author.approver ? records::Value{author.approver->text()} : records::Value{},
         entry.remarks});
    records::appendToJournal(tx, m_clock,
                             {author,
                              std::string{"certificate."}.append(nameOf(entry.step)),
                              "certificate-request",
                              request.number,
                              entry.remarks,
                              {{"stage", std::string{nameOf(*next)}}, {"draft", std::to_string(entry.draft)}}});
    request.stage = *next;
    return {};
}

std::vector<contract::CertificateStepLine> RequestBook::steps(records::Connection& connection,
                                                              const std::string& number) const {
    std::vector<contract::CertificateStepLine> found;
    connection.forEach("SELECT step, time, person, remarks FROM certificate_step WHERE request = ?1 ORDER BY position",
                       {number}, [&](const records::Row& row) {
                           found.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
                       });
    return found;
}

std::string RequestBook::issuedAt(records::Connection& connection, const std::string& number) const {
    const auto row = connection.queryOne(
        "SELECT max(time) FROM certificate_step WHERE request = ?1 AND step IN ('sign', 'endorse')", {number});
    return row->textOrEmpty(0);
}

std::string RequestBook::whoDid(records::Connection& connection, const std::string& number, std::int64_t draft,
                                CertificateStep step) const {
    const auto row = connection.queryOne(
        "SELECT person FROM certificate_step WHERE request = ?1 AND draft = ?2 AND step = ?3 ORDER BY position DESC "
        "LIMIT 1",
        {number, draft, std::string{nameOf(step)}});
    return row ? row->text(0) : std::string{};
}

}  // namespace issuance
