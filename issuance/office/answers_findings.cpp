// SPDX-License-Identifier: GPL-3.0-or-later
// What people find when they look: at a blank in doubt, at a printed page.
#include "base/failure.hpp"
#include "chip/personalization/encoder.hpp"
#include "contract/acts_of_line.hpp"
#include "issuance/line/document_inspection.hpp"
#include "issuance/line/station_devices.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/simulated_products.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

/// What the chip in the reader says of itself.
std::string chipSays(House& house, Devices& devices, const DocumentEntry& document) {
    const auto* kind = house.catalogue->find(KindId{document.kind});
    if (kind == nullptr || !kind->chipProfile) return "unclear";
    try {
        const auto& profile = house.chipProfiles.at(*kind->chipProfile);
        const auto card = devices.cardOf(document.blank);
        card->answerWithin(profile.exchangeTimeout);
        if (const auto known = base::fromHex(document.chipIdentity); known && chip::isAnotherChip(*known, *card))
            return "another";
        const auto state = chip::Encoder{profile}.probe(*card);
        return state ? std::string{chip::nameOf(*state)} : "unclear";
    } catch (const base::Failure& failure) {
        const auto& code = failure.code();
        if (code == "reader.no-card"_code || code == "card.removed"_code) return "absent";
        if (code == "card.silent"_code) return "unclear";
        throw;
    }
}

/// What the chip in the reader that was named says of itself.
base::Result<std::string> askChip(House& house, Call& call, const LineDoubt& request, const DocumentEntry& document) {
    if (!request.station)
        return chipSays(house, *openDevices(chosenDevices(house, "folder", request.reader)), document);
    const auto attached = house.stationLinks.attach(call.author, *request.station);
    if (!attached) return attached.refusal();
    const auto devices = machinesOf(house, (*attached)->link());
    return chipSays(house, *devices, document);
}

base::Result<DoubtShown> showDoubt(House& house, Call& call, const LineDoubt& request) {
    const ProductionOrderId order{request.order};
    const auto task = house.queue->find(call.connection, order);
    if (!task) return base::Fault{"order.unknown"_code, {{"order", request.order}}, {}};
    const auto document = house.documents->ofOrder(call.connection, order);
    if (task->position.standing != Standing::InDoubt || !document)
        return base::Fault{"line.not-in-doubt"_code, {{"order", request.order}}, {}};
    DoubtShown shown{request.order, std::string{nameOf(task->step)}, document->blank, {}, {}, {}};
    if (const auto events = house.orders->stages(call.connection, request.order); !events.empty()) {
        shown.cause = events.back().cause;
        shown.since = events.back().ended;
    }
    if (!hasChip(task->route)) return shown;
    shown.chipDue =
        chip::nameOf(task->position.stage == Stage::Encoded ? chip::ChipState::Locked : chip::ChipState::Blank);
    auto said = askChip(house, call, request, *document);
    if (!said) return said.refusal();
    shown.chip = std::move(said).value();
    return shown;
}

base::Result<Done> confirmPage(House& house, Call& call, const DocumentConfirmPage& request) {
    const auto document = house.documents->numbered(call.connection, request.number);
    if (!document) return base::Fault{"document.unknown"_code, {{"number", request.number}}, {}};
    const auto task = house.queue->find(call.connection, document->order);
    const bool waits = task && task->position == Position{Stage::Inspected, Standing::Ready} &&
                       document->state == "in_production" &&
                       house.documents->pageAwaitsEyes(call.connection, document->id);
    if (!waits) return base::Fault{"document.page-not-awaited"_code, {{"number", request.number}}, {}};
    if (madeWhatTheyJudge(house, call, *document))
        return base::Fault{"line.released-by-maker"_code, {{"order", document->order.text()}}, {}};
    house.documents->confirmPage(call.transaction(), document->id);
    appendToJournal(call.transaction(), house.clock,
                    {call.author, "document.page-seen", "document", document->id, "", {{"blank", document->blank}}});
    return Done{};
}

std::string holdReasonOf(records::Connection& connection, const ProductionOrderId& order) {
    const auto row = connection.queryOne("SELECT hold_reason FROM line_task WHERE order_id = ?1", {order.text()});
    return row ? row->text(0) : std::string{};
}

base::Result<Done> overrideRefusal(House& house, Call& call, const LineOverride& request) {
    const ProductionOrderId order{request.order};
    const auto document = house.documents->ofOrder(call.connection, order);
    if (!house.queue->find(call.connection, order))
        return base::Fault{"order.unknown"_code, {{"order", request.order}}, {}};
    if (request.reason.empty()) return base::Fault{"line.override-reason-missing"_code};
    if (!document || holdReasonOf(call.connection, order) != refusedByLooks().name() ||
        !failedByLooksOnly(house.documents->verdicts(call.connection, document->id)))
        return base::Fault{"line.nothing-to-override"_code, {{"order", request.order}}, {}};
    const auto made = [&](const records::OperatorId& person) {
        return house.queue->wasMadeBy(call.connection, order, person);
    };
    if (made(call.author.person) || (call.author.approver && made(*call.author.approver)))
        return base::Fault{"line.released-by-maker"_code, {{"order", request.order}}, {}};
    auto& transaction = call.transaction();
    house.documents->overrideRefusal(transaction, document->id, request.reason);
    if (auto marked = house.stock->markPersonalised(transaction, call.author, document->blank); !marked)
        return marked.refusal();
    const auto decided =
        house.queue->decide(transaction, call.author, order, LineEvent::Override, {request.reason, document->blank});
    if (!decided) return decided.refusal();
    return Done{};
}

}  // namespace

bool madeWhatTheyJudge(House& house, Call& call, const DocumentEntry& document) {
    const auto* kind = house.catalogue->find(KindId{document.kind});
    if (kind == nullptr || kind->release != ReleaseRule::SecondPerson) return false;
    return house.queue->wasMadeBy(call.connection, document.order, call.author.person);
}

void addFindingAnswers(ActTable& acts, House& house) {
    acts.answer<LineDoubt>([&house](Call& call, const auto& request) { return showDoubt(house, call, request); });
    acts.answer<LineOverride>(
        [&house](Call& call, const auto& request) { return overrideRefusal(house, call, request); });
    acts.answer<DocumentConfirmPage>(
        [&house](Call& call, const auto& request) { return confirmPage(house, call, request); });
}

}  // namespace issuance
