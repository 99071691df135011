// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include "issuance/line/conductor.hpp"
#include "issuance/office/answers.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

std::int64_t countOf(records::Connection& connection, Stage stage) {
    return connection
        .queryOne("SELECT COUNT(*) FROM line_task WHERE stage = ?1 AND standing = 'ready'",
                  {std::string{nameOf(stage)}})
        ->integer(0);
}

LineRan run(House& house, Call& call, ConnectionPool& connections, const LineRun& request) {
    auto loan = connections.borrow();
    const auto devices = openDevices({request.printer, request.reader, house.files.chips(), house.files.pages()});
    const auto rooms = house.lineRooms();
    Conductor conductor{rooms, *loan, *devices, call.author};
    if (request.damageOrder && house.institution.training)
        conductor.wearOutChipOf(ProductionOrderId{*request.damageOrder});
    const auto tally = conductor.runUntilIdle(request.maximumSteps.value_or(std::numeric_limits<std::int64_t>::max()));
    return {tally.steps, tally.refused, tally.inDoubt, countOf(call.connection, Stage::Inspected),
            countOf(call.connection, Stage::Cleared)};
}

LineStatusTold status(House& house, Call& call) {
    LineStatusTold told;
    for (const auto& row : call.connection.query(
             "SELECT stage, standing, COUNT(*) FROM line_task GROUP BY stage, standing ORDER BY stage, standing"))
        told.stages.push_back({row.text(0), row.text(1), row.integer(2)});
    OrderList doubtful;
    doubtful.standing = std::string{nameOf(Standing::InDoubt)};
    told.inDoubt = house.orders->list(call.connection, doubtful);
    return told;
}

/// What a person saw decides what becomes of blank and document.
base::Result<Done> resolve(House& house, Call& call, const LineResolve& request) {
    const auto verdict = verdictNamed(request.verdict);
    if (!verdict) return base::Fault{"line.unknown-verdict"_code, {{"verdict", request.verdict}}, {}};
    const ProductionOrderId order{request.order};
    const auto document = house.documents->ofOrder(call.connection, order);
    const auto task = house.queue->find(call.connection, order);
    if (*verdict == LineEvent::FoundSpoiled)
        if (auto ended =
                voidDocumentOf(house.lineRooms(), call.transaction(), call.author, order, inventory::SpoilCause::Doubt);
            !ended)
            return ended.refusal();
    if (*verdict == LineEvent::FoundDone && document && task && task->step == Step::Encode)
        house.documents->eraseSecret(call.transaction(), document->id);
    const auto decided = house.queue->decide(call.transaction(), call.author, order, *verdict,
                                             {request.reason, document ? document->blank : ""});
    if (!decided) return decided.refusal();
    return Done{};
}

/// Control 11 in the small: nobody releases what they printed or encoded themselves.
bool personalisedBy(records::Connection& connection, const ProductionOrderId& order,
                    const records::OperatorId& person) {
    return connection
        .queryOne("SELECT 1 FROM stage_event WHERE order_id = ?1 AND person = ?2 AND stage IN ('print', 'encode')",
                  {order.text(), person.text()})
        .has_value();
}

base::Outcome releaseOne(House& house, Call& call, const ProductionOrderId& order, LineReleased& released) {
    const auto document = house.documents->ofOrder(call.connection, order);
    if (!document) return base::Fault{"order.unknown"_code, {{"order", order.text()}}, {}};
    const auto* kind = house.catalogue->find(KindId{document->kind});
    if (kind != nullptr && kind->release == ReleaseRule::SecondPerson &&
        personalisedBy(call.connection, order, call.author.person))
        return base::Fault{"line.released-by-maker"_code, {{"order", order.text()}}, {}};
    const LineStation station{"release/" + call.author.person.text()};
    auto task = house.queue->claimOrder(call.transaction(), call.author, station, order, Step::Release);
    if (!task) return task.refusal();
    if (auto reported =
            house.queue->report(call.transaction(), call.author, *task, LineEvent::Finish, {"", document->blank});
        !reported)
        return reported;
    house.documents->setState(call.transaction(), document->id, "released");
    released.documents.push_back(document->number.text());
    return {};
}

base::Result<LineReleased> release(House& house, Call& call, const LineRelease& request) {
    LineReleased released;
    if (request.order) {
        if (auto one = releaseOne(house, call, ProductionOrderId{*request.order}, released); !one) return one.refusal();
        return released;
    }
    const auto waiting = call.connection.query(
        "SELECT order_id FROM line_task WHERE stage = 'inspected' AND standing = 'ready' ORDER BY rank");
    for (const auto& row : waiting) {
        const ProductionOrderId order{row.text(0)};
        auto one = releaseOne(house, call, order, released);
        if (!one && !one.refusal().has("line.released-by-maker"_code)) return one.refusal();
    }
    return released;
}

}  // namespace

void addLineAnswers(ActTable& acts, House& house, ConnectionPool& connections) {
    acts.answer<LineRun>(
        [&house, &connections](Call& call, const auto& request) { return run(house, call, connections, request); });
    acts.answer<LineStatus>([&house](Call& call, const auto&) { return status(house, call); });
    acts.answer<LineResolve>([&house](Call& call, const auto& request) { return resolve(house, call, request); });
    acts.answer<LineRelease>([&house](Call& call, const auto& request) { return release(house, call, request); });
}

}  // namespace issuance
