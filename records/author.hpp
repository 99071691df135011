// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/strong_id.hpp"

namespace records {

using OperatorId = base::StrongId<struct OperatorIdTag>;
using WorkstationId = base::StrongId<struct WorkstationIdTag>;

/// Who does something, where, and who stands beside as the second person where two are needed. Made by the session
/// check only, so whoever holds one has been let in.
struct Author {
    OperatorId person;
    WorkstationId workstation;
    std::optional<OperatorId> approver;
};

}  // namespace records
