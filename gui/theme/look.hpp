// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "gui/theme/palette.hpp"

class QApplication;
class QWidget;

namespace gui {

/// Distances, in pixels of a screen at 100 %: everything is a multiple of the first.
inline constexpr int kGap = 8;
inline constexpr int kSpace = 2 * kGap;
inline constexpr int kWide = 3 * kGap;
/// What a gloved finger hits.
inline constexpr int kTarget = 56;

/// Sizes of type, in points. docs/gui.md says where each is used.
inline constexpr int kSmallType = 10;
inline constexpr int kBodyType = 12;
inline constexpr int kHeadType = 16;
inline constexpr int kLargeType = 22;
inline constexpr int kHugeType = 34;

/// Gives the program its colours and sizes. May be asked again, to change the theme.
void wear(QApplication& application, Theme theme);
/// The theme that is worn now.
Theme themeWorn();
/// The style sheet with its colours filled in.
QString styleSheet(Theme theme);

/// What a text is, to the style sheet: "head", "large", "huge", "muted".
void setRole(QWidget& widget, const char* role);

}  // namespace gui
