// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/ledger_reading.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

namespace inventory {
namespace {

using Mark = AccountMarks::Mark;

constexpr std::string_view kColumnsOfMovement =
    "SELECT id, item, first_number, last_number, from_place, from_state, to_place, to_state FROM stock_movement";
constexpr unsigned kMostReaders = 4;

/// A movement with its texts replaced by the numbers that its reader gives them.
struct Entry {
    std::int64_t id = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::size_t item = 0;
    std::optional<Mark> from;
    std::optional<Mark> to;
};

/// Consecutive movements, and what their reader had not met before them.
struct Portion {
    std::vector<Entry> entries;
    std::vector<std::string> newItems;
    std::vector<Account> newAccounts;
};

/// Reads portions over a connection of its own, in a thread of its own.
class PortionReader {
   public:
    explicit PortionReader(std::unique_ptr<records::Connection> connection) : m_connection(std::move(connection)) {}

    Portion read(std::int64_t first, std::int64_t last) {
        Portion portion;
        const std::size_t items = m_items.size();
        const std::size_t accounts = m_marks.accounts().size();
        m_connection->readAll(
            fmt::format("{} WHERE id BETWEEN {} AND {} ORDER BY id", kColumnsOfMovement, first, last),
            [&](const records::Row& row) {
                portion.entries.push_back({row.integer(0), row.integer(2), row.integer(3), itemOf(row.text(1)),
                                           m_marks.of(row.text(4), row.text(5)), m_marks.of(row.text(6), row.text(7))});
            });
        portion.newItems.assign(m_items.begin() + static_cast<std::ptrdiff_t>(items), m_items.end());
        portion.newAccounts.assign(m_marks.accounts().begin() + static_cast<std::ptrdiff_t>(accounts),
                                   m_marks.accounts().end());
        return portion;
    }

   private:
    /// There are few items.
    std::size_t itemOf(const std::string& item) {
        const auto at = std::find(m_items.begin(), m_items.end(), item);
        const auto number = static_cast<std::size_t>(at - m_items.begin());
        if (at == m_items.end()) m_items.push_back(item);
        return number;
    }

    std::unique_ptr<records::Connection> m_connection;
    std::vector<std::string> m_items;
    AccountMarks m_marks;
};

/// Enters the portions of one reader, whose numbers it knows.
class PortionEntry {
   public:
    void enter(const Portion& portion, Replay& replay, std::vector<BrokenMovement>& broken) {
        m_items.insert(m_items.end(), portion.newItems.begin(), portion.newItems.end());
        for (const auto& account : portion.newAccounts) m_marks.push_back(*replay.markOf(account.place, account.state));
        for (const auto& entry : portion.entries) {
            const std::string& item = m_items[entry.item];
            if (!replay.enter(item, entry.first, entry.last, marked(entry.from), marked(entry.to)))
                broken.push_back({entry.id, {item, entry.first, entry.last}});
        }
    }

   private:
    [[nodiscard]] std::optional<Mark> marked(std::optional<Mark> mark) const {
        return mark ? std::optional{m_marks[static_cast<std::size_t>(*mark)]} : std::nullopt;
    }

    std::vector<std::string> m_items;
    std::vector<Mark> m_marks;
};

/// Over one connection.
std::int64_t enterInTurn(records::Connection& connection, Replay& replay, std::vector<BrokenMovement>& broken) {
    std::int64_t movements = 0;
    connection.readAll(fmt::format("{} ORDER BY id", kColumnsOfMovement), [&](const records::Row& row) {
        ++movements;
        const auto from = replay.markOf(row.text(4), row.text(5));
        const auto to = replay.markOf(row.text(6), row.text(7));
        if (!replay.enter(row.text(1), row.integer(2), row.integer(3), from, to))
            broken.push_back({row.integer(0), {row.text(1), row.integer(2), row.integer(3)}});
    });
    return movements;
}

std::deque<PortionReader> readersFor(records::Connection& connection, std::int64_t portions) {
    const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, kMostReaders);
    std::deque<PortionReader> readers;
    while (std::cmp_less(readers.size(), std::min<std::int64_t>(cores, portions))) {
        auto beside = connection.beside();
        if (beside == nullptr) break;
        readers.emplace_back(std::move(beside));
    }
    return readers;
}

}  // namespace

std::int64_t enterLedger(records::Connection& connection, Replay& replay, std::vector<BrokenMovement>& broken,
                         std::int64_t portion) {
    const auto ends = connection.queryOne("SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM stock_movement");
    const std::int64_t last = ends->integer(1);
    const std::int64_t portions = (last - ends->integer(0)) / portion;
    if (portions < 2) return enterInTurn(connection, replay, broken);
    std::deque<PortionReader> readers = readersFor(connection, portions);
    if (readers.empty()) return enterInTurn(connection, replay, broken);

    std::vector<PortionEntry> entries(readers.size());
    std::deque<std::future<Portion>> coming;
    std::int64_t next = ends->integer(0);
    const auto startReading = [&](PortionReader& reader) {
        if (next > last) return;
        coming.push_back(std::async(
            std::launch::async, [&reader, first = next, end = next + portion] { return reader.read(first, end - 1); }));
        next += portion;
    };
    for (auto& reader : readers) startReading(reader);
    std::int64_t movements = 0;
    for (std::size_t turn = 0; !coming.empty(); turn = (turn + 1) % readers.size()) {
        const Portion came = coming.front().get();
        coming.pop_front();
        startReading(readers[turn]);
        entries[turn].enter(came, replay, broken);
        movements += static_cast<std::int64_t>(came.entries.size());
    }
    return movements;
}

}  // namespace inventory
