// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_losses.hpp"
#include "inventory/losses/loss_export.hpp"
#include "issuance/lifecycle/lost_documents.hpp"
#include "issuance/office/answers.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

constexpr std::string_view kCountry = "GTM";

LossNoted noted(Call& call, const inventory::LossOutcome& outcome) {
    LossNoted noted{outcome.cases, inventory::quantityOf(outcome.ranges), {}};
    for (const auto& blank : outcome.used)
        if (const auto row = call.connection.queryOne("SELECT number FROM document WHERE id = ?1", {blank.document}))
            noted.documents.push_back(row->text(0));
    return noted;
}

base::Result<LossNoted> missing(House& house, Call& call, const StockMissing& request) {
    const auto outcome = house.losses->reportMissing(call.transaction(), call.author, request.serials, request.reason);
    if (!outcome) return outcome.refusal();
    const auto held = noteMissingDocuments(house.lineRooms(), call.transaction(), call.author, outcome->used);
    if (!held) return held.refusal();
    return noted(call, *outcome);
}

base::Result<LossNoted> reportLoss(House& house, Call& call, const StockReportLoss& request) {
    if (request.kind != inventory::state::kLost && request.kind != inventory::state::kStolen)
        return base::Fault{"case.unknown-word"_code, {{"word", request.kind}}};
    const auto date = base::parseDate(request.date);
    if (!date) return date.refusal();
    const auto outcome = house.losses->report(
        call.transaction(), call.author, {request.kind, request.serials, request.report, request.authority, *date});
    if (!outcome) return outcome.refusal();
    const auto cancelled =
        cancelLostDocuments(house.lineRooms(), call.transaction(), call.author, outcome->used, request.kind);
    if (!cancelled) return cancelled.refusal();
    return noted(call, *outcome);
}

base::Result<LossNoted> found(House& house, Call& call, const StockFound& request) {
    const auto outcome = house.losses->returnFound(call.transaction(), call.author, request.serials, request.reason);
    if (!outcome) return outcome.refusal();
    const auto cancelled =
        cancelLostDocuments(house.lineRooms(), call.transaction(), call.author, outcome->used, "found");
    if (!cancelled) return cancelled.refusal();
    return noted(call, *outcome);
}

/// The number and type of a document where one was made of the blank; otherwise the blank's, and the type of the kind
/// that is made of such blanks.
inventory::ReportedNumber numbered(House& house, Call& call, const std::string& serial, const std::string& item) {
    inventory::ReportedNumber reported;
    reported.number = serial;
    reported.issuer = reported.country = kCountry;
    const DocumentKind* kind = nullptr;
    if (const auto row =
            call.connection.queryOne("SELECT number, kind FROM document WHERE blank_serial = ?1", {serial})) {
        reported.number = row->text(0);
        kind = house.catalogue->find(KindId{row->text(1)});
    }
    for (const auto& each : house.catalogue->kinds())
        if (kind == nullptr && each.blankItem == item) kind = &each;
    if (kind != nullptr) {
        reported.type = kind->documentCode;
        reported.issuer = kind->issuingState;
    }
    return reported;
}

LossesExported exportAll(House& house, Call& call) {
    std::vector<inventory::ReportedNumber> numbers;
    for (const auto& record : house.losses->reported(call.connection)) {
        const auto& serials = house.items->find(record.range.item)->serial;
        for (auto number = record.range.first; number <= record.range.last; ++number) {
            auto reported = numbered(house, call, serials.serialOf(number), record.range.item);
            reported.status = record.status;
            reported.issueState = record.issueState;
            reported.reportDate = record.reportDate;
            reported.report = record.report;
            reported.authority = record.authority;
            numbers.push_back(std::move(reported));
        }
    }
    return {csvOf(numbers), xmlOf(numbers, house.clock.now())};
}

}  // namespace

void addLossAnswers(ActTable& acts, House& house) {
    acts.answer<StockMissing>([&house](Call& call, const auto& request) { return missing(house, call, request); });
    acts.answer<StockReportLoss>(
        [&house](Call& call, const auto& request) { return reportLoss(house, call, request); });
    acts.answer<StockFound>([&house](Call& call, const auto& request) { return found(house, call, request); });
    acts.answer<StockReportExport>([&house](Call& call, const auto&) { return exportAll(house, call); });
}

}  // namespace issuance
