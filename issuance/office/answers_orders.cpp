// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "contract/acts_of_orders.hpp"
#include "issuance/line/conductor.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/order/order_file.hpp"
#include "issuance/order/order_listing.hpp"
#include "signing/cms/detached_signature.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

std::vector<FaultLine> linesOf(const std::vector<base::Fault>& faults) {
    std::vector<FaultLine> lines;
    for (const auto& fault : faults) lines.push_back(FaultLine::of(fault));
    return lines;
}

/// Takes one order of a file, or says why not. Warnings stop it unless somebody who may overrides them.
void takeOrder(House& house, Call& call, const OrderFileReading& reading, const GoodOrder& order, bool overrides,
               OrdersImported& imported) {
    // A file may come again, with a reason to override what stopped some of its orders: those that were taken stay
    // taken.
    if (imported.alreadyTaken && house.orders->known(call.connection, reading.station, order.request.id)) return;
    if (!order.warnings.empty() && !overrides) {
        imported.refused.push_back({order.request.id.text(), order.line, linesOf(order.warnings)});
        return;
    }
    const auto& kind = *house.catalogue->find(order.request.kind);
    const auto taken =
        house.orders->take(call.transaction(), call.author, order.request, kind, reading.sha256, reading.station);
    if (taken)
        imported.taken.push_back({taken->text(), order.request.id.text(), linesOf(order.warnings)});
    else
        imported.refused.push_back({order.request.id.text(), order.line, linesOf(taken.refusal().faults())});
}

/// Whether warnings are overridden: a reason is given, and who asks or stands beside may override.
base::Result<bool> mayOverride(House& house, Call& call, const OrderImport& request) {
    if (!request.overrideReason) return false;
    const auto& token = call.credentials.second.empty() ? call.credentials.session : call.credentials.second;
    const auto author = house.sessions->authorize(call.connection, token, "order.override");
    if (!author) return author.refusal();
    appendToJournal(call.transaction(), house.clock,
                    {*author, "order.override", "act", "order.import", *request.overrideReason, {}});
    return true;
}

base::Result<OrdersImported> import(House& house, Call& call, const OrderImport& request) {
    const auto signer = signing::verifyDetached(request.file, request.signature, house.stations, house.clock.now());
    if (!signer) return signer.refusal();
    const auto overrides = mayOverride(house, call, request);
    if (!overrides) return overrides.refusal();
    const auto reading =
        readOrderFile(request.file, {*house.catalogue, *house.orderSchema, base::dayOf(house.clock.now())});
    if (!reading) return reading.refusal();
    OrdersImported imported;
    imported.alreadyTaken = house.orders->fileTaken(call.connection, reading->sha256);
    if (!imported.alreadyTaken)
        house.orders->takeFile(call.transaction(), call.author, reading->sha256, reading->station);
    for (const auto& refused : reading->refused)
        imported.refused.push_back({refused.id.text(), refused.line, linesOf(refused.faults)});
    for (const auto& order : reading->good) takeOrder(house, call, *reading, order, *overrides, imported);
    return imported;
}

/// "received, cleared, …".
template <class Names>
std::string listed(const Names& names) {
    std::string text;
    for (const auto name : names) text += (text.empty() ? "" : ", ") + std::string{nameOf(name)};
    return text;
}

constexpr std::string_view kSorts[] = {"number", "newest", "turn", "due"};

base::Result<OrdersListed> list(Call& call, const OrderList& request) {
    std::vector<base::Fault> faults;
    if (request.stage && !stageNamed(*request.stage))
        faults.push_back({"order.unknown-stage"_code, {{"stage", *request.stage}, {"known", listed(allStages())}}, {}});
    if (request.standing && !standingNamed(*request.standing))
        faults.push_back(
            {"order.unknown-standing"_code, {{"standing", *request.standing}, {"known", listed(allStandings())}}, {}});
    if (request.sort && std::ranges::find(kSorts, *request.sort) == std::end(kSorts))
        faults.push_back({"order.unknown-sort"_code, {{"sort", *request.sort}}, {}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return OrdersListed{listOrders(call.connection, request)};
}

base::Result<OrderShown> show(House& house, Call& call, const OrderShow& request) {
    auto shown = house.orders->show(call.connection, request.order);
    if (!shown) return shown;
    PeopleNames{house, call.connection}.putInto(shown->stages);
    shown->counter = house.counterBook->workstationOf(call.connection, ProductionOrderId{request.order}).text();
    return shown;
}

/// What an order held that ends: its document is void, and its blank spoiled.
base::Outcome endDocumentOf(House& house, Call& call, const ProductionOrderId& order) {
    return voidDocumentOf(house.lineRooms(), call.transaction(), call.author, order, inventory::SpoilCause::Cancelled);
}

base::Result<Done> decide(House& house, Call& call, const std::string& order, LineEvent event,
                          const std::string& reason) {
    const ProductionOrderId id{order};
    if (event == LineEvent::Cancel)
        if (auto ended = endDocumentOf(house, call, id); !ended) return ended.refusal();
    const auto decided = house.queue->decide(call.transaction(), call.author, id, event, {reason, ""});
    if (!decided) return decided.refusal();
    return Done{};
}

base::Result<Done> keepForCounter(House& house, Call& call, const OrderCounter& request) {
    const ProductionOrderId order{request.order};
    auto& transaction = call.transaction();
    const auto done = request.workstation
                          ? house.counterBook->keep(transaction, call.author, order,
                                                    records::WorkstationId{*request.workstation}, request.reason)
                          : house.counterBook->letGo(transaction, call.author, order, request.reason);
    if (!done) return done.refusal();
    return Done{};
}

base::Result<Done> schedule(House& house, Call& call, const OrderSchedule& request) {
    if (auto scheduled = house.orders->schedule(call.transaction(), call.author, request); !scheduled)
        return scheduled.refusal();
    return Done{};
}

base::Result<Done> sendBack(House& house, Call& call, const OrderSendBack& request) {
    const ProductionOrderId order{request.order};
    if (auto ended = endDocumentOf(house, call, order); !ended) return ended.refusal();
    if (auto sent = house.orders->sendBack(call.transaction(), call.author, order, request.reason); !sent)
        return sent.refusal();
    return Done{};
}

}  // namespace

void addOrderAnswers(ActTable& acts, House& house) {
    acts.answer<OrderImport>([&house](Call& call, const auto& request) { return import(house, call, request); });
    acts.answer<OrderList>([](Call& call, const auto& request) { return list(call, request); });
    acts.answer<OrderShow>([&house](Call& call, const auto& request) { return show(house, call, request); });
    acts.answer<OrderHold>([&house](Call& call, const auto& request) {
        return decide(house, call, request.order, LineEvent::Hold, request.reason);
    });
    acts.answer<OrderRelease>([&house](Call& call, const auto& request) {
        return decide(house, call, request.order, LineEvent::ReleaseHold, request.reason);
    });
    acts.answer<OrderCancel>([&house](Call& call, const auto& request) {
        return decide(house, call, request.order, LineEvent::Cancel, request.reason);
    });
    acts.answer<OrderCounter>(
        [&house](Call& call, const auto& request) { return keepForCounter(house, call, request); });
    acts.answer<OrderSchedule>([&house](Call& call, const auto& request) { return schedule(house, call, request); });
    acts.answer<OrderSendBack>([&house](Call& call, const auto& request) { return sendBack(house, call, request); });
}

}  // namespace issuance
