// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/fee_schedule.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;

/// "62.40", as the schema has it.
std::int64_t hundredthsOf(const std::string& text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return std::stoll(digits);
}

std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

FeeSchedules::Schedule FeeSchedules::scheduleFrom(const base::xml::Element& root) {
    Schedule schedule;
    schedule.from = base::expected(base::parseDate(root.attributeOr("from", "")), "fees");
    for (const auto& fee : root.children("fee"))
        schedule.fees.emplace_back(
            fee.attributeOr("type", ""),
            Fee{hundredthsOf(fee.text()), root.attributeOr("currency", ""), root.attributeOr("law", "")});
    return schedule;
}

std::string textOf(const Fee& fee) {
    constexpr std::int64_t kHundred = 100;
    return fmt::format("{} {}.{:02}", fee.currency, fee.hundredths / kHundred, fee.hundredths % kHundred);
}

base::Result<FeeSchedules> FeeSchedules::load(const std::filesystem::path& folder, const base::xml::Schema& schema) {
    FeeSchedules schedules;
    std::vector<base::Fault> faults;
    for (const auto& file : filesIn(folder)) {
        const std::string name = file.filename().string();
        const auto document = base::xml::Document::parseFile(file);
        auto found = document ? schema.faultsOf(*document) : document.refusal().faults();
        for (auto& fault : found) {
            fault.where = name + (fault.where.empty() ? "" : " " + fault.where);
            faults.push_back(std::move(fault));
        }
        if (!found.empty()) continue;
        auto schedule = scheduleFrom(document->root());
        if (std::any_of(schedules.m_schedules.begin(), schedules.m_schedules.end(),
                        [&](const auto& other) { return other.from == schedule.from; }))
            faults.push_back({"fees.same-day"_code, {{"day", base::formatDate(schedule.from)}}, name});
        schedules.m_schedules.push_back(std::move(schedule));
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    std::sort(schedules.m_schedules.begin(), schedules.m_schedules.end(),
              [](const Schedule& one, const Schedule& other) { return one.from > other.from; });
    return schedules;
}

std::optional<Fee> FeeSchedules::feeFor(std::string_view type, base::Date day) const {
    const auto schedule =
        std::find_if(m_schedules.begin(), m_schedules.end(), [&](const Schedule& each) { return each.from <= day; });
    if (schedule == m_schedules.end()) return std::nullopt;
    const auto fee = std::find_if(schedule->fees.begin(), schedule->fees.end(),
                                  [&](const auto& each) { return each.first == type; });
    return fee == schedule->fees.end() ? std::nullopt : std::optional{fee->second};
}

std::optional<base::Fault> faultOfPayment(const FeeSchedules& fees, const std::string& service, const std::string& paid,
                                          base::Date day) {
    const auto fee = fees.feeFor(service, day);
    if (!fee) return base::Fault{"certificate.fee-unknown"_code, {{"fee", service}}, "receipt"};
    const auto wanted = textOf(*fee);
    if (paid == wanted) return std::nullopt;
    return base::Fault{"certificate.fee-differs"_code, {{"fee", wanted}, {"paid", paid}}, "paid"};
}

}  // namespace issuance
