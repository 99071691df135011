// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/printer_reason.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace printing {

using namespace base::literals;

namespace {

struct KnownReason {
    std::string_view keyword;
    base::FailureCode code;
    bool person = false;  // whether it waits for one, where the severity is more than a report
};

/// In the order of what explains most: a jam explains a stop, and an open cover everything.
const std::vector<KnownReason>& knownReasons() {
    static const std::vector<KnownReason> kKnown{
        {"cover-open", "printer.cover-open"_code, true},
        {"door-open", "printer.cover-open"_code, true},
        {"interlock-open", "printer.cover-open"_code, true},
        {"media-jam", "printer.media-jam"_code, true},
        {"media-empty", "printer.media-empty"_code, true},
        {"media-needed", "printer.media-empty"_code, true},
        {"input-tray-missing", "printer.tray-missing"_code, true},
        {"output-tray-missing", "printer.tray-missing"_code, true},
        {"output-area-full", "printer.output-full"_code, true},
        {"marker-supply-empty", "printer.supply-empty"_code, true},
        {"toner-empty", "printer.supply-empty"_code, true},
        {"developer-empty", "printer.supply-empty"_code, true},
        {"marker-waste-full", "printer.waste-full"_code, true},
        {"fuser-over-temp", "printer.service"_code, true},
        {"fuser-under-temp", "printer.service"_code, true},
        {"opc-life-over", "printer.service"_code, true},
        {"paused", "printer.paused"_code, true},
        {"moving-to-paused", "printer.paused"_code, true},
        {"stopped-partly", "printer.paused"_code, true},
        {"printer-stopped", "printer.paused"_code, true},
        {"shutdown", "printer.off"_code, true},
        {"offline", "printer.off"_code, true},
        {"timed-out", "printer.off"_code, true},
        {"connecting-to-device", "printer.connecting"_code},
        {"spool-area-full", "printer.spool-full"_code},
        {"media-low", "printer.media-low"_code},
        {"marker-supply-low", "printer.supply-low"_code},
        {"toner-low", "printer.supply-low"_code},
        {"developer-low", "printer.supply-low"_code},
        {"marker-waste-almost-full", "printer.waste-almost-full"_code},
        {"output-area-almost-full", "printer.output-almost-full"_code},
        {"opc-near-eol", "printer.service-soon"_code},
    };
    return kKnown;
}

constexpr std::array<std::string_view, 12> kProgress{"job-incoming",
                                                     "job-data-insufficient",
                                                     "job-printing",
                                                     "job-interpreting",
                                                     "job-transforming",
                                                     "job-queued",
                                                     "job-queued-for-marker",
                                                     "queued-in-device",
                                                     "processing-to-stop-point",
                                                     "job-outgoing",
                                                     "cups-waiting-for-job-completed",
                                                     "cups-remote-pending"};

const KnownReason* known(std::string_view keyword) {
    const auto& all = knownReasons();
    const auto found = std::ranges::find(all, keyword, &KnownReason::keyword);
    return found == all.end() ? nullptr : &*found;
}

PrinterReason reasonOf(std::string value) {
    using Severity = PrinterReason::Severity;
    constexpr std::array<std::pair<std::string_view, Severity>, 3> kSuffixes{
        {{"-report", Severity::Report}, {"-warning", Severity::Warning}, {"-error", Severity::Error}}};
    for (const auto& [suffix, severity] : kSuffixes)
        if (value.size() > suffix.size() && value.ends_with(suffix))
            return {value.substr(0, value.size() - suffix.size()), severity};
    return {std::move(value), Severity::Error};
}

constexpr std::array<std::string_view, 6> kTransient{"printing.printer-unreachable", "printing.printer-busy",
                                                     "printing.job-connection-lost", "printing.job-lost",
                                                     "printer.connecting",           "reader.station-lost"};
constexpr std::array<std::string_view, 7> kOfPrinter{"printing.printer-stopped",        "printing.printer-takes-no-pdf",
                                                     "printing.printer-only-two-sided", "printing.job-jammed",
                                                     "printing.job-not-withdrawn",      "printing.folder-missing",
                                                     "printing.job-begun-again"};
/// Of which the reasons tell more.
constexpr std::array<std::string_view, 3> kEndedForReasons{"printing.job-aborted", "printing.job-deadline-passed",
                                                           "printing.job-not-begun"};

template <std::size_t Count>
bool holds(const std::array<std::string_view, Count>& codes, std::string_view code) {
    return std::ranges::find(codes, code) != codes.end();
}

std::string argument(const base::Fault& fault, std::string_view name) {
    const auto found = std::ranges::find(fault.arguments, name, &std::pair<std::string, std::string>::first);
    return found == fault.arguments.end() ? "" : found->second;
}

}  // namespace

std::vector<PrinterReason> reasonsOf(const std::vector<std::string>& values) {
    std::vector<PrinterReason> reasons;
    for (const auto& value : values) {
        if (value.empty() || value == "none") continue;
        auto reason = reasonOf(value);
        if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(std::move(reason));
    }
    return reasons;
}

std::vector<PrinterReason> reasonsIn(const std::string& values) {
    std::istringstream words{values};
    std::vector<std::string> parts;
    for (std::string word; words >> word;) parts.push_back(std::move(word));
    return reasonsOf(parts);
}

bool needsPerson(const PrinterReason& reason) {
    const auto* entry = known(reason.keyword);
    return entry != nullptr && entry->person && reason.severity != PrinterReason::Severity::Report;
}

bool needPerson(const std::vector<PrinterReason>& reasons) { return std::ranges::any_of(reasons, needsPerson); }

bool isProgress(const PrinterReason& reason) { return holds(kProgress, reason.keyword); }

base::Fault faultOf(const PrinterReason& reason, const std::string& printer) {
    const auto* entry = known(reason.keyword);
    return {
        entry != nullptr ? entry->code : "printer.other"_code, {{"printer", printer}, {"reason", reason.keyword}}, {}};
}

const PrinterReason* gravest(const std::vector<PrinterReason>& reasons) {
    for (const auto& entry : knownReasons())
        for (const auto& reason : reasons)
            if (reason.keyword == entry.keyword && needsPerson(reason)) return &reason;
    return nullptr;
}

PrintTrouble troubleOf(const base::Fault& cause) {
    const auto& code = cause.code.name();
    if (holds(kTransient, code)) return PrintTrouble::Transient;
    if (holds(kOfPrinter, code)) return PrintTrouble::Person;
    if (holds(kEndedForReasons, code)) {
        if (needPerson(reasonsIn(argument(cause, "detail")))) return PrintTrouble::Person;
        return code == "printing.job-aborted" ? PrintTrouble::Job : PrintTrouble::Transient;
    }
    const auto& all = knownReasons();
    const auto reason = std::ranges::find_if(all, [&](const auto& entry) { return entry.code.name() == code; });
    return reason != all.end() && reason->person ? PrintTrouble::Person : PrintTrouble::Job;
}

}  // namespace printing
