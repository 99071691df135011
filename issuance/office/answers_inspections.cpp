// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "base/failure.hpp"
#include "contract/acts_of_inspections.hpp"
#include "issuance/line/document_inspection.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/office/inspected_parts.hpp"
#include "issuance/office/order_awaits.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

constexpr std::int64_t kWaitingListed = 50;
constexpr std::int64_t kMostWaiting = 1000;

InspectionsListed list(House& house, Call& call, const InspectionList& request) {
    std::int64_t after = std::numeric_limits<std::int64_t>::min();
    if (request.after)
        if (const auto row =
                call.connection.queryOne("SELECT rank FROM line_task WHERE order_id = ?1", {*request.after}))
            after = row->integer(0);
    InspectionsListed listed;
    for (const auto& row : call.connection.query(
             "SELECT order_id FROM line_task WHERE ((standing = 'ready' AND stage = 'inspected' AND step = 'release') "
             "OR (standing = 'held' AND hold_reason = ?1)) AND rank > ?2 ORDER BY rank LIMIT ?3",
             {refusedByLooks().name(), after,
              std::clamp<std::int64_t>(request.limit.value_or(kWaitingListed), 1, kMostWaiting)})) {
        const auto order = base::expected(house.orders->show(call.connection, row.text(0)), "order").order;
        const auto document = house.documents->ofOrder(call.connection, ProductionOrderId{order.order});
        if (!document) continue;
        listed.waiting.push_back({order.order, order.kind, document->number.text(), document->blank, order.priority,
                                  order.due, awaitsOf(house, call.connection, document->order, {}).wish,
                                  madeWhatTheyJudge(house, call, *document)});
    }
    return listed;
}

bool isForInspector(std::string_view wish) { return wish == "look" || wish == "release" || wish == "override"; }

std::optional<DocumentEntry> sought(House& house, Call& call, const std::string& named) {
    if (auto entry = house.documents->numbered(call.connection, named)) return entry;
    return house.documents->ofBlank(call.connection, named);
}

base::Result<InspectionShown> show(House& house, Call& call, const InspectionShow& request) {
    const auto entry = sought(house, call, request.document);
    if (!entry) return base::Fault{"document.unknown"_code, {{"number", request.document}}, {}};
    InspectionShown shown;
    shown.document = showDocument(house, call, *entry);
    shown.wish = "nothing";
    shown.own = madeWhatTheyJudge(house, call, *entry);
    if (entry->state == "in_production") {
        const auto awaits = awaitsOf(house, call.connection, entry->order, {});
        if (isForInspector(awaits.wish)) shown.wish = awaits.wish;
        shown.holdReason = awaits.holdReason;
    }
    if (entry->confidential && needToKnowOf(house, call) == NeedToKnow::No) return shown;
    auto seen = inspectedPartsOf(house, call.connection, *entry);
    shown.parts = std::move(seen.parts);
    shown.pictures = std::move(seen.pictures);
    return shown;
}

/// What was held for its looks is decided; what waited for its release is taken in hand first.
base::Outcome startAgain(House& house, Call& call, const DocumentEntry& document, const std::string& wish,
                         const std::string& reason) {
    const StepReport report{reason, document.blank};
    if (wish == "override") {
        const auto decided =
            house.queue->decide(call.transaction(), call.author, document.order, LineEvent::FoundSpoiled, report);
        return decided ? base::Outcome{} : base::Outcome{decided.refusal()};
    }
    const LineStation station{"inspection/" + call.author.person.text()};
    auto task =
        house.queue->claimOrder(call.transaction(), call.author, station, document.order, issuance::Step::Release);
    if (!task) return task.refusal();
    return house.queue->report(call.transaction(), call.author, *task, LineEvent::Refuse, report);
}

base::Result<Done> refuse(House& house, Call& call, const InspectionRefuse& request) {
    const ProductionOrderId order{request.order};
    if (!house.queue->find(call.connection, order))
        return base::Fault{"order.unknown"_code, {{"order", request.order}}, {}};
    if (request.reason.empty()) return base::Fault{"inspection.reason-missing"_code};
    const auto document = house.documents->ofOrder(call.connection, order);
    const auto wish = awaitsOf(house, call.connection, order, {}).wish;
    if (!document || !isForInspector(wish))
        return base::Fault{"inspection.not-waiting"_code, {{"order", request.order}}, {}};
    if (madeWhatTheyJudge(house, call, *document))
        return base::Fault{"line.released-by-maker"_code, {{"order", request.order}}, {}};
    if (auto ended = voidDocumentOf(house.lineRooms(), call.transaction(), call.author, order,
                                    inventory::SpoilCause::Inspection);
        !ended)
        return ended.refusal();
    if (auto again = startAgain(house, call, *document, wish, request.reason); !again) return again.refusal();
    return Done{};
}

}  // namespace

void addInspectionAnswers(ActTable& acts, House& house) {
    acts.answer<InspectionList>([&house](Call& call, const auto& request) { return list(house, call, request); });
    acts.answer<InspectionShow>([&house](Call& call, const auto& request) { return show(house, call, request); });
    acts.answer<InspectionRefuse>([&house](Call& call, const auto& request) { return refuse(house, call, request); });
}

}  // namespace issuance
