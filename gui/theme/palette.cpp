// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/palette.hpp"

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr ToneEntry kTones[] = {
    {Tone::Ground, "@ground", 0xffeef1f4, 0xff14191f},
    {Tone::Surface, "@surface", 0xffffffff, 0xff1e252d},
    {Tone::Raised, "@raised", 0xffe1e7ed, 0xff2c3641},
    {Tone::Accent, "@accent", 0xff0b5394, 0xff7cc0ff},
    {Tone::DoneGround, "@done-ground", 0xffdff3e4, 0xff16352a},
    {Tone::CautionGround, "@caution-ground", 0xfffff0cc, 0xff3d3010},
    {Tone::RefusedGround, "@refused-ground", 0xfffbe1df, 0xff46201f},
    {Tone::TrainingGround, "@training-ground", 0xff5b2a86, 0xffd9b8ff},
    {Tone::Text, "@text", 0xff16202a, 0xfff0f4f8},
    {Tone::Muted, "@muted", 0xff4a5866, 0xffb3c0cc},
    {Tone::OnAccent, "@on-accent", 0xffffffff, 0xff06192b},
    {Tone::Done, "@done", 0xff0f5c2e, 0xff86e0a8},
    {Tone::Caution, "@caution", 0xff6b4700, 0xffffd270},
    {Tone::Refused, "@refused", 0xff9b1c17, 0xffffb1aa},
    {Tone::OnTraining, "@on-training", 0xffffffff, 0xff23083f},
    {Tone::Border, "@border", 0xff78858f, 0xff7f8d99},
    {Tone::Focus, "@focus", 0xffb34700, 0xffffa94d},
};

constexpr double kText = 4.5, kBounds = 3.0;

constexpr ContrastDemand kDemands[] = {
    {Tone::Text, Tone::Ground, kText},           {Tone::Text, Tone::Surface, kText},
    {Tone::Text, Tone::Raised, kText},           {Tone::Text, Tone::DoneGround, kText},
    {Tone::Text, Tone::CautionGround, kText},    {Tone::Text, Tone::RefusedGround, kText},
    {Tone::Muted, Tone::Ground, kText},          {Tone::Muted, Tone::Surface, kText},
    {Tone::Muted, Tone::Raised, kText},          {Tone::Accent, Tone::Ground, kText},
    {Tone::Accent, Tone::Surface, kText},        {Tone::OnAccent, Tone::Accent, kText},
    {Tone::Done, Tone::Surface, kText},          {Tone::Done, Tone::Ground, kText},
    {Tone::Done, Tone::DoneGround, kText},       {Tone::Caution, Tone::Surface, kText},
    {Tone::Caution, Tone::Ground, kText},        {Tone::Caution, Tone::CautionGround, kText},
    {Tone::Refused, Tone::Surface, kText},       {Tone::Refused, Tone::Ground, kText},
    {Tone::Refused, Tone::RefusedGround, kText}, {Tone::OnTraining, Tone::TrainingGround, kText},
    {Tone::Border, Tone::Ground, kBounds},       {Tone::Border, Tone::Surface, kBounds},
    {Tone::Focus, Tone::Ground, kBounds},        {Tone::Focus, Tone::Surface, kBounds},
    {Tone::Focus, Tone::Raised, kBounds},
};

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}  // namespace

std::span<const ToneEntry> tones() { return kTones; }
std::span<const ContrastDemand> contrastDemands() { return kDemands; }

QColor colour(Tone tone, Theme theme) {
    const auto* found = std::ranges::find(kTones, tone, &ToneEntry::tone);
    return QColor::fromRgb(theme == Theme::Light ? found->light : found->dark);
}

double contrast(const QColor& one, const QColor& other) {
    const double first = luminance(one), second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace gui
