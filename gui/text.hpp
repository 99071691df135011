// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

/// Between the texts of the contract, which are UTF-8, and those of the interface.
namespace gui {

inline QString shown(const std::string& text) { return QString::fromStdString(text); }
inline std::string told(const QString& text) { return text.toStdString(); }

}  // namespace gui
