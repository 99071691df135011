// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/role.hpp"

namespace records {

using namespace base::literals;

std::string_view nameOf(Role role) {
    switch (role) {
        case Role::Operator: return "operator";
        case Role::Inspector: return "inspector";
        case Role::Supervisor: return "supervisor";
        case Role::Custodian: return "custodian";
        case Role::Clerk: return "clerk";
        case Role::Certifier: return "certifier";
        case Role::LegalAdviser: return "legal_adviser";
        case Role::SecurityOfficer: return "security_officer";
        case Role::Auditor: return "auditor";
        case Role::Administrator: return "administrator";
        case Role::ConfidentialOfficer: return "confidential_officer";
    }
    return {};
}

base::Result<Role> roleNamed(std::string_view name) {
    for (const Role role : kAllRoles)
        if (nameOf(role) == name) return role;
    return base::Fault{"people.unknown-role"_code, {{"role", std::string{name}}}};
}

std::string namesOf(const RoleSet& roles) {
    std::string text;
    for (const Role role : roles) text += (text.empty() ? "" : ", ") + std::string{nameOf(role)};
    return text;
}

}  // namespace records
