// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/line_batches.hpp"

#include "base/failure.hpp"
#include "issuance/certificate/local_day.hpp"

namespace issuance {
namespace {

/// What the line has, and what it released in a span of time.
constexpr std::string_view kOpen =
    "SELECT o.kind, o.delivery_site, t.stage, t.standing, COUNT(*), SUM(CASE WHEN t.priority = 'urgent' THEN 1 ELSE 0 "
    "END), SUM(CASE WHEN t.due_on <> '' AND t.due_on < ?1 THEN 1 ELSE 0 END), MIN(o.received_at), "
    "COALESCE(MIN(CASE WHEN t.due_on <> '' THEN t.due_on END), '') FROM line_task t JOIN production_order o ON o.id = "
    "t.order_id WHERE t.standing <> 'ended' GROUP BY o.kind, o.delivery_site, t.stage, t.standing";
constexpr std::string_view kReleased =
    "SELECT o.kind, o.delivery_site, COUNT(*) FROM stage_event e JOIN production_order o ON o.id = e.order_id "
    "WHERE e.ended_at >= ?1 AND e.ended_at < ?2 AND e.stage = 'release' AND e.outcome = 'finish' "
    "GROUP BY o.kind, o.delivery_site";

/// The earlier of two moments or days, of which either may be none.
std::string earlier(const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) return one + other;
    return std::min(one, other);
}

}  // namespace

std::vector<LineBatch> batchesOf(records::Connection& connection, base::Date day) {
    std::map<std::pair<std::string, std::string>, LineBatch> batches;
    connection.forEach(kOpen, {base::formatDate(day)}, [&](const records::Row& row) {
        auto& batch = batches[{row.text(0), row.text(1)}];
        batch.stages[{stageNamed(row.text(2)).value(), standingNamed(row.text(3)).value()}] = row.integer(4);
        batch.urgent += row.integer(5);
        batch.overdue += row.integer(6);
        batch.oldest = earlier(batch.oldest, row.text(7));
        batch.due = earlier(batch.due, row.text(8));
    });
    const auto begin = beginOfLocalDay(day);
    connection.forEach(
        kReleased, {base::formatTimestamp(begin), base::formatTimestamp(begin + std::chrono::days{1})},
        [&](const records::Row& row) {
            batches[{row.text(0), row.text(1)}].stages[{Stage::Released, Standing::Ended}] = row.integer(2);
        });
    std::vector<LineBatch> all;
    for (auto& [key, batch] : batches) {
        std::tie(batch.kind, batch.deliverySite) = key;
        all.push_back(std::move(batch));
    }
    return all;
}

}  // namespace issuance
