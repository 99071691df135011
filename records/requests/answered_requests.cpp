// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/requests/answered_requests.hpp"

#include <algorithm>

#include "base/failure.hpp"

namespace records {

using namespace base::literals;

namespace {

/// Clients ask again within minutes; whoever comes later looks at the books.
constexpr std::chrono::hours kKept{72};
constexpr std::chrono::hours kBetweenRemovals{1};

bool isRequestId(const std::string& id) {
    return id.size() >= 16 && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '-';
           });
}

}  // namespace

base::Result<std::optional<std::string>> AnsweredRequests::answerTo(Connection& connection,
                                                                    const RepeatableRequest& request) const {
    if (!isRequestId(request.id)) return base::Fault{"office.bad-request-id"_code};
    const auto row =
        connection.queryOne("SELECT person, act, answer FROM answered_request WHERE id = ?1", {request.id});
    if (!row) return std::optional<std::string>{};
    if (row->text(0) != request.person.text() || row->text(1) != request.act)
        return base::Fault{"office.request-id-reused"_code};
    if (row->isNull(2)) return base::Fault{"office.outcome-unknown"_code};
    return std::optional{row->text(2)};
}

void AnsweredRequests::keep(Transaction& transaction, const RepeatableRequest& request,
                            const std::string& answer) const {
    insert(transaction, request, answer);
}

void AnsweredRequests::begin(Transaction& transaction, const RepeatableRequest& request) const {
    insert(transaction, request, std::monostate{});
}

void AnsweredRequests::end(Transaction& transaction, const RepeatableRequest& request,
                           const std::optional<std::string>& answer) const {
    auto& connection = transaction.connection();
    if (answer)
        connection.execute("UPDATE answered_request SET answer = ?2 WHERE id = ?1", {request.id, *answer});
    else
        connection.execute("DELETE FROM answered_request WHERE id = ?1", {request.id});
}

void AnsweredRequests::insert(Transaction& transaction, const RepeatableRequest& request, const Value& answer) const {
    auto& connection = transaction.connection();
    const auto now = m_clock.now();
    removeOld(connection, now);
    connection.execute("INSERT INTO answered_request (id, person, act, time, answer) VALUES (?1, ?2, ?3, ?4, ?5)",
                       {request.id, request.person.text(), request.act, base::formatTimestamp(now), answer});
}

void AnsweredRequests::removeOld(Connection& connection, base::Timestamp now) const {
    auto last = m_removedOld.load();
    if (now - last < kBetweenRemovals || !m_removedOld.compare_exchange_strong(last, now)) return;
    connection.execute("DELETE FROM answered_request WHERE time < ?1", {base::formatTimestamp(now - kKept)});
}

}  // namespace records
