// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/places/presence.hpp"

#include "inventory/receipts/boxes.hpp"

namespace inventory {
namespace {

using namespace base::literals;

/// "vault usable", or "none" where the house never had the first serial of the range.
std::string whereIs(records::Connection& connection, const SerialRange& range) {
    const auto run = runOf(connection, range.item, range.first);
    return run ? run->account.place + " " + run->account.state : std::string{state::kNone};
}

}  // namespace

bool isPhysical(std::string_view state) {
    return state != state::kMissing && state != state::kLost && state != state::kStolen && state != state::kDestroyed;
}

std::vector<SerialRange> presentAt(records::Connection& connection, std::string_view place) {
    std::vector<SerialRange> present;
    for (auto& run : runsAt(connection, place))
        if (isPhysical(run.account.state)) present.push_back(std::move(run.range));
    std::vector<SerialRange> twice;
    return unionOf(std::move(present), twice);
}

CountDifference differenceOf(const std::vector<SerialRange>& expected, const std::vector<SerialRange>& counted) {
    return {without(expected, counted), without(counted, expected)};
}

std::vector<base::Fault> faultsOf(records::Connection& connection, const ItemCatalogue& catalogue,
                                  const CountDifference& difference) {
    std::vector<base::Fault> faults;
    const auto textOfRange = [&](const SerialRange& range) { return textOf(range, *catalogue.find(range.item)); };
    for (const auto& range : difference.missing)
        faults.push_back({"custody.not-counted"_code, {{"serial", textOfRange(range)}}});
    for (const auto& range : difference.surplus)
        faults.push_back(
            {"custody.not-here"_code, {{"serial", textOfRange(range)}, {"place", whereIs(connection, range)}}});
    return faults;
}

std::vector<CaseMatter> mattersOf(records::Connection& connection, const CountDifference& difference) {
    std::vector<CaseMatter> matters;
    for (const auto& range : difference.missing) matters.push_back(CaseMatter::lacking(range));
    for (const auto& range : difference.surplus)
        matters.push_back(CaseMatter::surplus(range, whereIs(connection, range)));
    return matters;
}

base::Result<std::vector<SerialRange>> countedFrom(records::Connection& connection,
                                                   const std::vector<std::string>& texts,
                                                   const ItemCatalogue& catalogue) {
    auto ranges = rangesScanned(connection, texts, catalogue);
    if (!ranges) return ranges.refusal();
    std::vector<SerialRange> twice;
    return unionOf(std::move(*ranges), twice);
}

}  // namespace inventory
