// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Telling people what was resolved, so that it counts: in person, electronically by consent, or by edict
/// (docs/formats/notification.md). Days are written "2026-11-26".
namespace contract {

struct NotificationAttemptLine {
    std::string day;
    std::string outcome;  ///< "served", "absent", "refused", "address_unknown"
    std::string detail;
    std::string person;
    static constexpr std::array kFields{
        field<&NotificationAttemptLine::day>("day"), field<&NotificationAttemptLine::outcome>("outcome"),
        field<&NotificationAttemptLine::detail>("detail"), field<&NotificationAttemptLine::person>("person")};
};

struct NotificationLine {
    std::string notification;  ///< "NOT-2026-000012"
    std::string certificate;   ///< number of what is notified
    std::string person;
    std::string manner;   ///< "personal", "electronic", "edict"
    std::string address;  ///< street or e-mail
    std::string queued;
    std::string served;  ///< the day on which it counts; empty until then
    std::string appealUntil;
    std::string answerUntil;  ///< the last day for the answer that it wants, where it does and was served
    std::string answered;     ///< the day on which it was
    std::string archived;
    std::string archiveReason;
    std::vector<NotificationAttemptLine> attempts;
    bool confidential = false;  ///< without a need to know: neither person nor address
    static constexpr std::array kFields{field<&NotificationLine::answerUntil>("answer_until"),
                                        field<&NotificationLine::answered>("answered"),
                                        field<&NotificationLine::archiveReason>("archive_reason"),
                                        field<&NotificationLine::notification>("notification"),
                                        field<&NotificationLine::certificate>("certificate"),
                                        field<&NotificationLine::person>("person"),
                                        field<&NotificationLine::manner>("manner"),
                                        field<&NotificationLine::address>("address"),
                                        field<&NotificationLine::queued>("queued"),
                                        field<&NotificationLine::served>("served"),
                                        field<&NotificationLine::appealUntil>("appeal_until"),
                                        field<&NotificationLine::archived>("archived"),
                                        field<&NotificationLine::attempts>("attempts"),
                                        field<&NotificationLine::confidential>("confidential")};
};

struct NotificationsListed {
    std::vector<NotificationLine> notifications;
    static constexpr std::array kFields{field<&NotificationsListed::notifications>("notifications")};
};

/// `of`: "pending" (nobody was told yet), "served", "inactive" (served long ago and nothing asked since),
/// "unanswered" (the time for its answer is over), empty for all.
struct NotificationList {
    static constexpr Declaration kAct{"notification.list", "notification.view", Effect::Reads};
    using Answer = NotificationsListed;
    std::string of;
    static constexpr std::array kFields{field<&NotificationList::of>("of")};
};

struct NotificationRoute {
    std::string paper;  ///< number of the route list
    std::int64_t visits = 0;
    static constexpr std::array kFields{field<&NotificationRoute::paper>("paper"),
                                        field<&NotificationRoute::visits>("visits")};
};

/// The day's personal notifications as a list for whoever goes, who is whoever asks.
struct NotificationSchedule {
    static constexpr Declaration kAct{"notification.schedule", "notification.serve", Effect::Changes};
    using Answer = NotificationRoute;
    std::string day;
    static constexpr std::array kFields{field<&NotificationSchedule::day>("day")};
};

struct NotificationRecorded {
    std::string served;       ///< empty where it did not succeed
    std::string appealUntil;  ///< the last day of the appeal, where there is one
    std::string answerUntil;  ///< the last day for the answer, where it wants one
    std::string manner;       ///< by which it goes on
    static constexpr std::array kFields{
        field<&NotificationRecorded::served>("served"), field<&NotificationRecorded::appealUntil>("appeal_until"),
        field<&NotificationRecorded::answerUntil>("answer_until"), field<&NotificationRecorded::manner>("manner")};
};

/// What came of an attempt, on its day. Where a person cannot be found the third time, an edict is next.
struct NotificationRecord {
    static constexpr Declaration kAct{"notification.record", "notification.serve", Effect::Changes};
    using Answer = NotificationRecorded;
    std::string notification;
    std::string day;
    std::string outcome;
    std::string detail;
    static constexpr std::array kFields{
        field<&NotificationRecord::notification>("notification"), field<&NotificationRecord::day>("day"),
        field<&NotificationRecord::outcome>("outcome"), field<&NotificationRecord::detail>("detail")};
};

/// The person answered what a notice wanted of them, on a day.
struct NotificationAnswer {
    static constexpr Declaration kAct{"notification.answer", "notification.serve", Effect::Changes};
    using Answer = Done;
    std::string notification;
    std::string day;
    static constexpr std::array kFields{field<&NotificationAnswer::notification>("notification"),
                                        field<&NotificationAnswer::day>("day")};
};

/// Sends a file to the archive that has been inactive for six months after its notification, or whose notice nobody
/// answered in time.
struct NotificationArchive {
    static constexpr Declaration kAct{"notification.archive", "notification.archive", Effect::Changes};
    using Answer = Done;
    std::string notification;
    std::string reason;
    static constexpr std::array kFields{field<&NotificationArchive::notification>("notification"),
                                        field<&NotificationArchive::reason>("reason")};
};

using NotificationActs =
    std::tuple<NotificationList, NotificationSchedule, NotificationRecord, NotificationAnswer, NotificationArchive>;

}  // namespace contract
