// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/line_parts.hpp"

#include <algorithm>
#include <limits>

#include "issuance/office/station.hpp"

namespace issuance {
namespace {

/// False where no duty is left.
bool leaveOut(std::vector<std::string>& duties, const std::vector<contract::OutOfService>& out) {
    if (out.empty()) return true;
    if (duties.empty()) duties = {"print", "encode", "inspect"};
    for (const auto& each : out) std::erase(duties, each.duty);
    return !duties.empty();
}

/// What was run so far, and one part more.
contract::LineRan joined(contract::LineRan all, contract::LineRan part) {
    part.steps += all.steps;
    part.refused += all.refused;
    part.inDoubt += all.inDoubt;
    part.outOfService.insert(part.outOfService.begin(), all.outOfService.begin(), all.outOfService.end());
    return part;
}

}  // namespace

base::Result<contract::LineRan> runInParts(contract::Office& office, const contract::Credentials& credentials,
                                           contract::LineRun request, const std::function<bool()>& goOn) {
    constexpr std::int64_t kPart = 10;
    contract::LineRan all;
    auto left = request.maximumSteps.value_or(std::numeric_limits<std::int64_t>::max());
    for (bool more = true; more && left > 0 && goOn();) {
        request.maximumSteps = std::min(left, kPart);
        const auto ran = office.ask(credentials, request);
        if (!ran) return ran;
        left -= *request.maximumSteps;
        more = leaveOut(request.duties, ran->outOfService) && ran->steps == *request.maximumSteps;
        all = joined(std::move(all), *ran);
    }
    return all;
}

std::vector<contract::StationCall> callsAt(const std::string& workstation, const Station* lent,
                                           const std::vector<contract::StationCall>& ofHouse) {
    auto calls = lent != nullptr ? lent->calls() : std::vector<contract::StationCall>{};
    for (const auto& call : ofHouse) {
        const bool scans = call.wish == "scan_any" || call.wish == "scan_blank";
        if (call.workstation == workstation && (lent == nullptr || scans)) calls.push_back(call);
    }
    return calls;
}

}  // namespace issuance
