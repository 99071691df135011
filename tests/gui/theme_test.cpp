// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "gui/theme/look.hpp"
#include "gui/theme/palette.hpp"
#include "gui/widgets/sound_cues.hpp"

namespace gui {
namespace {

TEST(Palette, WhatMeetsIsToldApartInBothThemes) {
    for (const auto theme : {Theme::Light, Theme::Dark})
        for (const auto& demand : contrastDemands()) {
            const auto ratio = contrast(colour(demand.ink, theme), colour(demand.ground, theme));
            EXPECT_GE(ratio, demand.least)
                << (theme == Theme::Light ? "light " : "dark ") << tones()[static_cast<std::size_t>(demand.ink)].name
                << " on " << tones()[static_cast<std::size_t>(demand.ground)].name;
        }
}

TEST(Palette, TheTableIsInTheOrderOfTheTones) {
    for (std::size_t at = 0; at < tones().size(); ++at) EXPECT_EQ(static_cast<std::size_t>(tones()[at].tone), at);
}

TEST(Palette, BlackOnWhiteIsTwentyOne) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 0.01);
    EXPECT_NEAR(contrast(QColor{"#767676"}, Qt::white), 4.54, 0.01) << "WCAG 2.1, understanding 1.4.3";
}

TEST(StyleSheet, LeavesNoColourOpen) {
    for (const auto theme : {Theme::Light, Theme::Dark}) EXPECT_FALSE(styleSheet(theme).contains('@'));
}

TEST(SoundCues, DoneAndRefusedAreNoSameSound) {
    EXPECT_NE(SoundCues::waveOf(Cue::Done), SoundCues::waveOf(Cue::Refused));
    EXPECT_TRUE(SoundCues::waveOf(Cue::Done).startsWith("RIFF"));
}

}  // namespace
}  // namespace gui
