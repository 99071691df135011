// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/journal_search.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <tuple>

namespace records {
namespace {

constexpr char kBetween = '/';

std::optional<std::int64_t> numberIn(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Adds conditions and their values side by side.
class Conditions {
   public:
    void add(std::string_view condition, Value value) {
        m_values.push_back(std::move(value));
        std::string text{condition};
        text.replace(text.find('?'), 1, next());
        m_text += (m_text.empty() ? " WHERE " : " AND ") + text;
    }
    void goOnAfter(const JournalPlace& place) {
        m_text += m_text.empty() ? " WHERE (time, strand, sequence) < (" : " AND (time, strand, sequence) < (";
        m_values.emplace_back(place.time);
        m_text += next() + ", ";
        m_values.emplace_back(place.strand);
        m_text += next() + ", ";
        m_values.emplace_back(place.sequence);
        m_text += next() + ")";
    }
    std::string limit(std::int64_t limit) {
        m_values.emplace_back(limit);
        return m_text + " ORDER BY time DESC, strand DESC, sequence DESC LIMIT " + next();
    }
    [[nodiscard]] const Values& values() const { return m_values; }

   private:
    [[nodiscard]] std::string next() const { return "?" + std::to_string(m_values.size()); }
    std::string m_text;
    Values m_values;
};

/// The kinds of objects that the journal knows, each found by the index on objects.
std::vector<std::string> objectKinds(Connection& connection) {
    std::vector<std::string> kinds;
    for (std::string last;;) {
        const auto row =
            connection.queryOne("SELECT MIN(object_kind) FROM journal_entry WHERE object_kind > ?1", {last});
        if (!row || row->isNull(0)) return kinds;
        kinds.push_back(last = row->text(0));
    }
}

}  // namespace

std::optional<JournalPlace> JournalPlace::parse(std::string_view text) {
    const auto first = text.find(kBetween);
    const auto second = first == std::string_view::npos ? first : text.find(kBetween, first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto strand = numberIn(text.substr(first + 1, second - first - 1));
    const auto sequence = numberIn(text.substr(second + 1));
    if (!strand || !sequence) return std::nullopt;
    return JournalPlace{std::string{text.substr(0, first)}, *strand, *sequence};
}

std::string JournalPlace::text() const {
    return time + kBetween + std::to_string(strand) + kBetween + std::to_string(sequence);
}

std::vector<StoredEntry> searchJournal(Connection& connection, const JournalQuestion& question) {
    Conditions conditions;
    if (!question.person.empty()) conditions.add("person = ?", question.person);
    if (!question.act.empty()) conditions.add("act = ?", question.act);
    if (question.from) conditions.add("time >= ?", base::formatTimestamp(*question.from));
    if (question.before) conditions.add("time < ?", base::formatTimestamp(*question.before));
    if (question.after) conditions.goOnAfter(*question.after);
    const auto ask = [&](Conditions asked) {
        const auto rest = asked.limit(question.limit);
        std::vector<StoredEntry> entries;
        for (const auto& row :
             connection.query("SELECT " + std::string{kEntryColumns} + " FROM journal_entry" + rest, asked.values()))
            entries.push_back(storedEntry(row));
        return entries;
    };
    if (question.objectId.empty()) return ask(conditions);
    std::vector<StoredEntry> found;
    for (const auto& kind : objectKinds(connection)) {
        auto ofKind = conditions;
        ofKind.add("object_kind = ?", kind);
        ofKind.add("object_id = ?", question.objectId);
        auto entries = ask(std::move(ofKind));
        std::ranges::move(entries, std::back_inserter(found));
    }
    std::ranges::sort(found, std::ranges::greater{}, [](const StoredEntry& entry) {
        return std::tuple{entry.time, entry.strand, entry.sequence};
    });
    if (std::ssize(found) > question.limit) found.resize(static_cast<std::size_t>(question.limit));
    return found;
}

}  // namespace records
