// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_confidences.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/office/people_names.hpp"
#include "records/journal/journal.hpp"

namespace issuance {

using namespace base::literals;
using namespace contract;

NeedToKnow needToKnowOf(House& house, const Call& call) {
    const auto author = house.sessions->authorize(call.connection, call.credentials.session, "confidential.view");
    return author ? NeedToKnow::Yes : NeedToKnow::No;
}

void noteConfidentialReadings(House& house, Call& call, std::string_view act, const std::string& kind,
                              const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    const auto note = [&](records::Transaction& transaction) {
        for (const auto& id : ids)
            appendToJournal(transaction, house.clock,
                            {call.author, "confidential.read", kind, id, "", {{"act", std::string{act}}}});
    };
    if (call.open != nullptr) return note(*call.open);
    records::Transaction transaction{call.connection};
    note(transaction);
    transaction.commit();
}

void noteConfidentialReading(House& house, Call& call, std::string_view act, const std::string& kind,
                             const std::string& id) {
    noteConfidentialReadings(house, call, act, kind, {id});
}

base::Outcome admitTo(House& house, Call& call, const Diligence& diligence, std::string_view act) {
    if (!diligence.confidential) return {};
    if (needToKnowOf(house, call) == NeedToKnow::No) return base::Fault{"confidential.not-permitted"_code};
    noteConfidentialReading(house, call, act, "diligence", diligence.number);
    return {};
}

base::Outcome admitTo(House& house, Call& call, const RequestEntry& request, std::string_view act) {
    if (!request.confidential) return {};
    if (needToKnowOf(house, call) == NeedToKnow::No) return base::Fault{"confidential.not-permitted"_code};
    noteConfidentialReading(house, call, act, "certificate-request", request.number);
    return {};
}

base::Outcome admitToNumber(House& house, Call& call, const std::string& number, std::string_view act) {
    const auto row = call.connection.queryOne("SELECT request FROM certificate WHERE number = ?1", {number});
    if (!row) return {};
    const auto request = house.certificateRequests->find(call.connection, row->text(0));
    return request ? admitTo(house, call, *request, act) : base::Outcome{};
}

namespace {

ConfidencesTold versionsOf(House& house, Call& call) {
    const PeopleNames names{house, call.connection};
    ConfidencesTold told;
    for (const auto& each : house.confidential->versions(call.connection))
        told.versions.push_back(
            {each.version, each.keyId, each.madeAt, names.of(each.madeBy), each.destroyedAt, each.subjects});
    return told;
}

ConfidencesRotated rotateKey(House& house, Call& call) {
    auto rotated = house.confidential->rotate(call.connection, call.author);
    return {rotated.version, rotated.subjects, std::move(rotated.destroyed)};
}

}  // namespace

void addConfidentialAnswers(ActTable& acts, House& house) {
    acts.answer<ConfidentialStatus>([&house](Call& call, const auto&) { return versionsOf(house, call); });
    acts.answer<ConfidentialRotate>([&house](Call& call, const auto&) { return rotateKey(house, call); });
}

}  // namespace issuance
