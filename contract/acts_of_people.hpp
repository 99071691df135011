// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Sessions, operators, workstations.
namespace contract {

struct SessionOpened {
    std::string token;
    std::string person;
    std::string fullName;
    std::string expires;
    static constexpr std::tuple kFields{Field{"token", &SessionOpened::token}, Field{"person", &SessionOpened::person},
                                        Field{"full_name", &SessionOpened::fullName},
                                        Field{"expires", &SessionOpened::expires}};
};

/// Logs a person in at a workstation. The password is wiped by the office and never logged.
struct SessionOpen {
    static constexpr Declaration kAct{"session.open", "", Effect::Opens};
    using Answer = SessionOpened;
    std::string user;
    std::string password;
    std::string workstation;
    static constexpr std::tuple kFields{Field{"user", &SessionOpen::user}, Field{"password", &SessionOpen::password},
                                        Field{"workstation", &SessionOpen::workstation}};
};

struct SessionClose {
    static constexpr Declaration kAct{"session.close", "", Effect::Opens};
    using Answer = Done;
    static constexpr std::tuple<> kFields{};
};

struct OperatorCreated {
    std::string id;
    static constexpr std::tuple kFields{Field{"id", &OperatorCreated::id}};
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
    static constexpr std::tuple kFields{
        Field{"user", &OperatorCreate::user}, Field{"full_name", &OperatorCreate::fullName},
        Field{"password", &OperatorCreate::password}, Field{"roles", &OperatorCreate::roles},
        Field{"clearance_end", &OperatorCreate::clearanceEnd}};
};

struct OperatorGrant {
    static constexpr Declaration kAct{"operator.grant", "operator.manage", Effect::Changes};
    using Answer = Done;
    std::string user;
    std::string role;
    static constexpr std::tuple kFields{Field{"user", &OperatorGrant::user}, Field{"role", &OperatorGrant::role}};
};

struct OperatorRevoke {
    static constexpr Declaration kAct{"operator.revoke", "operator.manage", Effect::Changes};
    using Answer = Done;
    std::string user;
    std::string role;
    static constexpr std::tuple kFields{Field{"user", &OperatorRevoke::user}, Field{"role", &OperatorRevoke::role}};
};

struct OperatorDeactivate {
    static constexpr Declaration kAct{"operator.deactivate", "operator.manage", Effect::Changes};
    using Answer = Done;
    std::string user;
    std::string reason;
    static constexpr std::tuple kFields{Field{"user", &OperatorDeactivate::user},
                                        Field{"reason", &OperatorDeactivate::reason}};
};

/// Moves the day on which a person's clearance ends.
struct OperatorClearance {
    static constexpr Declaration kAct{"operator.clearance", "operator.manage", Effect::Changes};
    using Answer = Done;
    std::string user;
    std::string clearanceEnd;
    static constexpr std::tuple kFields{Field{"user", &OperatorClearance::user},
                                        Field{"clearance_end", &OperatorClearance::clearanceEnd}};
};

/// Changes the password of whoever asks.
struct OperatorPassword {
    static constexpr Declaration kAct{"operator.password", "", Effect::Changes};
    using Answer = Done;
    std::string current;
    std::string fresh;
    static constexpr std::tuple kFields{Field{"current", &OperatorPassword::current},
                                        Field{"fresh", &OperatorPassword::fresh}};
};

struct OperatorLine {
    std::string user;
    std::string fullName;
    std::vector<std::string> roles;
    std::string clearanceEnd;
    bool active = false;
    static constexpr std::tuple kFields{Field{"user", &OperatorLine::user}, Field{"full_name", &OperatorLine::fullName},
                                        Field{"roles", &OperatorLine::roles},
                                        Field{"clearance_end", &OperatorLine::clearanceEnd},
                                        Field{"active", &OperatorLine::active}};
};

struct OperatorsListed {
    std::vector<OperatorLine> operators;
    static constexpr std::tuple kFields{Field{"operators", &OperatorsListed::operators}};
};

struct OperatorList {
    static constexpr Declaration kAct{"operator.list", "operator.view", Effect::Reads};
    using Answer = OperatorsListed;
    static constexpr std::tuple<> kFields{};
};

}  // namespace contract
