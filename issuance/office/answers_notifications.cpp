// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_notifications.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/act_papers.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/people_names.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

base::Result<NotificationsListed> list(House& house, Call& call, const NotificationList& asked) {
    auto lines = house.notifications->list(call.connection, asked.of);
    if (!lines) return lines.refusal();
    const PeopleNames names{house, call.connection};
    for (auto& line : *lines)
        for (auto& attempt : line.attempts) attempt.person = names.of(attempt.person);
    return NotificationsListed{std::move(*lines)};
}

base::Result<NotificationRoute> schedule(House& house, Call& call, const NotificationSchedule& asked) {
    if (!base::parseDate(asked.day)) return base::Fault{"notification.day-wrong"_code, {{"day", asked.day}}, "day"};
    const auto lines = house.notifications->list(call.connection, "pending");
    if (!lines) return lines.refusal();
    printing::ActList visits;
    for (const auto& line : *lines)
        if (line.manner == "personal")
            visits.emplace_back(printing::ActMap{{"notification", line.notification},
                                                 {"document", line.certificate},
                                                 {"person", line.person},
                                                 {"address", line.address},
                                                 {"attempts", std::to_string(line.attempts.size())}});
    const auto count = std::ssize(visits);
    const auto paper =
        issuePaper(house, call,
                   {"notification-route", "notification-route", asked.day,
                    printing::ActMap{{"day", asked.day},
                                     {"notifier", personOnPaper(house, call.connection, call.author.person.text())},
                                     {"visits", std::move(visits)}}});
    if (!paper) return paper.refusal();
    return NotificationRoute{*paper, count};
}

}  // namespace

void addNotificationAnswers(ActTable& acts, House& house) {
    acts.answer<NotificationList>([&house](Call& call, const auto& asked) { return list(house, call, asked); });
    acts.answer<NotificationSchedule>([&house](Call& call, const auto& asked) { return schedule(house, call, asked); });
    acts.answer<NotificationRecord>([&house](Call& call, const auto& asked) {
        return house.notifications->record(call.transaction(), call.author, asked);
    });
    acts.answer<NotificationArchive>([&house](Call& call, const auto& asked) -> base::Result<Done> {
        const auto archived = house.notifications->archive(call.transaction(), call.author, asked.notification);
        if (!archived) return archived.refusal();
        return Done{};
    });
}

}  // namespace issuance
