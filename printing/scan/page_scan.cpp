// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/page_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace printing {
namespace {

using Member = ScanBand ScanLimits::*;

constexpr std::array<std::pair<std::string_view, Member>, 18> kBands{{
    {"resolution", &ScanLimits::resolution},
    {"print-shift", &ScanLimits::printShift},
    {"print-tilt", &ScanLimits::printTilt},
    {"print-scale", &ScanLimits::printScale},
    {"print-strength", &ScanLimits::printStrength},
    {"mrz-left", &ScanLimits::mrzLeft},
    {"mrz-centre", &ScanLimits::mrzCentre},
    {"mrz-skew", &ScanLimits::mrzSkew},
    {"mrz-pitch", &ScanLimits::mrzPitch},
    {"mrz-evenness", &ScanLimits::mrzEvenness},
    {"mrz-score", &ScanLimits::mrzScore},
    {"mrz-margin", &ScanLimits::mrzMargin},
    {"mrz-contrast", &ScanLimits::mrzContrast},
    {"text-surplus", &ScanLimits::textSurplus},
    {"picture-shift", &ScanLimits::pictureShift},
    {"picture-likeness", &ScanLimits::pictureLikeness},
    {"streak", &ScanLimits::streak},
    {"spot", &ScanLimits::spot},
}};

}  // namespace

ScanJudgement ScanBand::judge(double measured) const {
    const bool lessIsBetter = good < refused;
    const auto reaches = [&](double limit) { return lessIsBetter ? measured <= limit : measured >= limit; };
    if (reaches(good)) return ScanJudgement::Good;
    return reaches(refused) ? ScanJudgement::Doubtful : ScanJudgement::Refused;
}

ScanBand* ScanLimits::named(std::string_view name) {
    const auto* found = std::ranges::find(kBands, name, &std::pair<std::string_view, Member>::first);
    return found == kBands.end() ? nullptr : &(this->*found->second);
}

std::vector<std::string_view> ScanLimits::names() {
    std::vector<std::string_view> names;
    for (const auto& [name, member] : kBands) names.push_back(name);
    return names;
}

base::Fault ScanFinding::fault() const {
    base::Fault fault{code, {{"field", field}}, field};
    if (measured == 0 && limit == 0) return fault;
    fault.arguments.emplace_back("measured", fmt::format("{:.2f}", measured));
    fault.arguments.emplace_back("limit", fmt::format("{:.2f}", limit));
    return fault;
}

ScanJudgement ScanInspection::judgement() const {
    ScanJudgement worst = ScanJudgement::Good;
    for (const auto& finding : findings) worst = std::max(worst, finding.judgement);
    return worst;
}

}  // namespace printing
