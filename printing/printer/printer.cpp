// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/printer.hpp"

#include <algorithm>

namespace printing {

using namespace base::literals;

namespace {
const base::FailureCode kOther = "printer.other"_code;
}  // namespace

std::vector<base::Fault> faultsOf(const PrintStanding& standing, const std::string& printer) {
    using Phase = PrintStanding::Phase;
    std::vector<base::Fault> faults;
    const auto add = [&](base::Fault fault) {  // "media-empty" and "media-needed" say the same
        const auto same = [&](const base::Fault& other) { return other.code == fault.code && fault.code != kOther; };
        if (std::none_of(faults.begin(), faults.end(), same)) faults.push_back(std::move(fault));
    };
    const auto tell = [&](base::FailureCode code) { add({std::move(code), {{"printer", printer}}, {}}); };
    if (standing.phase == Phase::Waiting) tell("printer.busy"_code);
    if (standing.phase == Phase::Withdrawing) tell("printer.withdrawing"_code);
    if (standing.phase == Phase::Silent) tell("printer.silent"_code);
    for (const auto& reason : standing.reasons) add(faultOf(reason, printer));
    return faults;
}

base::Outcome checkJobName(const std::string& name) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    };
    if (!name.empty() && name.size() <= 100 && name.front() != '.' && std::all_of(name.begin(), name.end(), fits))
        return {};
    return base::Fault{"printing.job-name-unfit"_code, {{"name", name}}, {}};
}

}  // namespace printing
