// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/order/order_listing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "issuance/line/stage.hpp"

namespace issuance {
namespace {

using records::Row;

constexpr std::int64_t kMostListed = 10'000;
constexpr std::int64_t kUsuallyListed = 200;

constexpr std::string_view kColumns =
    "SELECT o.id, o.kind, t.stage, t.standing, t.priority, o.received_at, COALESCE((SELECT d.number FROM document d "
    "WHERE d.order_id = o.id AND d.state <> 'void'), ''), t.attempt, t.due_on, o.station, o.reference, "
    "COALESCE(b.reason, t.hold_reason), COALESCE(b.corrected_by, ''), COALESCE(b.receipt, o.receipt_number), "
    "o.delivery_site, "
    "COALESCE((SELECT d.blank_serial FROM document d WHERE d.order_id = o.id AND d.state <> 'void'), '') ";
constexpr std::string_view kTables =
    "production_order o JOIN line_task t ON t.order_id = o.id LEFT JOIN order_sent_back b ON b.order_id = o.id ";

/// Orders by the beginning of a document's number, of a blank's serial, or of what a capture station calls the order
/// (of which there is an index by station: the stations are gone through one by one).
constexpr std::string_view kNamed =
    "station(name) AS (SELECT MIN(station) FROM production_order UNION ALL SELECT (SELECT MIN(o.station) FROM "
    "production_order o WHERE o.station > station.name) FROM station WHERE station.name IS NOT NULL), "
    "named(id) AS MATERIALIZED (SELECT id FROM (SELECT order_id AS id FROM document WHERE number >= {0} AND number < "
    "{1} AND state <> 'void' ORDER BY number LIMIT 1000) numbers UNION SELECT id FROM (SELECT order_id AS id FROM "
    "document WHERE blank_serial >= {0} AND blank_serial < {1} ORDER BY blank_serial LIMIT 1000) serials UNION SELECT "
    "id FROM (SELECT o.id FROM station JOIN production_order o ON o.station = station.name AND o.reference >= {2} AND "
    "o.reference < {3} LIMIT 1000) calls)";

contract::OrderLine lineOf(const Row& row) {
    return {row.text(0),    row.text(1), row.text(2), row.text(3),  row.text(4),  row.text(5),  row.text(6),
            row.integer(7), row.text(8), row.text(9), row.text(10), row.text(11), row.text(12), row.text(15)};
}

std::string inUpperCase(std::string text) {
    for (auto& letter : text)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return text;
}

/// Greater than whatever begins with the text, as both engines compare: octet by octet.
std::string endOf(const std::string& text) { return text + "\xF4\x8F\xBF\xBF"; }

/// A statement that grows, with what is put into its places.
class Search {
   public:
    explicit Search(const contract::OrderList& request) : m_request(request) {}
    [[nodiscard]] std::vector<contract::OrderLine> run(records::Connection& connection);

   private:
    std::string put(records::Value value) {
        m_values.push_back(std::move(value));
        return fmt::format("?{}", m_values.size());
    }
    [[nodiscard]] bool sortedByTurn() const { return m_request.sort == "turn"; }
    [[nodiscard]] bool sortedByDue() const { return m_request.sort == "due"; }
    /// Among few: what the line has, or what was cancelled or sent back.
    [[nodiscard]] bool amongFew() const {
        return sortedByTurn() || sortedByDue() || (m_request.stage && *m_request.stage != nameOf(Stage::Released)) ||
               (m_request.standing && *m_request.standing != nameOf(Standing::Ended));
    }
    [[nodiscard]] std::string few() const;
    [[nodiscard]] std::string narrowed() const;
    [[nodiscard]] std::string afterwards();
    [[nodiscard]] std::string order() const;
    [[nodiscard]] std::string chosenByText();
    [[nodiscard]] std::string chosen();

    const contract::OrderList& m_request;
    records::Values m_values;
    std::string m_begin, m_end;  ///< places of the text and its end
};

// By its first columns the index of the queue finds these, wherever the others are.
std::string Search::few() const {
    const bool ended = m_request.stage == nameOf(Stage::Cancelled) || m_request.stage == nameOf(Stage::SentBack);
    std::string standings, stages;
    for (const auto each : allStandings()) {
        const bool fits = m_request.standing ? *m_request.standing == nameOf(each) : (each == Standing::Ended) == ended;
        if (fits) standings += fmt::format("{}'{}'", standings.empty() ? "" : ", ", nameOf(each));
    }
    for (const auto each : allStages())
        if (!m_request.stage || *m_request.stage == nameOf(each))
            stages += fmt::format("{}'{}'", stages.empty() ? "" : ", ", nameOf(each));
    return fmt::format(
        "few AS MATERIALIZED (SELECT order_id, rank, due_on FROM line_task WHERE standing IN ({}) AND "
        "stage IN ({}){})",
        standings, stages,
        sortedByDue()    ? " AND due_on <> '' AND standing <> 'ended'"
        : sortedByTurn() ? " AND standing <> 'ended'"
                         : "");
}

std::string Search::narrowed() const {
    if (amongFew()) return "TRUE";
    std::string where = "TRUE";
    if (m_request.stage) where += fmt::format(" AND t.stage = '{}'", *m_request.stage);
    if (m_request.standing) where += fmt::format(" AND t.standing = '{}'", *m_request.standing);
    return where;
}

std::string Search::afterwards() {
    if (!m_request.after || m_request.after->empty()) return "";
    const auto after = put(*m_request.after);
    if (sortedByTurn()) return fmt::format(" AND t.rank > (SELECT rank FROM line_task WHERE order_id = {})", after);
    if (sortedByDue())
        return fmt::format(" AND (t.due_on, t.order_id) > (SELECT due_on, order_id FROM line_task WHERE order_id = {})",
                           after);
    return fmt::format(" AND t.order_id {} {}", m_request.sort == "newest" ? "<" : ">", after);
}

std::string Search::order() const {
    if (sortedByTurn()) return "t.rank";
    if (sortedByDue()) return "t.due_on, t.order_id";
    return m_request.sort == "newest" ? "t.order_id DESC" : "t.order_id";
}

// Two searches: by the number itself, of which a page is taken, and by other names, of which there are few.
std::string Search::chosenByText() {
    const auto rest = narrowed() + afterwards();
    const auto limit = put(std::clamp<std::int64_t>(m_request.limit.value_or(kUsuallyListed), 1, kMostListed));
    const auto begins = fmt::format("t.order_id >= {} AND t.order_id < {}", m_begin, m_end);
    if (amongFew())
        return fmt::format(
            "SELECT t.order_id FROM few t WHERE {} AND ({} OR t.order_id IN (SELECT id FROM named)) ORDER BY {} LIMIT "
            "{}",
            rest, begins, order(), limit);
    return fmt::format(
        "SELECT t.order_id FROM (SELECT order_id FROM (SELECT t.order_id FROM line_task t WHERE {0} AND {1} ORDER BY "
        "{2} LIMIT {3}) numbered UNION SELECT t.order_id FROM named JOIN line_task t ON t.order_id = named.id WHERE "
        "{1}) t ORDER BY {2} LIMIT {3}",
        begins, rest, order(), limit);
}

std::string Search::chosen() {
    if (m_request.text && !m_request.text->empty()) return chosenByText();
    const auto rest = narrowed() + afterwards();
    const auto limit = put(std::clamp<std::int64_t>(m_request.limit.value_or(kUsuallyListed), 1, kMostListed));
    return fmt::format("SELECT t.order_id FROM {} t WHERE {} ORDER BY {} LIMIT {}", amongFew() ? "few" : "line_task",
                       rest, order(), limit);
}

std::vector<contract::OrderLine> Search::run(records::Connection& connection) {
    std::string with;
    if (m_request.text && !m_request.text->empty()) {
        const auto upper = inUpperCase(*m_request.text);
        m_begin = put(upper);
        m_end = put(endOf(upper));
        const auto call = put(*m_request.text), callEnd = put(endOf(*m_request.text));
        with = fmt::format(fmt::runtime(kNamed), m_begin, m_end, call, callEnd) + ", ";
    }
    if (amongFew()) with += few() + ", ";
    const auto ids = chosen();
    const auto statement = fmt::format(
        "WITH RECURSIVE {}chosen(id) AS MATERIALIZED ({}) {} FROM chosen CROSS JOIN {} WHERE o.id = chosen.id ORDER BY "
        "{}",
        with, ids, kColumns, kTables, order());
    std::vector<contract::OrderLine> orders;
    for (const auto& row : connection.query(statement, m_values)) orders.push_back(lineOf(row));
    return orders;
}

}  // namespace

std::vector<contract::OrderLine> listOrders(records::Connection& connection, const contract::OrderList& request) {
    return Search{request}.run(connection);
}

std::optional<contract::OrderShown> shownOrder(records::Connection& connection, const std::string& order) {
    const auto row = connection.queryOne(fmt::format("{} FROM {} WHERE o.id = ?1", kColumns, kTables), {order});
    if (!row) return std::nullopt;
    const auto line = lineOf(*row);
    return contract::OrderShown{line, line.reference, row->text(13), row->text(14), line.reason, {}};
}

}  // namespace issuance
