// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/document_inspection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "printing/inspection/page_inspection.hpp"
#include "printing/scan/page_scan.hpp"

namespace issuance {

using namespace base::literals;

namespace {

std::string reasonOf(const std::vector<base::Fault>& faults) {
    std::string reason;
    for (const auto& fault : faults) {
        reason += (reason.empty() ? "" : ", ") + fault.code.name();
        if (fault.where.empty()) continue;
        std::string measures;
        for (const auto& [name, value] : fault.arguments)
            if (name == "measured" || name == "limit") measures += (measures.empty() ? ": " : "/") + value;
        reason += " (" + fault.where + measures + ")";
    }
    return reason;
}

/// Of a reason as reasonOf writes it.
bool tellsOfLooksOnly(std::string_view reason) {
    if (reason.empty()) return false;
    constexpr std::string_view kBetween = ", ";
    static const std::array kLooks{"printing.page-print-misplaced"_code, "printing.page-image-misplaced"_code,
                                   "printing.page-faded"_code, "printing.page-streak"_code, "printing.page-spot"_code};
    while (!reason.empty()) {
        const auto one = reason.substr(0, reason.find(kBetween));
        const auto code = one.substr(0, one.find(' '));
        if (std::ranges::none_of(kLooks, [&](const auto& look) { return look.name() == code; })) return false;
        reason.remove_prefix(std::min(reason.size(), one.size() + kBetween.size()));
    }
    return true;
}

/// Each file read must be, octet by octet, the file that was made, and none may be missing.
DocumentVerdict judgeFiles(const chip::ChipInspection& found, const std::vector<DocumentFile>& made) {
    std::string differing;
    for (const auto& file : made) {
        const auto which = chip::lds::fileNamed(file.name);
        if (!which) continue;
        const auto read = found.files.find(*which);
        if (read == found.files.end() || read->second != file.content)
            differing += (differing.empty() ? "" : ", ") + file.name;
    }
    return {"chip-files-equal", differing.empty(), differing};
}

}  // namespace

base::Bytes ExpectedDocument::fileMade(const std::string& name) const {
    for (const auto& file : made)
        if (file.name == name) return file.content;
    return {};
}

std::vector<DocumentVerdict> judgePage(const std::string& name, base::BytesView pdf, const printing::PageDesign& design,
                                       const ExpectedDocument& expected) {
    const auto values = pageValuesFor(design, expected.document, expected.mrz, expected.images);
    std::vector<base::Fault> faults;
    for (const auto& difference : printing::inspectPage(pdf, design, values)) faults.push_back(difference.fault());
    return {{name, faults.empty(), reasonOf(faults)}};
}

SeenPage judgeScan(const std::string& name, base::BytesView image, const printing::PageDesign& design,
                   const ExpectedDocument& expected, std::vector<base::Fault> doubtful) {
    const auto values = pageValuesFor(design, expected.document, expected.mrz, expected.images);
    const auto found = printing::inspectScan(image, design, values, expected.document.kind->scanLimits);
    std::vector<base::Fault> refused;
    for (const auto& finding : found.findings)
        (finding.judgement == printing::ScanJudgement::Refused ? refused : doubtful).push_back(finding.fault());
    if (!found.mrz.empty()) {
        std::vector<std::string> lines;
        for (const auto& line : found.mrz) lines.push_back(line.text);
        if (const auto read = parseMrz(lines); !read && read.refusal().has("mrz.wrong-check-digit"_code))
            doubtful.push_back({"mrz.wrong-check-digit"_code, {}, "mrz"});
    }
    SeenPage seen;
    seen.verdicts.push_back({name, refused.empty(), reasonOf(refused)});
    if (!doubtful.empty()) seen.verdicts.push_back({name + std::string{kDoubtful}, true, reasonOf(doubtful)});
    if (found.contrast)
        seen.verdicts.push_back({name + "-contrast", true,
                                 fmt::format("{:.2f} ({:.2f}, {:.2f})", found.contrast->least, found.contrast->mean,
                                             found.contrast->variation)});
    const bool png = image.size() > 1 && image[1] == 'P';
    seen.files.push_back({name + (png ? ".png" : ".jpg"), base::Bytes{image.begin(), image.end()}});
    if (!found.difference.empty()) seen.files.push_back({name + "-difference.png", found.difference});
    return seen;
}

std::vector<DocumentVerdict> judgeChip(const chip::ChipInspection& found, const ExpectedDocument& expected) {
    std::vector<DocumentVerdict> verdicts;
    for (const auto& check : found.checks) {
        // What the document is made without is no verdict on it.
        if (check.result == chip::CheckResult::NotPerformed) continue;
        std::string name = "chip-" + std::string{chip::nameOf(check.check)};
        if (!check.object.empty()) name += " " + check.object;
        verdicts.push_back({name, check.result == chip::CheckResult::Passed, reasonOf(check.reasons)});
    }
    verdicts.push_back({"chip-authentic", found.passed(), ""});
    verdicts.push_back(judgeFiles(found, expected.made));
    const bool sameZone = found.dg1 && found.dg1->lines == expected.mrz.lines;
    verdicts.push_back({"chip-mrz-equals-order", sameZone, ""});
    return verdicts;
}

bool allPassed(const std::vector<DocumentVerdict>& verdicts) {
    return !verdicts.empty() &&
           std::all_of(verdicts.begin(), verdicts.end(), [](const auto& verdict) { return verdict.passed; });
}

bool failedByLooksOnly(const std::vector<DocumentVerdict>& verdicts) {
    return !verdicts.empty() && !allPassed(verdicts) && std::ranges::all_of(verdicts, [](const auto& verdict) {
        return verdict.passed || tellsOfLooksOnly(verdict.reason);
    });
}

}  // namespace issuance
