// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/content_reading.hpp"

#include <algorithm>

#include "chip/lds/security_infos.hpp"

namespace chip {
namespace {

using namespace base::literals;
using lds::File;

void addDefects(ChipInspection& found, const std::vector<base::Fault>& defects) {
    found.defects.insert(found.defects.end(), defects.begin(), defects.end());
}

template <class Content, class Decode>
void take(ChipInspection& found, File file, std::optional<Content>& target, Decode decode) {
    const auto content = found.files.find(file);
    if (content == found.files.end()) return;
    auto decoded = decode(content->second);
    if (!decoded) {
        addDefects(found, decoded.refusal().faults());
        return;
    }
    addDefects(found, decoded->defects);
    target = std::move(decoded->content);
}

bool coveredBy(const lds::SecurityInfos& open, const lds::SecurityInfos& authenticated) {
    return std::ranges::all_of(open.all, [&](const lds::SecurityInfo& offer) {
        return std::ranges::any_of(authenticated.all, [&](const auto& info) { return info.octets == offer.octets; });
    });
}

}  // namespace

void readDetails(ChipInspection& found) {
    take(found, File::Dg1, found.dg1, lds::decodeDg1);
    take(found, File::Dg2, found.dg2, lds::decodeDg2);
    take(found, File::Dg7, found.dg7, lds::decodeDg7);
    take(found, File::Dg11, found.dg11, lds::decodeDg11);
    take(found, File::Dg12, found.dg12, lds::decodeDg12);
}

void judgeCardAccess(ChipInspection& found) {
    std::optional<lds::SecurityInfos> open, authenticated;
    take(found, File::CardAccess, open, lds::decodeCardAccess);
    take(found, File::Dg14, authenticated, lds::decodeDg14);
    CheckVerdict verdict{Check::CardAccess};
    const bool offered = found.files.contains(File::CardAccess) || (authenticated && !authenticated->pace.empty());
    if (!offered) {
        verdict.result = CheckResult::NotPerformed;
        verdict.reasons = {{"inspection.nothing-to-check"_code, {}, "EF.CardAccess"}};
    } else if (!open || !authenticated || !coveredBy(*open, *authenticated)) {
        verdict.result = CheckResult::Failed;
        verdict.reasons = {{"inspection.card-access-differs"_code, {}, "EF.CardAccess"}};
    }
    found.checks.push_back(std::move(verdict));
}

}  // namespace chip
