// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_notifications.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/act_papers.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/office/people_names.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

base::Result<NotificationsListed> list(House& house, Call& call, const NotificationList& asked) {
    const auto needToKnow = needToKnowOf(house, call);
    auto lines = house.notifications->list(call.connection, asked.of, needToKnow);
    if (!lines) return lines.refusal();
    const PeopleNames names{house, call.connection};
    std::vector<std::string> confidential;
    for (auto& line : *lines) {
        if (line.confidential && needToKnow == NeedToKnow::Yes) confidential.push_back(line.notification);
        for (auto& attempt : line.attempts) attempt.person = names.of(attempt.person);
    }
    noteConfidentialReadings(house, call, NotificationList::kAct.name, "notification", confidential);
    return NotificationsListed{std::move(*lines)};
}

base::Result<NotificationRoute> schedule(House& house, Call& call, const NotificationSchedule& asked) {
    if (!base::parseDate(asked.day)) return base::Fault{"notification.day-wrong"_code, {{"day", asked.day}}, "day"};
    // A paper is read by many: whoever is confidential is named on none.
    const auto lines = house.notifications->list(call.connection, "pending", NeedToKnow::No);
    if (!lines) return lines.refusal();
    printing::ActList visits;
    for (const auto& line : *lines)
        if (line.manner == "personal")
            visits.emplace_back(
                printing::ActMap{{"notificacion", line.notification},
                                 {"documento", line.certificate},
                                 {"persona", line.confidential ? std::string{kReserved} : line.person},
                                 {"direccion", line.confidential ? std::string{kReserved} : line.address},
                                 {"intentos", std::to_string(line.attempts.size())}});
    const auto count = std::ssize(visits);
    const auto paper =
        issuePaper(house, call,
                   {"notification-route", "notification-route", asked.day,
                    printing::ActMap{{"fecha", asked.day},
                                     {"notificador", personOnPaper(house, call.connection, call.author.person.text())},
                                     {"visitas", std::move(visits)}}});
    if (!paper) return paper.refusal();
    return NotificationRoute{*paper, count};
}

/// With the notification goes the request, which nobody else has to do with any more.
base::Result<Done> archive(House& house, Call& call, const NotificationArchive& asked) {
    auto& tx = call.transaction();
    if (!inventory::isPlainText(asked.reason)) return base::Fault{"certificate.reason-missing"_code};
    const auto certificate = house.notifications->archive(tx, call.author, asked);
    if (!certificate) return certificate.refusal();
    const auto entry = house.certificates->numbered(call.connection, *certificate);
    if (!entry) return entry.refusal();
    auto request = house.certificateRequests->take(tx, entry->request);
    if (!request) return request.refusal();
    if (request->stage != CertificateStage::Issued) return Done{};
    const auto stepped = house.certificateRequests->step(tx, call.author, *request,
                                                         {CertificateStep::Archive, entry->draft, asked.reason});
    if (!stepped) return stepped.refusal();
    return Done{};
}

}  // namespace

void addNotificationAnswers(ActTable& acts, House& house) {
    acts.answer<NotificationList>([&house](Call& call, const auto& asked) { return list(house, call, asked); });
    acts.answer<NotificationSchedule>([&house](Call& call, const auto& asked) { return schedule(house, call, asked); });
    acts.answer<NotificationRecord>([&house](Call& call, const auto& asked) {
        return house.notifications->record(call.transaction(), call.author, asked);
    });
    acts.answer<NotificationAnswer>([&house](Call& call, const auto& asked) -> base::Result<Done> {
        const auto answered = house.notifications->answer(call.transaction(), call.author, asked);
        if (!answered) return answered.refusal();
        return Done{};
    });
    acts.answer<NotificationArchive>([&house](Call& call, const auto& asked) { return archive(house, call, asked); });
}

}  // namespace issuance
