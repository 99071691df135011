// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Sessions, operators, workstations.
namespace contract {

/// `permissions` are those of the person's roles now, so that faces offer nobody what would be refused; each act looks
/// them up anew.
struct SessionOpened {
    std::string token;
    std::string person;
    std::string fullName;
    std::string expires;
    std::vector<std::string> permissions = {};
    bool training = false;  ///< the institution is for training: nothing that it makes is worth anything
    static constexpr std::array kFields{field<&SessionOpened::token>("token"),
                                        field<&SessionOpened::person>("person"),
                                        field<&SessionOpened::fullName>("full_name"),
                                        field<&SessionOpened::expires>("expires"),
                                        field<&SessionOpened::permissions>("permissions"),
                                        field<&SessionOpened::training>("training")};
};

/// Logs a person in at a workstation. The password is wiped by the office and never logged.
struct SessionOpen {
    static constexpr Declaration kAct{"session.open", "", Effect::Opens};
    using Answer = SessionOpened;
    std::string user;
    std::string password;
    std::string workstation;
    std::optional<std::string> code = {};  ///< the one-time code, of people who have a generator (`operator.factor`)
    static constexpr std::array kFields{field<&SessionOpen::user>("user"), field<&SessionOpen::password>("password"),
                                        field<&SessionOpen::workstation>("workstation"),
                                        field<&SessionOpen::code>("code")};
};

struct SessionClose {
    static constexpr Declaration kAct{"session.close", "", Effect::Opens};
    using Answer = Done;
    static constexpr std::array<Field, 0> kFields{};
};

struct OperatorCreated {
    std::string id;
    static constexpr std::array kFields{field<&OperatorCreated::id>("id")};
};

/// Enrols a person. `clearanceEnd` is the day on which the clearance ends.
struct OperatorCreate {
    static constexpr Declaration kAct{"operator.create", "operator.manage", Effect::Changes};
    using Answer = OperatorCreated;
    std::string user;
    std::string fullName;
    std::string password;
    std::vector<std::string> roles;
    std::string clearanceEnd;
    static constexpr std::array kFields{
        field<&OperatorCreate::user>("user"), field<&OperatorCreate::fullName>("full_name"),
        field<&OperatorCreate::password>("password"), field<&OperatorCreate::roles>("roles"),
        field<&OperatorCreate::clearanceEnd>("clearance_end")};
};

struct OperatorGrant {
    static constexpr Declaration kAct{"operator.grant", "operator.manage", Effect::Changes};
    using Answer = Done;
    std::string user;
    std::string role;
    static constexpr std::array kFields{field<&OperatorGrant::user>("user"), field<&OperatorGrant::role>("role")};
};

struct OperatorRevoke {
    static constexpr Declaration kAct{"operator.revoke", "operator.manage", Effect::Changes};
    using Answer = Done;
    std::string user;
    std::string role;
    static constexpr std::array kFields{field<&OperatorRevoke::user>("user"), field<&OperatorRevoke::role>("role")};
};

struct OperatorDeactivate {
    static constexpr Declaration kAct{"operator.deactivate", "operator.manage", Effect::Changes};
    using Answer = Done;
    std::string user;
    std::string reason;
    static constexpr std::array kFields{field<&OperatorDeactivate::user>("user"),
                                        field<&OperatorDeactivate::reason>("reason")};
};

/// Moves the day on which a person's clearance ends.
struct OperatorClearance {
    static constexpr Declaration kAct{"operator.clearance", "operator.manage", Effect::Changes};
    using Answer = Done;
    std::string user;
    std::string clearanceEnd;
    static constexpr std::array kFields{field<&OperatorClearance::user>("user"),
                                        field<&OperatorClearance::clearanceEnd>("clearance_end")};
};

/// Changes the password of whoever asks.
struct OperatorPassword {
    static constexpr Declaration kAct{"operator.password", "", Effect::Changes};
    using Answer = Done;
    std::string current;
    std::string fresh;
    static constexpr std::array kFields{field<&OperatorPassword::current>("current"),
                                        field<&OperatorPassword::fresh>("fresh")};
};

/// A generator of one-time codes (TOTP: RFC 6238 with SHA-1, 6 digits, 30 s) for whoever asks, in the place of one
/// before. Its secret was made where they ask, in base 32, at least 20 octets; a code of now proves that the generator
/// has it. Whoever manages people stands beside, so that a stolen password does not become more than it is.
struct OperatorFactor {
    static constexpr Declaration kAct{"operator.factor", "", Effect::Changes, People::Two, "operator.manage"};
    using Answer = Done;
    base::SecretBytes secret;
    std::string code;
    static constexpr std::array kFields{field<&OperatorFactor::secret>("secret"), field<&OperatorFactor::code>("code")};
};

/// A person's generator is gone: it counts no more, and their sessions end.
struct OperatorFactorRemove {
    static constexpr Declaration kAct{"operator.factor-remove", "operator.manage", Effect::Changes};
    using Answer = Done;
    std::string user;
    std::string reason;
    static constexpr std::array kFields{field<&OperatorFactorRemove::user>("user"),
                                        field<&OperatorFactorRemove::reason>("reason")};
};

struct OperatorLine {
    std::string user;
    std::string fullName;
    std::vector<std::string> roles;
    std::string clearanceEnd;
    bool active = false;
    static constexpr std::array kFields{field<&OperatorLine::user>("user"), field<&OperatorLine::fullName>("full_name"),
                                        field<&OperatorLine::roles>("roles"),
                                        field<&OperatorLine::clearanceEnd>("clearance_end"),
                                        field<&OperatorLine::active>("active")};
};

struct OperatorsListed {
    std::vector<OperatorLine> operators;
    static constexpr std::array kFields{field<&OperatorsListed::operators>("operators")};
};

struct OperatorList {
    static constexpr Declaration kAct{"operator.list", "operator.view", Effect::Reads};
    using Answer = OperatorsListed;
    static constexpr std::array<Field, 0> kFields{};
};

/// A role that may not be joined with another in one person, and why: "people.custody-and-line",
/// "people.roles-cover-line".
struct RoleConflict {
    std::string role;
    std::string reason;
    static constexpr std::array kFields{field<&RoleConflict::role>("role"), field<&RoleConflict::reason>("reason")};
};

/// `operations` are those between an application and a document handed out that the role does: "capture",
/// "personalise", "inspect", "release", "custody" (control 13).
struct RoleLine {
    std::string role;
    std::vector<std::string> operations;
    std::vector<RoleConflict> conflicts;
    std::int64_t permissions = 0;
    static constexpr std::array kFields{field<&RoleLine::role>("role"), field<&RoleLine::operations>("operations"),
                                        field<&RoleLine::conflicts>("conflicts"),
                                        field<&RoleLine::permissions>("permissions")};
};

struct RolesListed {
    std::vector<RoleLine> roles;
    static constexpr std::array kFields{field<&RolesListed::roles>("roles")};
};

/// Every role of the house, and which of them segregation keeps apart.
struct OperatorRoles {
    static constexpr Declaration kAct{"operator.roles", "operator.view", Effect::Reads};
    using Answer = RolesListed;
    static constexpr std::array<Field, 0> kFields{};
};

}  // namespace contract
