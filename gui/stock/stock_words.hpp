// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/consent.hpp"

namespace gui {

/// A moment of the office's, as clocks in Guatemala show it; what is none stays.
QString momentOf(const std::string& utc);
/// "bóveda", "puesto linea-1".
QString placeOf(const Workplace& place, const std::string& id);
QString wordOf(const Workplace& place, const std::string& code);
/// So many texts as there is room for, and how many more there are.
QString someOf(const std::vector<std::string>& texts, std::size_t most = 4);
/// Two custodians consent, one of whom may be logged in.
ConsentWords twoCustodians(const QString& title, const QString& what);

}  // namespace gui
