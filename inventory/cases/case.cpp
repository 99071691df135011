// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cases/case.hpp"

#include <array>
#include <utility>

namespace inventory {
namespace {

constexpr std::array<std::pair<CaseKind, std::string_view>, 4> kKinds{{
    {CaseKind::Discrepancy, "discrepancy"},
    {CaseKind::Missing, "missing"},
    {CaseKind::Stolen, "stolen"},
    {CaseKind::SupplierClaim, "supplier_claim"},
}};

}  // namespace

std::string_view nameOf(CaseKind kind) {
    for (const auto& [value, name] : kKinds)
        if (value == kind) return name;
    return {};
}

std::optional<CaseKind> caseKindNamed(std::string_view name) {
    for (const auto& [value, known] : kKinds)
        if (known == name) return value;
    return std::nullopt;
}

CaseMatter CaseMatter::lacking(const SerialRange& range, const std::string& detail) {
    return {range.item, range, {}, range.quantity(), 0, detail};
}

CaseMatter CaseMatter::surplus(const SerialRange& range, const std::string& detail) {
    return {range.item, range, {}, 0, range.quantity(), detail};
}

CaseMatter CaseMatter::concerned(const SerialRange& range, const std::string& detail) {
    return {range.item, range, {}, range.quantity(), range.quantity(), detail};
}

CaseMatter CaseMatter::ofLot(const std::string& item, const std::string& lot, std::int64_t expected,
                             std::int64_t found) {
    return {item, std::nullopt, lot, expected, found, {}};
}

}  // namespace inventory
