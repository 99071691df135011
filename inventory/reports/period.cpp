// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/reports/period.hpp"

#include <algorithm>
#include <tuple>

#include "inventory/replay.hpp"

namespace inventory {
namespace {

using Quantities = std::map<std::pair<std::string, Account>, std::int64_t>;
using Direction = Flow::Direction;

/// Gathers the periods one after another while the ledger is replayed.
class PeriodWalk {
   public:
    PeriodWalk(const std::vector<base::Timestamp>& edges, const PeriodQuestion& question) : m_question(question) {
        for (const auto edge : edges) m_edges.push_back(base::formatTimestamp(edge));
        m_books.resize(m_edges.size() - 1);
    }

    void enter(const records::Row& row) {
        m_reached = std::max(m_reached, row.text(8));
        while (m_passed < m_edges.size() && m_reached >= m_edges[m_passed]) pass();
        if (m_passed == m_edges.size()) return;
        const auto from = m_replay.markOf(row.text(4), row.text(5));
        const auto to = m_replay.markOf(row.text(6), row.text(7));
        const bool fits = m_replay.enter(row.text(1), row.integer(2), row.integer(3), from, to);
        if (m_passed == 0) return;
        PeriodBooks& books = m_books[m_passed - 1];
        if (!concerns(row)) return;
        ++books.movements;
        if (row.text(8) < m_edges[m_passed - 1]) ++books.misdated;
        if (!fits) books.broken.push_back({row.integer(0), rangeOf(row)});
        if (from != to) addFlows(row);
    }

    /// The rest of the periods, and what the runs say where nothing of the ledger lies behind the last edge.
    std::vector<PeriodBooks> finish(records::Connection& connection) {
        const bool endsNow = m_passed < m_edges.size();
        while (m_passed < m_edges.size()) pass();
        if (endsNow) {
            m_replay.readRuns(connection);
            for (auto& difference : m_replay.differences())
                if (concerns(difference)) m_books.back().differences.push_back(std::move(difference));
        }
        return std::move(m_books);
    }

   private:
    using FlowKey = std::tuple<std::string, Account, Direction, Account, std::string, std::string>;

    static SerialRange rangeOf(const records::Row& row) { return {row.text(1), row.integer(2), row.integer(3)}; }

    bool concerns(const std::string& item, const std::string& place) const {
        return (m_question.item.empty() || item == m_question.item) &&
               (m_question.place.empty() || place == m_question.place);
    }
    bool concerns(const records::Row& row) const {
        return concerns(row.text(1), row.text(4)) || concerns(row.text(1), row.text(6));
    }
    bool concerns(const Difference& difference) const {
        return (difference.held && concerns(difference.range.item, difference.held->place)) ||
               (difference.entered && concerns(difference.range.item, difference.entered->place));
    }

    void addFlows(const records::Row& row) {
        const Account from{row.text(4), row.text(5)};
        const Account to{row.text(6), row.text(7)};
        if (from.state != state::kNone) addFlow(row, from, Direction::Out, to);
        addFlow(row, to, Direction::In, from);
    }

    void addFlow(const records::Row& row, const Account& account, Direction direction, const Account& other) {
        const SerialRange range = rangeOf(row);
        if (!concerns(range.item, account.place)) return;
        auto& moved = m_moved[{range.item, account}];
        (direction == Direction::In ? moved.first : moved.second) += range.quantity();
        if (!m_question.event.empty() && row.text(9) != m_question.event) return;
        Flow& flow = m_flows[{range.item, account, direction, other, row.text(9), row.textOrEmpty(10)}];
        flow.quantity += range.quantity();
        if (m_question.serials) flow.ranges.push_back(range);
    }

    /// Reaches the next edge: the period before it closes, the one after it opens.
    void pass() {
        Quantities standing;
        for (auto& [key, quantity] : m_replay.quantities())
            if (concerns(key.first, key.second.place)) standing[key] = quantity;
        if (m_passed > 0) close(m_books[m_passed - 1], standing);
        m_opening = std::move(standing);
        m_moved.clear();
        m_flows.clear();
        ++m_passed;
    }

    void close(PeriodBooks& books, const Quantities& closing) {
        std::map<std::pair<std::string, Account>, AccountPeriod> lines;
        for (const auto& [key, quantity] : m_opening) lines[key].opening = quantity;
        for (const auto& [key, quantity] : closing) lines[key].closing = quantity;
        for (const auto& [key, moved] : m_moved) std::tie(lines[key].in, lines[key].out) = moved;
        for (auto& [key, line] : lines) {
            std::tie(line.item, line.account) = key;
            books.accounts.push_back(std::move(line));
        }
        for (auto& [key, flow] : m_flows) {
            std::tie(flow.item, flow.account, flow.direction, flow.other, flow.event, flow.cause) = key;
            std::vector<SerialRange> twice;
            flow.ranges = unionOf(std::move(flow.ranges), twice);
            books.flows.push_back(std::move(flow));
        }
    }

    const PeriodQuestion& m_question;
    std::vector<std::string> m_edges;
    std::vector<PeriodBooks> m_books;
    std::size_t m_passed = 0;  ///< edges
    std::string m_reached;     ///< the latest time of the ledger so far
    Replay m_replay;
    Quantities m_opening;
    std::map<std::pair<std::string, Account>, std::pair<std::int64_t, std::int64_t>> m_moved;  ///< in, out
    std::map<FlowKey, Flow> m_flows;
};

}  // namespace

std::string_view nameOf(Flow::Direction direction) { return direction == Direction::In ? "in" : "out"; }

std::int64_t PeriodBooks::unexplained() const {
    std::int64_t sum = 0;
    for (const auto& difference : differences) sum += difference.range.quantity();
    for (const auto& movement : broken) sum += movement.range.quantity();
    return sum;
}

std::vector<PeriodBooks> periodBooks(records::Connection& connection, const std::vector<base::Timestamp>& edges,
                                     const PeriodQuestion& question) {
    const records::Reading moment{connection};
    PeriodWalk walk{edges, question};
    connection.readAll(
        "SELECT id, item, first_number, last_number, from_place, from_state, to_place, to_state, time, event, cause "
        "FROM stock_movement ORDER BY id",
        [&](const records::Row& row) { walk.enter(row); });
    return walk.finish(connection);
}

base::Timestamp beginOfBooks() { return base::Timestamp{std::chrono::sys_days{std::chrono::year{1970} / 1 / 1}}; }
base::Timestamp endOfBooks() { return base::Timestamp{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}}; }

}  // namespace inventory
