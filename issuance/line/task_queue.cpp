// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/task_queue.hpp"

#include <algorithm>
#include <array>

#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Row;
using records::Transaction;

constexpr std::string_view kColumns =
    "order_id, stage, standing, attempt, chip, chip_first, item, claimed_by, began_at";

/// Where orders stand that wait for a step.
struct Waiting {
    Stage stage;
    Step step;
};

/// Every such place of the routes, the furthest first: a chip's second step is taken before another's first.
constexpr std::array kWaiting{Waiting{Stage::Encoded, Step::Inspect},  Waiting{Stage::Printed, Step::Inspect},
                              Waiting{Stage::Printed, Step::Encode},   Waiting{Stage::Encoded, Step::Print},
                              Waiting{Stage::Prepared, Step::Encode},  Waiting{Stage::Prepared, Step::Print},
                              Waiting{Stage::Cleared, Step::Prepare},  Waiting{Stage::Received, Step::Clear},
                              Waiting{Stage::Inspected, Step::Release}};

std::string text(std::string_view name) { return std::string{name}; }

std::string dayText(const std::optional<base::Date>& day) { return day ? base::formatDate(*day) : std::string{}; }

Task taskOf(const Row& row) {
    Task task;
    task.order = ProductionOrderId{row.text(0)};
    task.position = {stageNamed(row.text(1)).value(), standingNamed(row.text(2)).value()};
    task.attempt = row.integer(3);
    task.route = routeIn(row, 4);
    task.item = row.text(6);
    task.station = LineStation{row.text(7)};
    if (!row.text(8).empty()) task.beganAt = base::expected(base::parseTimestamp(row.text(8)), "line_task.began_at");
    task.step = stepAfter(task.position.stage, task.route).value_or(Step::Release);
    return task;
}

base::Fault notAllowed(const Task& task, LineEvent event) {
    return {"line.not-allowed"_code,
            {{"order", task.order.text()},
             {"event", text(nameOf(event))},
             {"stage", text(nameOf(task.position.stage))},
             {"standing", text(nameOf(task.position.standing))}},
            {}};
}

/// Values in parentheses, as parameters from the next on.
std::string oneOf(std::size_t values, int& parameter) {
    std::string text;
    for (std::size_t at = 0; at < values; ++at) text += (at == 0 ? "?" : ", ?") + std::to_string(++parameter);
    return '(' + text + ')';
}

/// Takes the first task in rank that waits there. The place stands in the text and not among the parameters: a plan
/// made without knowing it looks so dear to PostgreSQL that it would plan anew at each claim.
std::string claimStatement(const Waiting& waiting, const Wanted& wanted, records::Engine engine) {
    std::string place = "stage = '" + text(nameOf(waiting.stage)) + "' AND step = '" + text(nameOf(waiting.step)) + "'";
    int parameter = 3;
    if (isAtTheBlank(waiting.stage, waiting.step))
        place += " AND workstation IN ('', ?" + std::to_string(++parameter) + ")";
    if (!wanted.items.empty()) place += " AND item IN " + oneOf(wanted.items.size(), parameter);
    std::string order;
    if (!wanted.kinds.empty()) order += " AND o.kind IN " + oneOf(wanted.kinds.size(), parameter);
    if (!wanted.sites.empty()) order += " AND o.delivery_site IN " + oneOf(wanted.sites.size(), parameter);
    if (!order.empty())
        place += " AND EXISTS (SELECT 1 FROM production_order o WHERE o.id = line_task.order_id" + order + ")";
    return "UPDATE line_task SET standing = 'claimed', claimed_by = ?1, claimed_until = ?2, began_at = ?3 "
           "WHERE order_id = (SELECT order_id FROM line_task WHERE standing = 'ready' AND " +
           place + " AND counter = '' AND not_before <= ?3 ORDER BY rank LIMIT 1" +
           (engine == records::Engine::Postgresql ? " FOR UPDATE SKIP LOCKED" : "") + ") RETURNING " +
           std::string{kColumns};
}

constexpr std::string_view kStationLost = "reader.station-lost";

/// Whether a doubt is for want of word from the station alone: what its history ends with is a lapse, or that the house
/// lost the station.
bool wantsWord(records::Connection& connection, const ProductionOrderId& order) {
    const auto row = connection.queryOne(
        "SELECT outcome, cause FROM stage_event WHERE order_id = ?1 ORDER BY sequence DESC LIMIT 1", {order.text()});
    return row && (row->text(0) == nameOf(LineEvent::Lapse) ||
                   (row->text(0) == nameOf(LineEvent::Doubt) && row->text(1) == kStationLost));
}

bool stillEnds(records::Connection& connection, const Task& task, const ActOutcome& outcome, Arrival arrival) {
    if (task.beganAt != outcome.beganAt || task.attempt != outcome.attempt || nameOf(task.step) != outcome.step)
        return false;
    if (task.position.standing == Standing::Acting) return task.station == outcome.station;
    return arrival == Arrival::Kept && task.position.standing == Standing::InDoubt && wantsWord(connection, task.order);
}

/// Whether one station after the other fell silent at the order, and nothing else happened to it between.
bool lapsedOften(records::Connection& connection, const ProductionOrderId& order) {
    constexpr std::size_t kMost = 5;
    const auto last = connection.query(
        "SELECT outcome FROM stage_event WHERE order_id = ?1 ORDER BY sequence DESC LIMIT " + std::to_string(kMost),
        {order.text()});
    return last.size() == kMost &&
           std::ranges::all_of(last, [](const auto& row) { return row.text(0) == nameOf(LineEvent::Lapse); });
}

/// Events with which an order gives up its blank.
bool losesBlank(LineEvent event) {
    return event == LineEvent::Refuse || event == LineEvent::FoundSpoiled || event == LineEvent::Cancel ||
           event == LineEvent::SendBack;
}

/// Events that end a step or change an order for good are part of its history.
bool entersHistory(LineEvent event) {
    return event != LineEvent::Claim && event != LineEvent::Begin && event != LineEvent::GiveBack;
}

}  // namespace

Route routeIn(const Row& row, std::size_t column) {
    if (row.integer(column) == 0) return Route::PageOnly;
    return row.integer(column + 1) == 0 ? Route::PageFirst : Route::ChipFirst;
}

void TaskQueue::add(Transaction& transaction, const NewTask& task) const {
    transaction.connection().execute(
        "INSERT INTO line_task (order_id, stage, step, standing, rank, chip, chip_first, item, priority, due_on) "
        "VALUES "
        "(?1, 'received', 'clear', 'ready', ?2, ?3, ?4, ?5, ?6, ?7)",
        {task.order.text(), rankOf(task.turn), std::int64_t{hasChip(task.route) ? 1 : 0},
         std::int64_t{task.route == Route::ChipFirst ? 1 : 0}, task.item, text(nameOf(task.turn.priority)),
         dayText(task.turn.due)});
}

base::Outcome TaskQueue::place(Transaction& transaction, const ProductionOrderId& order, const Turn& turn) const {
    const auto changed = transaction.connection().execute(
        "UPDATE line_task SET rank = ?2, priority = ?3, due_on = ?4 WHERE order_id = ?1 AND standing <> 'ended'",
        {order.text(), rankOf(turn), text(nameOf(turn.priority)), dayText(turn.due)});
    if (changed != 1) return base::Fault{"order.ended"_code, {{"order", order.text()}}, {}};
    return {};
}

std::optional<Task> TaskQueue::claim(Transaction& transaction, const records::Author& author,
                                     const LineStation& station, const Wanted& wanted) const {
    auto& connection = transaction.connection();
    const auto now = m_clock.now();
    for (const auto& waiting : kWaiting) {
        if (std::ranges::find(wanted.steps, waiting.step) == wanted.steps.end()) continue;
        records::Values values{station.text(), base::formatTimestamp(now + m_lease), base::formatTimestamp(now)};
        if (isAtTheBlank(waiting.stage, waiting.step)) values.emplace_back(author.workstation.text());
        for (const auto* narrowed : {&wanted.items, &wanted.kinds, &wanted.sites})
            values.insert(values.end(), narrowed->begin(), narrowed->end());
        const auto row = connection.queryOne(claimStatement(waiting, wanted, connection.engine()), values);
        if (!row) continue;
        Task task = taskOf(*row);
        appendToJournal(transaction, m_clock,
                        {author, "line.claim", "order", task.order.text(), "", {{"step", text(nameOf(task.step))}}});
        return task;
    }
    return std::nullopt;
}

std::optional<Task> TaskQueue::claimAtCounter(Transaction& transaction, const records::Author& author,
                                              const LineStation& station, const ProductionOrderId& order,
                                              const Wanted& wanted) const {
    auto& connection = transaction.connection();
    const auto waits = find(connection, order);
    const auto isAmong = [](const auto& all, const auto& one) { return std::ranges::find(all, one) != all.end(); };
    if (!waits || !isAmong(wanted.steps, waits->step)) return std::nullopt;
    if (!wanted.items.empty() && !isAmong(wanted.items, waits->item)) return std::nullopt;
    const auto now = m_clock.now();
    const auto row = connection.queryOne(
        "UPDATE line_task SET standing = 'claimed', claimed_by = ?2, claimed_until = ?3, began_at = ?4 WHERE order_id "
        "= "
        "?1 AND standing = 'ready' AND stage = ?5 AND counter = ?6" +
            std::string{isAtTheBlank(waits->position.stage, waits->step) ? " AND workstation IN ('', ?6)" : ""} +
            " RETURNING " + std::string{kColumns},
        {order.text(), station.text(), base::formatTimestamp(now + m_lease), base::formatTimestamp(now),
         text(nameOf(waits->position.stage)), author.workstation.text()});
    if (!row) return std::nullopt;
    Task task = taskOf(*row);
    appendToJournal(transaction, m_clock,
                    {author,
                     "line.claim",
                     "order",
                     order.text(),
                     "",
                     {{"step", text(nameOf(task.step))}, {"counter", author.workstation.text()}}});
    return task;
}

bool TaskQueue::wasMadeBy(records::Connection& connection, const ProductionOrderId& order,
                          const records::OperatorId& person) const {
    return connection
        .queryOne("SELECT 1 FROM stage_event WHERE order_id = ?1 AND person = ?2 AND stage IN ('print', 'encode')",
                  {order.text(), person.text()})
        .has_value();
}

base::Result<Task> TaskQueue::claimOrder(Transaction& transaction, const records::Author& author,
                                         const LineStation& station, const ProductionOrderId& order, Step step) const {
    auto& connection = transaction.connection();
    const auto task = find(connection, order);
    if (!task) return base::Fault{"order.unknown"_code, {{"order", order.text()}}, {}};
    const auto now = m_clock.now();
    if (task->step == step && task->position.standing == Standing::Ready)
        connection.execute(
            "UPDATE line_task SET standing = 'claimed', claimed_by = ?2, claimed_until = ?3, began_at = ?4 "
            "WHERE order_id = ?1 AND standing = 'ready' AND stage = ?5",
            {order.text(), station.text(), base::formatTimestamp(now + m_lease), base::formatTimestamp(now),
             text(nameOf(task->position.stage))});
    auto claimed = find(connection, order);
    if (claimed->step != step || claimed->station != station) return notAllowed(*task, LineEvent::Claim);
    appendToJournal(transaction, m_clock,
                    {author, "line.claim", "order", order.text(), "", {{"step", text(nameOf(step))}}});
    return *claimed;
}

base::Outcome TaskQueue::report(Transaction& transaction, const records::Author& author, Task& task, LineEvent event,
                                const StepReport& report) const {
    const auto current = find(transaction.connection(), task.order);
    if (!current || current->station != task.station || current->position != task.position)
        return base::Fault{"line.lease-lost"_code, {{"order", task.order.text()}}, {}};
    return move(transaction, author, task, event, report);
}

bool TaskQueue::mayEnd(Transaction& transaction, const ActOutcome& outcome, Arrival arrival) const {
    auto& connection = transaction.connection();
    if (connection.engine() == records::Engine::Postgresql)
        connection.query("SELECT 1 FROM line_task WHERE order_id = ?1 FOR UPDATE", {outcome.order.text()});
    const auto task = find(connection, outcome.order);
    return task && stillEnds(connection, *task, outcome, arrival);
}

base::Outcome TaskQueue::reportEnd(Transaction& transaction, const ActOutcome& outcome, Arrival arrival) const {
    auto task = find(transaction.connection(), outcome.order);
    if (!task || !stillEnds(transaction.connection(), *task, outcome, arrival))
        return base::Fault{"line.lease-lost"_code, {{"order", outcome.order.text()}}, {}};
    if (task->position.standing == Standing::InDoubt && outcome.event == LineEvent::Doubt)
        return {};  // a person is to look as it is
    return move(transaction, outcome.author, *task, outcome.event, {outcome.cause, outcome.blank});
}

bool TaskQueue::hasEnded(records::Connection& connection, const ActOutcome& outcome) const {
    return connection
        .queryOne(
            "SELECT 1 FROM stage_event WHERE order_id = ?1 AND attempt = ?2 AND stage = ?3 AND outcome = ?4 AND "
            "began_at = ?5",
            {outcome.order.text(), outcome.attempt, outcome.step, text(nameOf(outcome.event)),
             base::formatTimestamp(outcome.beganAt)})
        .has_value();
}

base::Outcome TaskQueue::renew(Transaction& transaction, const Task& task) const {
    const auto changed = transaction.connection().execute(
        "UPDATE line_task SET claimed_until = ?2 WHERE order_id = ?1 AND claimed_by = ?3 AND stage = ?4 AND standing = "
        "?5",
        {task.order.text(), base::formatTimestamp(m_clock.now() + m_lease), task.station.text(),
         text(nameOf(task.position.stage)), text(nameOf(task.position.standing))});
    if (changed != 1) return base::Fault{"line.lease-lost"_code, {{"order", task.order.text()}}, {}};
    return {};
}

base::Outcome TaskQueue::settle(Transaction& transaction, const Task& task,
                                const records::WorkstationId& workstation) const {
    if (auto held = renew(transaction, task); !held) return held;
    transaction.connection().execute("UPDATE line_task SET workstation = ?2 WHERE order_id = ?1",
                                     {task.order.text(), workstation.text()});
    return {};
}

base::Outcome TaskQueue::postpone(Transaction& transaction, const records::Author& author, Task& task,
                                  std::chrono::seconds rest) const {
    auto outcome = report(transaction, author, task, LineEvent::GiveBack, {});
    if (!outcome) return outcome;
    transaction.connection().execute("UPDATE line_task SET not_before = ?2 WHERE order_id = ?1",
                                     {task.order.text(), base::formatTimestamp(m_clock.now() + rest)});
    return {};
}

base::Result<Task> TaskQueue::decide(Transaction& transaction, const records::Author& author,
                                     const ProductionOrderId& order, LineEvent event, const StepReport& report) const {
    auto task = find(transaction.connection(), order);
    if (!task) return base::Fault{"order.unknown"_code, {{"order", order.text()}}, {}};
    if (auto outcome = move(transaction, author, *task, event, report); !outcome) return outcome.refusal();
    return *task;
}

// A station that comes back in the same moment may renew its lease: then it has not lapsed, and goes on with its act.
std::vector<Task> TaskQueue::recoverLapsed(Transaction& transaction, const records::Author& author) const {
    auto& connection = transaction.connection();
    const auto rows = connection.query(
        "SELECT " + std::string{kColumns} +
            " FROM line_task WHERE standing IN ('claimed', 'acting') AND claimed_until < ?1 ORDER BY order_id" +
            (connection.engine() == records::Engine::Postgresql ? " FOR UPDATE" : ""),
        {base::formatTimestamp(m_clock.now())});
    std::vector<Task> recovered;
    for (const auto& row : rows) {
        Task task = taskOf(row);
        if (!move(transaction, author, task, LineEvent::Lapse, {"lease-lapsed", ""})) continue;
        // It may be the order at which stations break: it would break the next one too, and be first again.
        if (task.position.standing == Standing::Ready && lapsedOften(transaction.connection(), task.order))
            static_cast<void>(move(transaction, author, task, LineEvent::Hold, {"line.lapsed-often"_code.name(), ""}));
        recovered.push_back(task);
    }
    return recovered;
}

records::WorkstationId TaskQueue::actedAt(records::Connection& connection, const ProductionOrderId& order) const {
    const auto row = connection.queryOne("SELECT acted_at FROM line_task WHERE order_id = ?1", {order.text()});
    return records::WorkstationId{row ? row->text(0) : std::string{}};
}

std::optional<Task> TaskQueue::find(records::Connection& connection, const ProductionOrderId& order) const {
    const auto row =
        connection.queryOne("SELECT " + std::string{kColumns} + " FROM line_task WHERE order_id = ?1", {order.text()});
    return row ? std::optional{taskOf(*row)} : std::nullopt;
}

base::Outcome TaskQueue::move(Transaction& transaction, const records::Author& author, Task& task, LineEvent event,
                              const StepReport& report) const {
    auto next = positionAfter(task.position, event, task.route);
    if (!next) return notAllowed(task, event);
    const bool startsAgain = next->stage == Stage::Cleared && task.position.stage != Stage::Received &&
                             task.position.stage != Stage::Cleared;
    const std::int64_t attempt = task.attempt + (startsAgain ? 1 : 0);
    if (startsAgain && attempt > m_attempts) next->standing = Standing::Held;
    const auto step = stepAfter(next->stage, task.route);
    const bool keepsStation = next->standing == Standing::Claimed || next->standing == Standing::Acting;
    records::Values values{task.order.text(),
                           text(nameOf(next->stage)),
                           text(nameOf(next->standing)),
                           attempt,
                           keepsStation ? task.station.text() : "",
                           keepsStation ? base::formatTimestamp(m_clock.now() + m_lease) : "",
                           next->standing == Standing::Held ? report.cause : "",
                           text(nameOf(task.position.stage)),
                           text(nameOf(task.position.standing)),
                           task.station.text(),
                           step ? text(nameOf(*step)) : ""};
    if (event == LineEvent::Begin) values.emplace_back(author.workstation.text());
    // The old position in the condition makes sure that nobody moved the task between reading and writing it.
    const auto changed = transaction.connection().execute(
        "UPDATE line_task SET stage = ?2, standing = ?3, attempt = ?4, claimed_by = ?5, claimed_until = ?6, "
        "hold_reason = ?7, step = ?11" +
            std::string{losesBlank(event) ? ", workstation = ''" : ""} +
            std::string{event == LineEvent::Begin ? ", acted_at = ?12" : ""} +
            " WHERE order_id = ?1 AND stage = ?8 AND standing = ?9 AND claimed_by = ?10",
        values);
    if (changed != 1) return base::Fault{"line.lease-lost"_code, {{"order", task.order.text()}}, {}};
    recordEvent(transaction, author, task, event, report);
    task.position = *next;
    task.attempt = attempt;
    if (!keepsStation) task.station = LineStation{};
    return {};
}

void TaskQueue::recordEvent(Transaction& transaction, const records::Author& author, const Task& task, LineEvent event,
                            const StepReport& report) const {
    const auto now = base::formatTimestamp(m_clock.now());
    const auto step = text(nameOf(task.step));
    appendToJournal(transaction, m_clock,
                    {author,
                     "line." + text(nameOf(event)),
                     "order",
                     task.order.text(),
                     report.cause,
                     {{"step", step}, {"attempt", std::to_string(task.attempt)}, {"blank", report.blank}}});
    if (!entersHistory(event)) return;
    transaction.connection().execute(
        "INSERT INTO stage_event (order_id, sequence, attempt, stage, outcome, cause, began_at, ended_at, person, "
        "workstation, blank) VALUES (?1, (SELECT COALESCE(MAX(sequence), 0) + 1 FROM stage_event WHERE order_id = ?1), "
        "?2, "
        "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        {task.order.text(), task.attempt, step, text(nameOf(event)), report.cause,
         task.beganAt == base::Timestamp{} ? now : base::formatTimestamp(task.beganAt), now, author.person.text(),
         author.workstation.text(), report.blank});
}

}  // namespace issuance
