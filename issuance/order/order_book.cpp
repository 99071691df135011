// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/order/order_book.hpp"

#include <fmt/format.h>

#include "base/failure.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/document/number_pattern.hpp"
#include "issuance/document/signature_waiver.hpp"
#include "issuance/order/order_listing.hpp"
#include "issuance/order/receipts.hpp"

namespace issuance {
namespace {

using namespace base::literals;
int yearOf(base::Timestamp moment) { return static_cast<int>(base::dayOf(moment).year()); }

OrderContent contentOf(const OrderRequest& request) {
    OrderContent content;
    content.kind = request.kind.text();
    content.years = request.years;
    content.priority = nameOf(request.priority);
    if (request.due) content.due = base::formatDate(*request.due);
    content.setHolder(request.holder);
    if (request.signatureWaiver) content.signatureWaiver = nameOf(*request.signatureWaiver);
    if (request.replaces) content.replaces = request.replaces->text();
    return content;
}

Route routeOf(const DocumentKind& kind) {
    if (!kind.chipProfile) return Route::PageOnly;
    return kind.encoding == Encoding::BeforePrinting ? Route::ChipFirst : Route::PageFirst;
}

/// A document of this house that has neither ended nor been reported or annulled.
bool isStillGood(records::Connection& connection, const DocumentNumber& number, base::Date today) {
    return connection
        .queryOne("SELECT 1 FROM document WHERE number = ?1 AND state <> 'void' AND expires_on >= ?2",
                  {number.text(), base::formatDate(today)})
        .has_value();
}

std::vector<base::Fault> faultsOf(const contract::OrderSchedule& request, base::Date today) {
    std::vector<base::Fault> faults;
    if (request.reason.empty()) faults.push_back({"order.reason-missing"_code});
    if (!request.due && !request.priority) faults.push_back({"order.nothing-to-schedule"_code});
    if (request.priority && !priorityNamed(*request.priority))
        faults.push_back({"order.unknown-priority"_code, {{"priority", *request.priority}}});
    if (!request.due || request.due->empty()) return faults;
    const auto due = base::parseDate(*request.due);
    if (!due)
        faults.push_back({"order.due-unclear"_code, {{"due", *request.due}}});
    else if (*due < today)
        faults.push_back({"order.due-past"_code, {{"due", *request.due}}});
    return faults;
}

/// What the book keeps of whom an order is for.
struct KeptOrder {
    std::string content;
    base::Bytes portrait;
    base::Bytes signature;
};

constexpr std::string_view kContent = "production_order.content ";
constexpr std::string_view kPortrait = "production_order.portrait ";
constexpr std::string_view kSignature = "production_order.signature ";

KeptOrder sealed(const KeptOrder& plain, const SubjectKey& key, const std::string& order) {
    return {key.sealText(plain.content, std::string{kContent} + order),
            key.seal(plain.portrait, std::string{kPortrait} + order),
            key.seal(plain.signature, std::string{kSignature} + order)};
}

KeptOrder opened(const KeptOrder& kept, const SubjectKey& key, const std::string& order) {
    return {key.openText(kept.content, std::string{kContent} + order),
            key.open(kept.portrait, std::string{kPortrait} + order),
            key.open(kept.signature, std::string{kSignature} + order)};
}

}  // namespace

bool OrderBook::fileTaken(records::Connection& connection, const std::string& sha256) const {
    return connection.queryOne("SELECT 1 FROM order_file WHERE sha256 = ?1", {sha256}).has_value();
}

bool OrderBook::known(records::Connection& connection, const StationId& station, const OrderId& reference) const {
    return connection
        .queryOne("SELECT 1 FROM production_order WHERE station = ?1 AND reference = ?2",
                  {station.text(), reference.text()})
        .has_value();
}

void OrderBook::takeFile(records::Transaction& transaction, const records::Author& author, const std::string& sha256,
                         const StationId& station) const {
    transaction.connection().execute(
        "INSERT INTO order_file (sha256, station, taken_at, taken_by) VALUES (?1, ?2, ?3, ?4)",
        {sha256, station.text(), base::formatTimestamp(m_clock.now()), author.person.text()});
    appendToJournal(transaction, m_clock,
                    {author, "order.file", "order_file", sha256, "", {{"station", station.text()}}});
}

base::Result<ProductionOrderId> OrderBook::take(records::Transaction& transaction, const records::Author& author,
                                                const OrderRequest& request, const DocumentKind& kind,
                                                const std::string& fileSha256, const StationId& station) const {
    auto& connection = transaction.connection();
    std::vector<base::Fault> faults;
    if (known(connection, station, request.id))
        faults.push_back({"order.known"_code, {{"reference", request.id.text()}}, {}});
    const base::Fault receiptUsed{"order.receipt-used"_code, {{"receipt", request.receipt.text()}}, {}};
    if (!paysForOrder(connection, request.receipt.text())) faults.push_back(receiptUsed);
    if (request.replaces && isStillGood(connection, *request.replaces, base::dayOf(m_clock.now())))
        faults.push_back({"order.replaces-valid"_code, {{"document", request.replaces->text()}}, {}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};

    const auto running = nextOf(transaction, "order");
    const ProductionOrderId order{fmt::format("{}-{:06}", yearOf(m_clock.now()), running)};
    std::string corrects;
    if (!useForOrder(transaction, request.receipt.text(), order.text(), corrects)) return receiptUsed;
    KeptOrder kept{contract::storedJson(contentOf(request)), request.portrait, request.signatureImage};
    if (kind.confidential)
        kept = sealed(kept, m_confidential.begin(transaction, author, subjectOfOrder(order.text())), order.text());
    connection.execute(
        "INSERT INTO production_order (id, station, reference, file_sha256, kind, receipt_number, delivery_site, "
        "content, "
        "portrait, signature, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        {order.text(), station.text(), request.id.text(), fileSha256, kind.id.text(), request.receipt.text(),
         request.deliverySite.text(), kept.content, kept.portrait, kept.signature,
         base::formatTimestamp(m_clock.now())});
    const Turn turn{request.priority, request.due, localDay(m_clock.now()), running};
    m_queue.add(transaction, {order, turn, routeOf(kind), kind.blankItem});
    std::vector<std::pair<std::string, std::string>> facts{{"kind", kind.id.text()}};
    if (!corrects.empty()) facts.emplace_back("corrects", corrects);
    appendToJournal(transaction, m_clock, {author, "order.take", "order", order.text(), "", facts});
    return order;
}

base::Outcome OrderBook::schedule(records::Transaction& transaction, const records::Author& author,
                                  const contract::OrderSchedule& request) const {
    if (auto faults = faultsOf(request, localDay(m_clock.now())); !faults.empty())
        return base::Refusal{std::move(faults)};
    transaction.takeTurn("order", request.order);
    const auto row = transaction.connection().queryOne(
        "SELECT t.rank, t.priority, t.due_on, o.received_at FROM line_task t JOIN production_order o ON o.id = "
        "t.order_id WHERE t.order_id = ?1",
        {request.order});
    if (!row) return base::Fault{"order.unknown"_code, {{"order", request.order}}, {}};
    const auto priority = request.priority.value_or(row->text(1)), due = request.due.value_or(row->text(2));
    const auto arrived = base::expected(base::parseTimestamp(row->text(3)), "production_order.received_at");
    Turn turn{priorityNamed(priority).value(), std::nullopt, localDay(arrived), arrivalIn(row->integer(0))};
    if (!due.empty()) turn.due = base::expected(base::parseDate(due), "line_task.due_on");
    if (auto placed = m_queue.place(transaction, ProductionOrderId{request.order}, turn); !placed) return placed;
    appendToJournal(
        transaction, m_clock,
        {author,
         "order.schedule",
         "order",
         request.order,
         request.reason,
         {{"priority", priority}, {"due", due}, {"priority_was", row->text(1)}, {"due_was", row->text(2)}}});
    return {};
}

base::Outcome OrderBook::sendBack(records::Transaction& transaction, const records::Author& author,
                                  const ProductionOrderId& order, const std::string& reason) const {
    if (reason.empty()) return base::Fault{"order.reason-missing"_code};
    const auto decided = m_queue.decide(transaction, author, order, LineEvent::SendBack, {reason, ""});
    if (!decided) return decided.refusal();
    auto& connection = transaction.connection();
    connection.execute(
        "INSERT INTO order_sent_back (order_id, receipt, reason, person, sent_at) SELECT id, receipt_number, ?2, ?3, "
        "?4 FROM production_order WHERE id = ?1",
        {order.text(), reason, author.person.text(), base::formatTimestamp(m_clock.now())});
    // The column is unique, and no receipt has a colon.
    connection.execute("UPDATE production_order SET receipt_number = 'sent back: ' || id WHERE id = ?1",
                       {order.text()});
    return {};
}

StoredOrder OrderBook::load(records::Connection& connection, const ProductionOrderId& order) const {
    const auto row =
        connection.queryOne("SELECT content, portrait, signature FROM production_order WHERE id = ?1", {order.text()});
    if (!row) throw base::Failure{"order.gone"_code, base::NextStep::CallSupervisor, order.text()};
    KeptOrder kept{row->text(0), row->bytes(1), row->bytes(2)};
    if (isSealed(kept.content))
        kept = opened(kept, m_confidential.of(connection, subjectOfOrder(order.text())), order.text());
    return {base::expected(contract::fromText<OrderContent>(kept.content), order.text()),
            {std::move(kept.portrait), std::move(kept.signature)}};
}

DocumentNumber OrderBook::numberFor(records::Transaction& transaction, const DocumentKind& kind,
                                    const std::string& blank, base::Timestamp now) const {
    if (kind.number.from == NumberSource::From::Blank) return DocumentNumber{blank};
    const auto running = static_cast<std::uint64_t>(nextOf(transaction, kind.number.sequence));
    return base::expected(writeNumber(kind.number.pattern, yearOf(now), running), kind.id.text());
}

std::int64_t OrderBook::nextOf(records::Transaction& transaction, const std::string& series) const {
    const auto row = transaction.connection().queryOne(
        "INSERT INTO number_series (name, last) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET last = "
        "number_series.last + 1 "
        "RETURNING last",
        {series});
    return row->integer(0);
}

base::Result<contract::OrderShown> OrderBook::show(records::Connection& connection, const std::string& order) const {
    auto shown = shownOrder(connection, order);
    if (!shown) return base::Fault{"order.unknown"_code, {{"order", order}}, {}};
    shown->stages = stages(connection, order);
    return std::move(*shown);
}

std::vector<contract::StageEvent> OrderBook::stages(records::Connection& connection, const std::string& order) const {
    std::vector<contract::StageEvent> stages;
    for (const auto& row : connection.query("SELECT stage, began_at, ended_at, outcome, cause, person, workstation, "
                                            "blank FROM stage_event WHERE order_id = ?1 "
                                            "ORDER BY sequence",
                                            {order}))
        stages.push_back(
            {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)});
    return stages;
}

}  // namespace issuance
