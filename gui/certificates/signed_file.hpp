// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "gui/session/workplace.hpp"

namespace gui {

/// The signed PDF of a number, also where it is too large for an answer.
void fetchSigned(const Workplace& place, QObject* asker, const std::string& number,
                 std::function<void(const base::Bytes&)> got, OfficeLink::OnTrouble troubled);

}  // namespace gui
