// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_confidences.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/need_to_know.hpp"
#include "issuance/office/people_names.hpp"
#include "records/journal/journal.hpp"

namespace issuance {

using namespace contract;

NeedToKnow needToKnowOf(House& house, const Call& call) {
    const auto author = house.sessions->authorize(call.connection, call.credentials.session, "confidential.view");
    return author ? NeedToKnow::Yes : NeedToKnow::No;
}

void noteConfidentialReading(House& house, Call& call, std::string_view act, const std::string& kind,
                             const std::string& id) {
    const records::JournalEntry entry{call.author, "confidential.read", kind, id, "", {{"act", std::string{act}}}};
    if (call.open != nullptr) return appendToJournal(*call.open, house.clock, entry);
    records::Transaction transaction{call.connection};
    appendToJournal(transaction, house.clock, entry);
    transaction.commit();
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
