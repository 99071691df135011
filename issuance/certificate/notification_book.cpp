// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/notification_book.hpp"

#include <map>
#include <set>

#include "base/failure.hpp"
#include "inventory/number_series.hpp"
#include "issuance/certificate/local_day.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using contract::NotificationLine;

constexpr std::string_view kSelect =
    "SELECT number, certificate, person, manner, address, queued_at, served_on, appeal_until, answer_until, "
    "answered_on, archived_at, archive_reason FROM notification ";

NotificationLine lineFrom(const records::Row& row) {
    return {row.text(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.text(4),
            row.text(5),
            row.textOrEmpty(6),
            row.textOrEmpty(7),
            row.textOrEmpty(8),
            row.textOrEmpty(9),
            row.textOrEmpty(10),
            row.textOrEmpty(11),
            {}};
}

void addAttempts(records::Connection& connection, NotificationLine& line) {
    connection.forEach(
        "SELECT day, outcome, detail, person FROM notification_attempt WHERE notification = ?1 ORDER BY position",
        {line.notification}, [&](const records::Row& row) {
            line.attempts.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
        });
}

base::Date dayIn(const std::string& timestamp) {
    return localDay(base::expected(base::parseTimestamp(timestamp), "notification.queued_at"));
}

/// The same day so many months later, or the month's last where it has no such day.
base::Date monthsLater(base::Date day, std::chrono::months months) {
    const auto later = day + months;
    return later.ok() ? later : base::Date{later.year() / later.month() / std::chrono::last};
}

base::Fault fault(base::FailureCode code, const std::string& number) {
    return {std::move(code), {{"notification", number}}};
}

/// Working days that run from the notification: for an appeal, and for an answer.
std::pair<int, int> termsOf(records::Connection& connection, const std::string& number) {
    const auto row =
        connection.queryOne("SELECT appeal_days, answer_days FROM notification WHERE number = ?1", {number});
    return {static_cast<int>(row->integer(0)), static_cast<int>(row->integer(1))};
}

std::string placeOf(const char* column, const std::string& number) {
    return std::string{"notification."} + column + " " + number;
}

std::vector<base::Fault> faultsOf(const contract::NotificationRecord& attempt, const NotificationLine& line,
                                  base::Date today) {
    static const std::set<std::string> kOutcomes{"served", "absent", "refused", "address_unknown"};
    std::vector<base::Fault> faults;
    if (!line.served.empty()) faults.push_back(fault("notification.served-already"_code, line.notification));
    const auto day = base::parseDate(attempt.day);
    if (!day || *day > today || *day < dayIn(line.queued))
        faults.push_back({"notification.day-wrong"_code, {{"day", attempt.day}}, "day"});
    if (!kOutcomes.contains(attempt.outcome))
        faults.push_back({"notification.outcome-unknown"_code, {{"outcome", attempt.outcome}}, "outcome"});
    return faults;
}

}  // namespace

void NotificationBook::open(records::Connection& connection, NotificationLine& line, NeedToKnow needToKnow) const {
    line.confidential = isSealed(line.person);
    if (!line.confidential) return;
    if (needToKnow == NeedToKnow::No) {
        line.person.clear();
        line.address.clear();
        return;
    }
    const auto request =
        connection.queryOne("SELECT request FROM certificate WHERE number = ?1", {line.certificate})->text(0);
    const auto key = m_confidential.of(connection, subjectOfRequest(request));
    line.person = key.openText(line.person, placeOf("person", line.notification));
    line.address = key.openText(line.address, placeOf("address", line.notification));
}

void NotificationBook::queue(records::Transaction& tx, const records::Author& author,
                             const NewNotification& fresh) const {
    const auto now = m_clock.now();
    const auto number = inventory::nextNumber(tx, "NOT", localTime(now));
    const std::string manner = fresh.email.empty() ? "personal" : "electronic";
    auto person = fresh.person;
    auto address = fresh.email.empty() ? fresh.address : fresh.email;
    if (const auto key = m_confidential.find(tx.connection(), subjectOfRequest(fresh.request))) {
        person = key->sealText(person, placeOf("person", number));
        address = key->sealText(address, placeOf("address", number));
    }
    tx.connection().execute(
        "INSERT INTO notification (number, certificate, person, manner, address, queued_at, appeal_days, answer_days) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {number, fresh.certificate, person, manner, address, base::formatTimestamp(now), std::int64_t{fresh.appealDays},
         std::int64_t{fresh.answerDays}});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "notification.queue",
                              "notification",
                              number,
                              "",
                              {{"certificate", fresh.certificate}, {"manner", manner}}});
}

bool NotificationBook::isInactive(const NotificationLine& line) const {
    if (line.served.empty() || !line.archived.empty()) return false;
    const auto served = base::expected(base::parseDate(line.served), "notification.served_on");
    return monthsLater(served, kInactivity) <= localDay(m_clock.now());
}

bool NotificationBook::isUnanswered(const NotificationLine& line) const {
    return line.archived.empty() && line.answered.empty() && !line.answerUntil.empty() &&
           line.answerUntil < base::formatDate(localDay(m_clock.now()));
}

base::Result<std::vector<NotificationLine>> NotificationBook::list(records::Connection& connection,
                                                                   const std::string& of, NeedToKnow needToKnow) const {
    static const std::map<std::string, std::string> kConditions{
        {"", ""},
        {"pending", "WHERE served_on IS NULL "},
        {"served", "WHERE served_on IS NOT NULL "},
        {"inactive", "WHERE served_on IS NOT NULL AND archived_at IS NULL "},
        {"unanswered", "WHERE answer_until IS NOT NULL AND answered_on IS NULL AND archived_at IS NULL "}};
    const auto condition = kConditions.find(of);
    if (condition == kConditions.end()) return base::Fault{"notification.unknown-word"_code, {{"word", of}}};
    std::vector<NotificationLine> lines;
    for (const auto& row : connection.query((std::string{kSelect} += condition->second) += "ORDER BY number")) {
        auto line = lineFrom(row);
        if (of == "inactive" && !isInactive(line)) continue;
        if (of == "unanswered" && !isUnanswered(line)) continue;
        addAttempts(connection, line);
        open(connection, line, needToKnow);
        lines.push_back(std::move(line));
    }
    return lines;
}

base::Result<NotificationLine> NotificationBook::find(records::Connection& connection,
                                                      const std::string& number) const {
    const auto row = connection.queryOne(std::string{kSelect} += "WHERE number = ?1", {number});
    if (!row) return fault("notification.unknown"_code, number);
    auto line = lineFrom(*row);
    addAttempts(connection, line);
    return line;
}

base::Result<NotificationLine> NotificationBook::take(records::Transaction& tx, const std::string& number) const {
    tx.connection().execute("UPDATE notification SET manner = manner WHERE number = ?1", {number});
    return find(tx.connection(), number);
}

base::Result<contract::NotificationRecorded> NotificationBook::record(
    records::Transaction& tx, const records::Author& author, const contract::NotificationRecord& attempt) const {
    auto& connection = tx.connection();
    auto line = take(tx, attempt.notification);
    if (!line) return line.refusal();
    const auto now = m_clock.now();
    if (auto faults = faultsOf(attempt, *line, localDay(now)); !faults.empty()) return base::Refusal{std::move(faults)};

    const auto count = std::ssize(line->attempts) + 1;
    connection.execute(
        "INSERT INTO notification_attempt (notification, position, day, manner, outcome, detail, recorded_at, person) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {line->notification, std::int64_t{count}, attempt.day, line->manner, attempt.outcome, attempt.detail,
         base::formatTimestamp(now), author.person.text()});
    contract::NotificationRecorded recorded;
    recorded.manner = line->manner;
    if (attempt.outcome == "served") {
        recorded.served = attempt.day;
        const auto [appeal, answer] = termsOf(connection, line->notification);
        const auto after = [&](int days) {
            return days == 0 ? std::string{}
                             : base::formatDate(workingDaysAfter(m_calendar, *base::parseDate(attempt.day), days));
        };
        recorded.appealUntil = after(appeal);
        recorded.answerUntil = after(answer);
    } else if (count >= kAttempts || attempt.outcome == "address_unknown") {
        recorded.manner = "edict";
    }
    connection.execute(
        "UPDATE notification SET manner = ?2, served_on = ?3, appeal_until = ?4, answer_until = ?5 WHERE number = ?1",
        {line->notification, recorded.manner, records::orNull(recorded.served), records::orNull(recorded.appealUntil),
         records::orNull(recorded.answerUntil)});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "notification.record",
                              "notification",
                              line->notification,
                              attempt.detail,
                              {{"outcome", attempt.outcome}, {"day", attempt.day}, {"manner", recorded.manner}}});
    return recorded;
}

base::Outcome NotificationBook::answer(records::Transaction& tx, const records::Author& author,
                                       const contract::NotificationAnswer& answer) const {
    const auto line = take(tx, answer.notification);
    if (!line) return line.refusal();
    if (line->answerUntil.empty() || !line->answered.empty() || !line->archived.empty())
        return fault("notification.no-answer-due"_code, answer.notification);
    const auto day = base::parseDate(answer.day);
    if (!day || answer.day < line->served || *day > localDay(m_clock.now()))
        return base::Fault{"notification.day-wrong"_code, {{"day", answer.day}}, "day"};
    tx.connection().execute("UPDATE notification SET answered_on = ?2 WHERE number = ?1",
                            {answer.notification, answer.day});
    records::appendToJournal(
        tx, m_clock, {author, "notification.answer", "notification", answer.notification, "", {{"day", answer.day}}});
    return {};
}

base::Result<std::string> NotificationBook::archive(records::Transaction& tx, const records::Author& author,
                                                    const contract::NotificationArchive& asked) const {
    const auto line = take(tx, asked.notification);
    if (!line) return line.refusal();
    if (!isInactive(*line) && !isUnanswered(*line)) return fault("notification.not-inactive"_code, asked.notification);
    tx.connection().execute("UPDATE notification SET archived_at = ?2, archive_reason = ?3 WHERE number = ?1",
                            {asked.notification, base::formatTimestamp(m_clock.now()), asked.reason});
    records::appendToJournal(tx, m_clock,
                             {author, "notification.archive", "notification", asked.notification, asked.reason, {}});
    return line->certificate;
}

}  // namespace issuance
