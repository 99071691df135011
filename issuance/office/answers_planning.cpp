// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_planning.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/report/line_batches.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

base::Result<BatchesTold> batches(House& house, Call& call, const LineBatches& request) {
    auto day = localDay(house.clock.now());
    if (request.day) {
        const auto named = base::parseDate(*request.day);
        if (!named) return base::Fault{"order.due-unclear"_code, {{"due", *request.day}}};
        day = *named;
    }
    BatchesTold told{base::formatDate(day), {}};
    for (const auto& batch : batchesOf(call.connection, day)) {
        BatchLine line{batch.kind, batch.deliverySite, {}, batch.urgent, batch.overdue, batch.oldest, batch.due};
        for (const auto& [position, orders] : batch.stages)
            line.stages.push_back({std::string{nameOf(position.first)}, std::string{nameOf(position.second)}, orders});
        told.batches.push_back(std::move(line));
    }
    return told;
}

}  // namespace

void addPlanningAnswers(ActTable& acts, House& house) {
    acts.answer<LineBatches>([&house](Call& call, const auto& request) { return batches(house, call, request); });
}

}  // namespace issuance
