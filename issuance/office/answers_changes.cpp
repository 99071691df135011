// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "contract/acts_of_changes.hpp"
#include "issuance/office/answers.hpp"
#include "records/operators/permission_table.hpp"
#include "records/operators/person_rows.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

/// Milliseconds.
constexpr std::int64_t kUsualWait = 20'000, kLongestWait = 30'000;

/// The topics that were asked for, or all that the person may look at.
base::Result<TopicSet> topicsFor(const records::RoleSet& roles, const std::vector<std::string>& names) {
    TopicSet topics;
    if (names.empty()) {
        for (std::size_t at = 0; at < kTopics.size(); ++at)
            topics[at] = records::permits(roles, kTopics[at].permission);
        return topics;
    }
    for (const auto& name : names) {
        const auto at = topicNamed(name);
        if (!at) return base::Fault{"change.unknown-topic"_code, {{"topic", name}}, {}};
        if (!records::permits(roles, kTopics[*at].permission))
            return base::Fault{"people.not-permitted"_code, {{"permission", std::string{kTopics[*at].permission}}}, {}};
        topics.set(*at);
    }
    return topics;
}

records::RoleSet rolesOf(ConnectionPool& connections, const records::OperatorId& person) {
    auto loan = connections.borrow();
    try {
        return records::rolesOf(*loan, person);
    } catch (...) {
        loan.discard();
        throw;
    }
}

base::Result<ChangesSeen> wait(ConnectionPool& connections, ChangeWatch& changes, const Call& call,
                               const ChangeWait& request) {
    const auto topics = topicsFor(rolesOf(connections, call.author.person), request.topics);
    if (!topics) return topics.refusal();
    const auto since = request.position ? records::JournalPosition::parse(*request.position) : std::nullopt;
    if (request.position && !since) return base::Fault{"change.bad-position"_code};
    const auto patience = std::clamp<std::int64_t>(request.within.value_or(kUsualWait), 0, kLongestWait);
    const auto seen = changes.wait(since, *topics, std::chrono::milliseconds{patience});
    ChangesSeen told{seen.position.text(), {}};
    for (std::size_t at = 0; at < kTopics.size(); ++at)
        if (seen.changed.test(at)) told.changed.emplace_back(kTopics[at].name);
    return told;
}

}  // namespace

void addChangeAnswers(ActTable& acts, ConnectionPool& connections, ChangeWatch& changes) {
    acts.answer<ChangeWait>([&](Call& call, const auto& request) { return wait(connections, changes, call, request); });
}

}  // namespace issuance
