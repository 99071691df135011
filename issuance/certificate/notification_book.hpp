// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "contract/acts_of_notifications.hpp"
#include "issuance/certificate/work_calendar.hpp"
#include "issuance/confidential/confidential_keys.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// What is to be notified, and to whom.
struct NewNotification {
    std::string request;
    std::string certificate;
    std::string person;
    std::string address;  ///< where they live
    std::string email;    ///< empty without their consent to be told so
    int appealDays = 0;   ///< working days from the notification
    int answerDays = 0;   ///< the same, for an answer; 0 where it wants none
};

/// The queue of notifications, every attempt, and the deadlines that run from them. Works inside the caller's
/// transaction and appends to the journal.
class NotificationBook {
   public:
    /// Attempts to find a person before an edict takes their place.
    static constexpr std::int64_t kAttempts = 3;
    /// Months without anything asked after which a file goes to the archive.
    static constexpr std::chrono::months kInactivity{6};

    NotificationBook(const WorkCalendar& calendar, const ConfidentialKeys& confidential, const base::Clock& clock)
        : m_calendar(calendar), m_confidential(confidential), m_clock(clock) {}

    void queue(records::Transaction& tx, const records::Author& author, const NewNotification& fresh) const;
    /// Refuses "notification.unknown-word". People by their ids. Of confidential requests person and address are open
    /// to who has a need to know, and empty for others.
    [[nodiscard]] base::Result<std::vector<contract::NotificationLine>> list(records::Connection& connection,
                                                                             const std::string& of,
                                                                             NeedToKnow needToKnow) const;
    /// Refuses "notification.unknown", "notification.served-already", "notification.day-wrong" (in the future, before
    /// it was queued), "notification.outcome-unknown".
    base::Result<contract::NotificationRecorded> record(records::Transaction& tx, const records::Author& author,
                                                        const contract::NotificationRecord& attempt) const;
    /// Refuses "notification.unknown", "notification.no-answer-due", "notification.day-wrong" (in the future, before it
    /// was served).
    base::Outcome answer(records::Transaction& tx, const records::Author& author,
                         const contract::NotificationAnswer& answer) const;
    /// The number of the certificate that was notified. Refuses "notification.unknown", "notification.not-inactive".
    base::Result<std::string> archive(records::Transaction& tx, const records::Author& author,
                                      const contract::NotificationArchive& asked) const;

   private:
    void open(records::Connection& connection, contract::NotificationLine& line, NeedToKnow needToKnow) const;
    [[nodiscard]] base::Result<contract::NotificationLine> find(records::Connection& connection,
                                                                const std::string& number) const;
    [[nodiscard]] base::Result<contract::NotificationLine> take(records::Transaction& tx,
                                                                const std::string& number) const;
    [[nodiscard]] bool isInactive(const contract::NotificationLine& line) const;
    [[nodiscard]] bool isUnanswered(const contract::NotificationLine& line) const;
    const WorkCalendar& m_calendar;
    const ConfidentialKeys& m_confidential;
    const base::Clock& m_clock;
};

}  // namespace issuance
