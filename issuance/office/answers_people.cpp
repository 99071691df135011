// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_people.hpp"
#include "issuance/office/answers.hpp"
#include "records/operators/permission_table.hpp"
#include "records/operators/person_rows.hpp"
#include "records/operators/segregation.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

base::Result<SessionOpened> openSession(House& house, Call& call, const SessionOpen& request) {
    const auto& asking = call.credentials.workstation;
    if (!asking.empty() && asking != request.workstation) return base::Fault{"people.session-elsewhere"_code};
    const auto code = request.code.value_or("");
    if (!code.empty()) house.keys->ready();
    const auto opened = house.sessions->logIn(
        call.connection, request.user, base::SecretBytes::copyOf(request.password),
        records::WorkstationId{request.workstation},
        [&](auto& transaction, const auto& person) { return house.factors->check(transaction, person, code); });
    if (!opened) return opened.refusal();
    SessionOpened told{base::textOf(opened->token.reveal()), opened->person.text(), opened->fullName,
                       base::formatTimestamp(opened->expires)};
    std::set<std::string_view> permissions;
    for (const auto role : records::rolesOf(call.connection, opened->person))
        for (const auto permission : records::permissionsOf(role)) permissions.insert(permission);
    told.permissions.assign(permissions.begin(), permissions.end());
    told.training = house.institution.training;
    return told;
}

base::Result<Done> closeSession(House& house, Call& call) {
    records::Transaction transaction{call.connection};
    if (auto closed = house.sessions->logOut(transaction, call.credentials.session); !closed) return closed.refusal();
    transaction.commit();
    return Done{};
}

base::Result<OperatorCreated> createOperator(House& house, Call& call, const OperatorCreate& request) {
    std::vector<base::Fault> faults;
    records::RoleSet roles;
    for (const auto& name : request.roles) {
        const auto role = records::roleNamed(name);
        role ? void(roles.insert(*role)) : faults.push_back(role.refusal().first());
    }
    const auto clearance = base::parseDate(request.clearanceEnd);
    if (!clearance) faults.push_back(clearance.refusal().first());
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const auto created = house.operators->create(
        call.transaction(), call.author,
        {request.user, request.fullName, base::SecretBytes::copyOf(request.password), std::move(roles), *clearance});
    if (!created) return created.refusal();
    return OperatorCreated{created->text()};
}

/// Finds the person and the role, and does with them what the act says.
template <class Act>
base::Result<Done> changeRole(House& house, Call& call, const std::string& user, const std::string& roleName, Act act) {
    const auto person = house.operators->named(call.connection, user);
    if (!person) return person.refusal();
    const auto role = records::roleNamed(roleName);
    if (!role) return role.refusal();
    if (auto changed = act(person->id, *role); !changed) return changed.refusal();
    return Done{};
}

base::Result<Done> deactivate(House& house, Call& call, const OperatorDeactivate& request) {
    const auto person = house.operators->named(call.connection, request.user);
    if (!person) return person.refusal();
    if (auto ended = house.operators->deactivate(call.transaction(), call.author, person->id, request.reason); !ended)
        return ended.refusal();
    return Done{};
}

base::Result<Done> moveClearance(House& house, Call& call, const OperatorClearance& request) {
    const auto person = house.operators->named(call.connection, request.user);
    if (!person) return person.refusal();
    const auto end = base::parseDate(request.clearanceEnd);
    if (!end) return end.refusal();
    if (auto moved = house.operators->setClearance(call.transaction(), call.author, person->id, *end); !moved)
        return moved.refusal();
    return Done{};
}

base::Result<Done> changePassword(House& house, Call& call, const OperatorPassword& request) {
    const auto changed =
        house.operators->changePassword(call.transaction(), call.author, base::SecretBytes::copyOf(request.current),
                                        base::SecretBytes::copyOf(request.fresh));
    if (!changed) return changed.refusal();
    return Done{};
}

base::Result<Done> enrolFactor(House& house, Call& call, const OperatorFactor& request) {
    if (auto enrolled = house.factors->enrol(call.transaction(), call.author, request.secret, request.code); !enrolled)
        return enrolled.refusal();
    return Done{};
}

base::Result<Done> removeFactor(House& house, Call& call, const OperatorFactorRemove& request) {
    const auto person = house.operators->named(call.connection, request.user);
    if (!person) return person.refusal();
    if (auto removed = house.factors->remove(call.transaction(), call.author, person->id, request.reason); !removed)
        return removed.refusal();
    return Done{};
}

OperatorsListed listOperators(House& house, Call& call) {
    OperatorsListed listed;
    for (const auto& person : house.operators->list(call.connection)) {
        OperatorLine line{person.userName, person.fullName, {}, base::formatDate(person.clearanceEnd), person.active};
        for (const auto role : person.roles) line.roles.emplace_back(records::nameOf(role));
        listed.operators.push_back(std::move(line));
    }
    return listed;
}

RolesListed listRoles() {
    RolesListed listed;
    for (const auto role : records::kAllRoles) {
        RoleLine line{
            std::string{records::nameOf(role)}, {}, {}, static_cast<std::int64_t>(records::permissionsOf(role).size())};
        for (const auto operation : records::operationsOf({role}))
            line.operations.emplace_back(records::nameOf(operation));
        for (const auto other : records::kAllRoles)
            if (const auto apart = records::checkSegregation({role, other}); !apart)
                line.conflicts.push_back({std::string{records::nameOf(other)}, apart.refusal().first().code.name()});
        listed.roles.push_back(std::move(line));
    }
    return listed;
}

}  // namespace

void addPeopleAnswers(ActTable& acts, House& house) {
    acts.answer<SessionOpen>([&house](Call& call, const auto& request) { return openSession(house, call, request); });
    acts.answer<SessionClose>([&house](Call& call, const auto&) { return closeSession(house, call); });
    acts.answer<OperatorCreate>(
        [&house](Call& call, const auto& request) { return createOperator(house, call, request); });
    acts.answer<OperatorGrant>([&house](Call& call, const auto& request) {
        return changeRole(house, call, request.user, request.role, [&](const auto& person, records::Role role) {
            return house.operators->grantRole(call.transaction(), call.author, person, role);
        });
    });
    acts.answer<OperatorRevoke>([&house](Call& call, const auto& request) {
        return changeRole(house, call, request.user, request.role, [&](const auto& person, records::Role role) {
            return house.operators->revokeRole(call.transaction(), call.author, person, role);
        });
    });
    acts.answer<OperatorDeactivate>(
        [&house](Call& call, const auto& request) { return deactivate(house, call, request); });
    acts.answer<OperatorClearance>(
        [&house](Call& call, const auto& request) { return moveClearance(house, call, request); });
    acts.answer<OperatorPassword>(
        [&house](Call& call, const auto& request) { return changePassword(house, call, request); });
    acts.answer<OperatorFactor>(
        [&house](Call& call, const auto& request) { return enrolFactor(house, call, request); });
    acts.answer<OperatorFactorRemove>(
        [&house](Call& call, const auto& request) { return removeFactor(house, call, request); });
    acts.answer<OperatorRoles>([](Call&, const auto&) { return listRoles(); });
    acts.answer<OperatorList>([&house](Call& call, const auto&) { return listOperators(house, call); });
}

}  // namespace issuance
