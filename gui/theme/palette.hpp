// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <span>

/// The colours of the interface: one table, from which come the style sheet, docs/gui.md and the test of contrasts.
namespace gui {

enum class Theme { Light, Dark };

/// What a colour is for. Grounds first, then what stands on them.
enum class Tone {
    Ground,         ///< behind everything
    Surface,        ///< cards, fields
    Raised,         ///< buttons
    Accent,         ///< the one thing to do next
    DoneGround,     ///< something was done
    CautionGround,  ///< something waits for a person
    RefusedGround,  ///< something was refused or broke
    TrainingGround,
    Text,
    Muted,  ///< text of less weight
    OnAccent,
    Done,
    Caution,
    Refused,
    OnTraining,
    Border,
    Focus,
};

struct ToneEntry {
    Tone tone;
    const char* name;  ///< in the style sheet: "@ground"
    QRgb light;
    QRgb dark;
};

/// Two colours that meet, and how much they have to differ: 4.5 for texts, 3 for the bounds of things (WCAG 2.1, 1.4.3
/// and 1.4.11).
struct ContrastDemand {
    Tone ink;
    Tone ground;
    double least;
};

std::span<const ToneEntry> tones();
std::span<const ContrastDemand> contrastDemands();
QColor colour(Tone tone, Theme theme);
/// The ratio of WCAG 2.1 between two colours: 1 to 21.
double contrast(const QColor& one, const QColor& other);

}  // namespace gui
