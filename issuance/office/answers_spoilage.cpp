// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "contract/acts_of_spoilage.hpp"
#include "inventory/spoilage/withdrawals.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/evidence_photo.hpp"
#include "issuance/office/people_names.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using Of = inventory::Quarantine::Of;

SpoilCausesListed causes(Call& call) {
    SpoilCausesListed listed;
    for (const auto& known : inventory::knownCauses(call.connection))
        listed.causes.push_back({known.cause.code, known.spanish, known.english, known.defective});
    return listed;
}

base::Result<Done> putCause(House& house, Call& call, const StockCause& request) {
    const auto& line = request.line;
    const auto put = inventory::putCause(call.transaction(), call.author, house.clock,
                                         {{line.cause}, line.spanish, line.english, line.defective});
    if (!put) return put.refusal();
    return Done{};
}

base::Result<Done> addEvidence(House& house, Call& call, const std::string& serial, const base::Bytes& photo) {
    const auto evidence = keepPhoto(*house.contents, photo);
    if (!evidence) return evidence.refusal();
    const inventory::Quarantine quarantine{*house.items, house.clock};
    const auto added = quarantine.addEvidence(call.transaction(), call.author, serial, *evidence);
    if (!added) return added.refusal();
    return Done{};
}

base::Result<Done> spoil(House& house, Call& call, const StockSpoil& request) {
    const auto spoiled = house.stock->spoilUnused(call.transaction(), call.author, request.serial, {request.cause});
    if (!spoiled) return spoiled.refusal();
    if (request.photo) return addEvidence(house, call, request.serial, *request.photo);
    return Done{};
}

base::Result<EvidenceShown> photos(House& house, Call& call, const StockPhotos& request) {
    const auto found = inventory::Quarantine{*house.items, house.clock}.evidenceOf(call.connection, request.serial);
    if (!found) return found.refusal();
    const PeopleNames names{house, call.connection};
    EvidenceShown shown;
    for (const auto& evidence : *found) {
        auto content = house.contents->get(evidence.content);
        if (!content) return content.refusal();
        shown.photos.push_back(
            {evidence.content, evidence.format, evidence.time, names.of(evidence.person), std::move(*content)});
    }
    return shown;
}

base::Result<QuarantineListed> list(House& house, Call& call, const StockQuarantineList& request) {
    static const std::map<std::string, Of> kOf{
        {"", Of::NotReceived}, {"not_received", Of::NotReceived}, {"received", Of::Received}, {"all", Of::All}};
    const auto of = kOf.find(request.of);
    if (of == kOf.end()) return base::Fault{"stock.unknown-word"_code, {{"word", request.of}}};
    const PeopleNames names{house, call.connection};
    QuarantineListed listed;
    for (const auto& found : inventory::Quarantine{*house.items, house.clock}.list(call.connection, Of::All)) {
        const bool received = !found.receivedAt.empty();
        if (!received) listed.notReceived += found.range.quantity();
        if (of->second != Of::All && (of->second == Of::Received) != received) continue;
        listed.lines.push_back({textOf(found.range, *house.items->find(found.range.item)), found.range.item,
                                found.place, found.cause, found.announcedAt, names.of(found.announcedBy),
                                found.receivedAt, names.of(found.receivedBy)});
    }
    return listed;
}

base::Result<QuarantineReceived> receive(House& house, Call& call, const StockQuarantineReceive& request) {
    const auto scan =
        inventory::Quarantine{*house.items, house.clock}.receive(call.transaction(), call.author, request.serials);
    if (!scan) return scan.refusal();
    return QuarantineReceived{scan->fresh, scan->repeated};
}

base::Result<SentToDestruction> toDestruction(House& house, Call& call, const StockToDestruction& request) {
    const auto moved = inventory::Quarantine{*house.items, house.clock}.toDestruction(call.transaction(), call.author,
                                                                                      request.serials);
    if (!moved) return moved.refusal();
    return SentToDestruction{*moved};
}

base::Result<StockWithdrawn> expire(House& house, Call& call, const StockExpire& request) {
    const auto quantity = inventory::Withdrawals{*house.items, house.clock}.expire(call.transaction(), call.author,
                                                                                   request.serials, request.reason);
    if (!quantity) return quantity.refusal();
    return StockWithdrawn{*quantity, {}};
}

base::Result<StockWithdrawn> annul(House& house, Call& call, const StockAnnul& request) {
    auto& tx = call.transaction();
    const auto annulled =
        inventory::Withdrawals{*house.items, house.clock}.annul(tx, call.author, request.serials, request.reason);
    if (!annulled) return annulled.refusal();
    StockWithdrawn withdrawn{std::ssize(*annulled), {}};
    std::vector<base::Fault> faults;
    for (const auto& blank : *annulled) {
        const auto row = call.connection.queryOne("SELECT number, state FROM document WHERE id = ?1", {blank.document});
        if (!row) continue;
        withdrawn.documents.push_back(row->text(0));
        if (row->text(1) == "in_production")
            faults.push_back({"document.not-released"_code, {{"number", row->text(0)}, {"order", blank.order}}});
        else
            house.lineRooms().documents.setState(tx, blank.document, "void");
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return withdrawn;
}

}  // namespace

void addSpoilageAnswers(ActTable& acts, House& house) {
    acts.answer<StockCauses>([](Call& call, const auto&) { return causes(call); });
    acts.answer<StockCause>([&house](Call& call, const auto& request) { return putCause(house, call, request); });
    acts.answer<StockSpoil>([&house](Call& call, const auto& request) { return spoil(house, call, request); });
    acts.answer<StockEvidence>(
        [&house](Call& call, const auto& request) { return addEvidence(house, call, request.serial, request.photo); });
    acts.answer<StockPhotos>([&house](Call& call, const auto& request) { return photos(house, call, request); });
    acts.answer<StockQuarantineList>([&house](Call& call, const auto& request) { return list(house, call, request); });
    acts.answer<StockQuarantineReceive>(
        [&house](Call& call, const auto& request) { return receive(house, call, request); });
    acts.answer<StockToDestruction>(
        [&house](Call& call, const auto& request) { return toDestruction(house, call, request); });
    acts.answer<StockExpire>([&house](Call& call, const auto& request) { return expire(house, call, request); });
    acts.answer<StockAnnul>([&house](Call& call, const auto& request) { return annul(house, call, request); });
}

}  // namespace issuance
