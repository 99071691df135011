// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/permission_table.hpp"

#include <algorithm>
#include <map>

namespace records {
namespace {

using Permissions = std::vector<std::string_view>;

/// Who may do what. Sets of roles that would bring too much together are refused by segregation.cpp, which reads this
/// table, so a permission added here is weighed there.
const std::map<Role, Permissions> kTable{
    {Role::Operator,
     {"order.import", "order.view", "line.run", "line.view", "stock.view", "stock.spoil", "document.view", "chip.read",
      "stock.report-missing"}},
    {Role::Inspector,
     {"line.inspect", "line.release", "line.view", "order.view", "stock.view", "stock.spoil", "document.view",
      "chip.read", "stock.report-missing"}},
    {Role::Supervisor,
     {"order.hold",
      "order.release",
      "order.cancel",
      "order.counter",
      "order.schedule",
      "order.send-back",
      "order.override",
      "line.override",
      "order.view",
      "line.resolve",
      "line.pause",
      "line.view",
      "stock.view",
      "stock.spoil",
      "stock.close-short",
      "document.view",
      "journal.view",
      "operator.view",
      "chip.read",
      "case.view",
      "case.note",
      "case.resolve",
      "custody.manage",
      "custody.handover",
      "stock.report-missing",
      "stock.report-loss",
      "stock.report-export",
      "count.plan",
      "count.do",
      "count.view",
      "count.approve",
      "transfer.approve",
      "site.view",
      "report.view",
      "stock.cause",
      "destruction.request",
      "destruction.authorise",
      "destruction.execute",
      "destruction.view",
      "paper.view",
      "chip-key.view",
      "pki.view",
      "certificate.view",
      "certificate.review",
      "certificate.endorse",
      "certificate.annul",
      "certificate.archive",
      "certificate.prove",
      "certifier.key",
      "template.approve",
      "notification.view",
      "notification.archive",
      "register.import",
      "register.view",
      "register.search",
      "diligence.view"}},
    {Role::Custodian,
     {"stock.receive",      "stock.issue", "stock.return",     "stock.spoil",         "stock.view",
      "line.view",          "case.view",   "case.note",        "custody.handover",    "stock.report-missing",
      "stock.return-found", "count.do",    "count.view",       "stock.transfer",      "transfer.approve",
      "site.view",          "report.view", "stock.quarantine", "destruction.request", "destruction.execute",
      "destruction.view",   "paper.view",  "stock.withdraw"}},
    {Role::Clerk,
     {"order.view", "document.view", "line.view", "certificate.view", "certificate.request", "certificate.draft",
      "certificate.review", "certificate.deliver", "notification.view", "notification.serve", "register.view",
      "register.search", "diligence.decide", "diligence.view"}},
    {Role::Certifier,
     {"order.view", "document.view", "certificate.view", "certificate.review", "certificate.sign", "certificate.annul",
      "certificate.prove", "certifier.key", "template.approve", "register.view", "register.search", "diligence.view"}},
    {Role::LegalAdviser,
     {"document.view", "certificate.view", "certificate.legal-review", "notification.view", "register.view",
      "diligence.view"}},
    {Role::SecurityOfficer,
     {"operator.manage",  "operator.view",      "journal.view",          "case.view",        "case.note",
      "case.resolve",     "stock.report-loss",  "stock.report-export",   "count.approve",    "count.view",
      "site.view",        "journal.checkpoint", "destruction.authorise", "destruction.view", "paper.view",
      "chip-key.manage",  "chip-key.view",      "pki.ceremony",          "pki.witness",      "pki.view",
      "certificate.view", "certificate.prove",  "workstation.manage"}},
    {Role::Auditor,
     {"journal.view",     "stock.view",    "order.view",          "line.view",  "document.view", "operator.view",
      "chip.read",        "case.view",     "stock.report-export", "count.plan", "count.do",      "count.view",
      "site.view",        "report.view",   "destruction.view",    "paper.view", "chip-key.view", "pki.view",
      "certificate.view", "register.view", "diligence.view"}},
    {Role::Administrator,
     {"operator.manage", "operator.view", "system.init", "journal.view", "site.manage", "site.view",
      "journal.checkpoint", "chip-key.manage", "chip-key.view", "pki.witness", "pki.view", "register.import",
      "register.view", "workstation.manage"}},
    {Role::ConfidentialOfficer,
     {"confidential.view", "order.view", "document.view", "certificate.view", "register.view", "register.search",
      "diligence.decide", "diligence.view"}},
};

}  // namespace

const std::vector<std::string_view>& permissionsOf(Role role) { return kTable.at(role); }

bool permits(const RoleSet& roles, std::string_view permission) {
    if (permission.empty()) return true;
    return std::any_of(roles.begin(), roles.end(), [permission](Role role) {
        const auto& held = permissionsOf(role);
        return std::find(held.begin(), held.end(), permission) != held.end();
    });
}

bool needsStrongFactor(std::string_view permission) { return permission == "line.run"; }

}  // namespace records
