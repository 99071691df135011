// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/spoilage/arrivals.hpp"

#include <algorithm>

namespace inventory {

Arrivals::Arrivals(records::Connection& connection, const std::string& item, std::int64_t first, std::int64_t last) {
    connection.forEach(
        "SELECT first_number, last_number, time, person, cause FROM stock_movement WHERE item = ?1 AND "
        "(cause IS NOT NULL OR event = 'confirm') AND first_number <= ?3 AND last_number >= ?2 ORDER BY id",
        {item, first, last}, [&](const records::Row& row) { row.isNull(4) ? receive(row) : announce(row); });
}

void Arrivals::announce(const records::Row& row) {
    m_entries.push_back({row.text(4), row.text(2), row.text(3)});
    m_map.put(row.integer(0), row.integer(1), static_cast<RunMap::Mark>(m_entries.size() - 1), std::nullopt);
}

void Arrivals::receive(const records::Row& row) {
    struct Part {
        std::int64_t first, last;
        Entry entry;
    };
    std::vector<Part> parts;
    visit(row.integer(0), row.integer(1), [&](std::int64_t first, std::int64_t last, const Entry& entry) {
        parts.push_back({first, last, {entry.cause, entry.announcedAt, entry.announcedBy, row.text(2), row.text(3)}});
    });
    for (auto& part : parts) {
        m_entries.push_back(std::move(part.entry));
        m_map.put(part.first, part.last, static_cast<RunMap::Mark>(m_entries.size() - 1), std::nullopt);
    }
}

void Arrivals::visit(std::int64_t first, std::int64_t last,
                     const std::function<void(std::int64_t, std::int64_t, const Entry&)>& take) const {
    for (std::int64_t begin = first; begin <= last;) {
        const auto mark = m_map.at(begin);
        std::int64_t end = begin;
        while (end < last && m_map.at(end + 1) == mark) ++end;
        if (mark) take(begin, end, m_entries[static_cast<std::size_t>(*mark)]);
        begin = end + 1;
    }
}

}  // namespace inventory
