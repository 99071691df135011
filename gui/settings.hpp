// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <chrono>
#include <optional>

#include "contract/messages.hpp"
#include "gui/session/workplace.hpp"
#include "gui/theme/palette.hpp"

namespace gui {

/// How the program was called.
struct Settings {
    std::filesystem::path home;
    std::string server;  ///< empty: the institution is on this machine
    std::string workstation = "linea-1";
    contract::Language language = contract::Language::Spanish;
    Theme theme = Theme::Light;
    Machines machines = {};
    std::chrono::minutes lockAfter{5};
    bool muted = false;
    bool helpWanted = false;
};

/// The language is needed before the rest can be read: complaints are written in it.
contract::Language languageIn(const QStringList& words);

/// What was asked for; or, in `complaint`, what is wrong with it.
std::optional<Settings> settingsIn(const QStringList& words, QString& complaint);

/// What the program does and how it is called.
QString helpText();
/// Why no window can be shown.
QString noDisplayText();

}  // namespace gui
