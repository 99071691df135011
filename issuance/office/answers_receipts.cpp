// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include "base/digest.hpp"
#include "contract/acts_of_receipts.hpp"
#include "inventory/low_stock.hpp"
#include "inventory/receipts/deliveries.hpp"
#include "inventory/transfers/requisitions.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/office/stock_papers.hpp"
#include "issuance/office/uploads.hpp"
#include "records/operators/sites.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

inventory::Deliveries deliveriesOf(House& house) { return {*house.items, house.clock}; }
inventory::Lots lotsOf(House& house) { return {*house.items, house.clock}; }
Uploads uploadsOf(House& house, const Call& call) { return {house.files.uploads(), call.author.person}; }

ItemsListed listItems(House& house, Call& call) {
    ItemsListed listed;
    for (const auto& stock : inventory::itemStocks(call.connection, *house.items)) {
        const auto& item = *stock.item;
        ItemLine line{item.id,
                      item.names,
                      item.isCounted() ? "counted" : "serialised",
                      item.isCounted() ? "" : item.serial.serialOf(1),
                      item.unit,
                      item.pack,
                      item.box,
                      stock.usable,
                      item.minimumStock,
                      stock.isLow(),
                      item.leadTimeDays,
                      item.shiftLimit,
                      {},
                      item.heldBy};
        for (const auto& value : item.values) line.values.push_back(textOf(value));
        listed.items.push_back(std::move(line));
    }
    return listed;
}

/// SHA-256 of a file, in hexadecimal, without holding it in memory.
std::string hashOf(std::istream& stream) {
    base::Sha256Stream sum;
    base::Bytes part(std::size_t{1} << 16);
    while (stream.read(reinterpret_cast<char*>(part.data()), static_cast<std::streamsize>(part.size())) ||
           stream.gcount() > 0)
        sum.add(base::BytesView{part}.first(static_cast<std::size_t>(stream.gcount())));
    stream.clear();
    stream.seekg(0);
    return base::toHex(sum.finish());
}

base::Result<DeliveryAnnounced> announce(House& house, Call& call, const StockAnnounce& request) {
    const auto file = uploadsOf(house, call).fileOf(request.upload);
    if (!file) return file.refusal();
    std::ifstream stream{*file, std::ios::binary};
    const auto hash = hashOf(stream);
    const auto announcement = inventory::readAnnouncement(
        stream, {*house.items, *house.manifestSchema, request.supplier.value_or(""), request.purchase.value_or("")});
    if (!announcement) return announcement.refusal();
    const auto delivery = deliveriesOf(house).announce(call.transaction(), call.author, *announcement, hash);
    if (!delivery) return delivery.refusal();
    return DeliveryAnnounced{*delivery, announcement->form, announcement->quantity(),
                             static_cast<std::int64_t>(announcement->ranges.size()),
                             static_cast<std::int64_t>(announcement->lots.size())};
}

base::Result<ScanAccepted> scan(House& house, Call& call, const StockScan& request) {
    inventory::Scan scan{request.box.value_or(""), request.seal.value_or(""), request.serials, {}, request.anew};
    for (const auto& lot : request.lots) scan.lots.push_back({lot.item, lot.lot, lot.quantity});
    const auto deliveries = deliveriesOf(house);
    const auto taken = deliveries.scan(call.transaction(), call.author, request.delivery, scan);
    if (!taken) return taken.refusal();
    const auto check = deliveries.check(call.connection, request.delivery);
    if (!check) return check.refusal();
    return ScanAccepted{taken->fresh, taken->repeated, check->announced, check->scanned};
}

base::Result<DeliveryChecked> check(House& house, Call& call, const StockCheck& request) {
    const auto found = deliveriesOf(house).check(call.connection, request.delivery);
    if (!found) return found.refusal();
    DeliveryChecked checked{found->announced, found->scanned, {}, {}};
    for (const auto& fault : found->faults) checked.faults.push_back(FaultLine::of(fault));
    for (const auto& gap : found->gaps) checked.gaps.push_back(FaultLine::of(gap));
    return checked;
}

base::Result<DeliveryPutAway> putAway(House& house, Call& call, const StockPutAway& request) {
    const auto quantity =
        deliveriesOf(house).putAway(call.transaction(), call.author,
                                    {request.delivery, request.place.value_or(std::string{inventory::place::kVault}),
                                     request.gapReason.value_or("")});
    if (!quantity) return quantity.refusal();
    const auto act = issueReceiptAct(house, call, request.delivery);
    if (!act) return act.refusal();
    return DeliveryPutAway{request.delivery, *quantity};
}

base::Result<Done> reject(House& house, Call& call, const StockReject& request) {
    const auto done = deliveriesOf(house).reject(call.transaction(), call.author, request.delivery, request.reason);
    if (!done) return done.refusal();
    return Done{};
}

DeliveriesListed listDeliveries(House& house, Call& call) {
    DeliveriesListed listed;
    const PeopleNames names{house, call.connection};
    for (const auto& found : deliveriesOf(house).list(call.connection))
        listed.deliveries.push_back({found.id, found.supplier, found.purchase, found.form, found.announcedAt,
                                     names.of(found.announcedBy), found.endedAt, found.outcome, found.announced,
                                     found.scanned});
    return listed;
}

base::Result<ReceiptShown> showReceipt(House& house, Call& call, const StockReceiptShow& request) {
    const auto act = deliveriesOf(house).acceptance(call.connection, request.receipt);
    if (!act) return act.refusal();
    const PeopleNames names{house, call.connection};
    ReceiptShown shown{act->receipt,          act->supplier, act->purchase, act->time, names.of(act->first),
                       names.of(act->second), act->place,    act->quantity, {}};
    for (const auto& item : act->items)
        shown.items.push_back({item.item, item.unit, item.quantity, item.contents, item.boxes});
    return shown;
}

base::Result<Done> moveLot(House& house, Call& call, const StockLotMove& request) {
    const auto stations = records::Sites{house.clock}.workstations(call.connection);
    const auto station = std::find_if(stations.begin(), stations.end(), [&](const auto& known) {
        return known.active && inventory::placeOf(known.id) == request.to;
    });
    if (station != stations.end()) inventory::knowWorkstation(call.connection, station->id);
    const inventory::LotQuantity what{request.item, request.lot, request.quantity};
    std::string reference;
    if (request.requisition) {
        const auto answers = inventory::Requisitions{*house.items, house.clock}.checkAnswer(
            call.transaction(), *request.requisition, what, request.to);
        if (!answers) return answers.refusal();
        reference = "requisition:" + *request.requisition;
    }
    const auto moved = lotsOf(house).move(call.transaction(), call.author, what, request.from, request.to, reference);
    if (!moved) return moved.refusal();
    return Done{};
}

base::Result<LotsUsed> useLot(House& house, Call& call, const StockLotUse& request) {
    const auto used = lotsOf(house).consume(call.transaction(), call.author, call.author.workstation, request.item,
                                            request.quantity, request.reference);
    if (!used) return used.refusal();
    LotsUsed answer;
    for (const auto& lot : *used) answer.lots.push_back({lot.item, lot.lot, lot.quantity});
    return answer;
}

base::Result<Done> countLot(House& house, Call& call, const StockLotCount& request) {
    const auto done = lotsOf(house).adjust(
        call.transaction(), call.author, {request.item, request.lot, request.quantity}, request.place, request.reason);
    if (!done) return done.refusal();
    return Done{};
}

}  // namespace

void addReceiptAnswers(ActTable& acts, House& house) {
    acts.answer<StockItems>([&house](Call& call, const auto&) { return listItems(house, call); });
    acts.answer<StockAnnounce>([&house](Call& call, const auto& request) { return announce(house, call, request); });
    acts.answer<StockScan>([&house](Call& call, const auto& request) { return scan(house, call, request); });
    acts.answer<StockCheck>([&house](Call& call, const auto& request) { return check(house, call, request); });
    acts.answer<StockPutAway>([&house](Call& call, const auto& request) { return putAway(house, call, request); });
    acts.answer<StockReject>([&house](Call& call, const auto& request) { return reject(house, call, request); });
    acts.answer<StockReceipts>([&house](Call& call, const auto&) { return listDeliveries(house, call); });
    acts.answer<StockReceiptShow>(
        [&house](Call& call, const auto& request) { return showReceipt(house, call, request); });
    acts.answer<StockLotMove>([&house](Call& call, const auto& request) { return moveLot(house, call, request); });
    acts.answer<StockLotUse>([&house](Call& call, const auto& request) { return useLot(house, call, request); });
    acts.answer<StockLotCount>([&house](Call& call, const auto& request) { return countLot(house, call, request); });
}

}  // namespace issuance
