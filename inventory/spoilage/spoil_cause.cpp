// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/spoilage/spoil_cause.hpp"

#include <algorithm>

#include "inventory/cases/cases.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

constexpr std::size_t kShortestCode = 2;
constexpr std::size_t kLongestCode = 20;
constexpr std::string_view kSelect = "SELECT code, spanish, english, defective FROM stock_spoil_cause ";

KnownCause causeFrom(const records::Row& row) { return {{row.text(0)}, row.text(1), row.text(2), row.integer(3) == 1}; }

bool isCode(const std::string& code) {
    return code.size() >= kShortestCode && code.size() <= kLongestCode &&
           std::all_of(code.begin(), code.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace

std::vector<KnownCause> knownCauses(records::Connection& connection) {
    std::vector<KnownCause> found;
    connection.forEach(std::string{kSelect} += "ORDER BY code", {},
                       [&](const records::Row& row) { found.push_back(causeFrom(row)); });
    return found;
}

std::optional<KnownCause> knownCause(records::Connection& connection, std::string_view code) {
    const auto row = connection.queryOne(std::string{kSelect} += "WHERE code = ?1", {std::string{code}});
    return row ? std::optional{causeFrom(*row)} : std::nullopt;
}

base::Outcome putCause(records::Transaction& tx, const records::Author& author, const base::Clock& clock,
                       const KnownCause& cause) {
    const auto& code = cause.cause.code;
    if (!isCode(code) || !isPlainText(cause.spanish) || !isPlainText(cause.english))
        return base::Fault{"stock.bad-cause"_code, {{"cause", code}}};
    tx.connection().execute(
        "INSERT INTO stock_spoil_cause (code, spanish, english, defective) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (code) "
        "DO UPDATE SET spanish = ?2, english = ?3, defective = ?4",
        {code, cause.spanish, cause.english, std::int64_t{cause.defective ? 1 : 0}});
    records::appendToJournal(
        tx, clock,
        {author,
         "stock.cause",
         "spoil_cause",
         code,
         "",
         {{"spanish", cause.spanish}, {"english", cause.english}, {"defective", cause.defective ? "yes" : "no"}}});
    return {};
}

}  // namespace inventory
