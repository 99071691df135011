// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "contract/acts_of_people.hpp"
#include "gui/session/workplace.hpp"

namespace gui {

/// What of the way from an application to a document handed out the roles bring together, in words; empty for none.
QString operationsOf(const Workplace& place, const std::vector<contract::RoleLine>& roles,
                     const std::vector<std::string>& held);
/// What a role is for, which others it may not be joined with, and why.
QString explain(const Workplace& place, const contract::RoleLine& role);

}  // namespace gui
