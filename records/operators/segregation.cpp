// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/segregation.hpp"

#include <algorithm>
#include <map>

#include "records/operators/permission_table.hpp"

namespace records {
namespace {

using namespace base::literals;

const std::map<Operation, std::vector<std::string_view>> kOperations{
    {Operation::Capture, {"order.import"}},
    {Operation::Personalise, {"line.run"}},
    {Operation::Inspect, {"line.inspect"}},
    {Operation::Release, {"line.release"}},
    {Operation::Custody, {"stock.receive", "stock.issue", "stock.return"}},
};

const std::set<Operation> kCaptureToRelease{Operation::Capture, Operation::Personalise, Operation::Inspect,
                                            Operation::Release};

}  // namespace

std::string_view nameOf(Operation operation) {
    switch (operation) {
        case Operation::Capture: return "capture";
        case Operation::Personalise: return "personalise";
        case Operation::Inspect: return "inspect";
        case Operation::Release: return "release";
        case Operation::Custody: return "custody";
    }
    return {};
}

const std::vector<std::string_view>& permissionsOf(Operation operation) { return kOperations.at(operation); }

std::set<Operation> operationsOf(const RoleSet& roles) {
    std::set<Operation> operations;
    for (const auto& [operation, permissions] : kOperations)
        if (std::any_of(permissions.begin(), permissions.end(),
                        [&](auto permission) { return permits(roles, permission); }))
            operations.insert(operation);
    return operations;
}

base::Outcome checkSegregation(const RoleSet& roles) {
    const auto held = operationsOf(roles);
    if (std::includes(held.begin(), held.end(), kCaptureToRelease.begin(), kCaptureToRelease.end()))
        return base::Fault{"people.roles-cover-line"_code, {{"roles", namesOf(roles)}}};
    if (held.contains(Operation::Custody) && held.contains(Operation::Personalise))
        return base::Fault{"people.custody-and-line"_code, {{"roles", namesOf(roles)}}};
    return {};
}

}  // namespace records
