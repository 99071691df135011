// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/training/portraits.hpp"

#include <array>
#include <cmath>
#include <numbers>

#include "issuance/training/chance.hpp"
#include "issuance/training/drawing.hpp"

namespace issuance::training {
namespace {

constexpr std::array<Colour, 6> kSkin = {
    {{92, 62, 44}, {128, 86, 60}, {160, 110, 78}, {190, 138, 102}, {214, 166, 132}, {236, 196, 166}}};
constexpr std::array<Colour, 6> kHair = {
    {{22, 18, 16}, {44, 30, 22}, {74, 48, 30}, {112, 74, 40}, {150, 150, 150}, {188, 152, 90}}};
constexpr std::array<Colour, 6> kClothes = {
    {{28, 52, 94}, {120, 30, 40}, {34, 88, 60}, {70, 70, 76}, {150, 100, 30}, {88, 44, 110}}};

Colour darker(Colour colour, double share) {
    for (auto& part : colour) part = static_cast<std::uint8_t>(part * share);
    return colour;
}

/// Measures of one face, in pixels.
struct Face {
    double centreX, centreY, radiusX, radiusY;
    Colour skin, hair;
};

void drawHair(Drawing& drawing, const Face& face, bool isLong) {
    drawing.fillEllipse(face.centreX, face.centreY - face.radiusY * 0.28, face.radiusX * 1.14, face.radiusY * 0.95,
                        face.hair);
    if (isLong)
        drawing.fillBox(face.centreX - face.radiusX * 1.14, face.centreY - face.radiusY * 0.3,
                        face.centreX + face.radiusX * 1.14, face.centreY + face.radiusY * 1.15, face.hair);
}

void drawShoulders(Drawing& drawing, const Face& face, Colour clothes) {
    const double base = face.centreY + face.radiusY;
    drawing.fillEllipse(face.centreX, base + 190, 215, 170, clothes);
    drawing.fillBox(face.centreX - face.radiusX * 0.45, base - 40, face.centreX + face.radiusX * 0.45, base + 50,
                    darker(face.skin, 0.9));
    drawing.fillEllipse(face.centreX, base + 48, face.radiusX * 0.55, 26, darker(face.skin, 0.9));
}

void drawFeatures(Drawing& drawing, const Face& face, Chance& chance) {
    constexpr Colour kWhite = {245, 245, 242};
    constexpr Colour kLips = {150, 70, 66};
    const double eyesY = face.centreY - face.radiusY * 0.08;
    const double apart = face.radiusX * chance.between(0.40, 0.46);
    const Colour iris = chance.below(3) == 0 ? Colour{70, 100, 80} : Colour{52, 34, 22};
    for (const double side : {-1.0, 1.0}) {
        const double x = face.centreX + side * apart;
        drawing.fillEllipse(x, eyesY, 20, 10, kWhite);
        drawing.fillEllipse(x, eyesY, 9, 9, iris);
        drawing.fillEllipse(x, eyesY, 4, 4, {8, 8, 8});
        drawing.strokeLine(x - 24, eyesY - 22, x + 24, eyesY - 24 + side * 2, 7, darker(face.hair, 0.9));
    }
    const double noseY = face.centreY + face.radiusY * 0.28;
    drawing.strokeLine(face.centreX, eyesY + 14, face.centreX - 6, noseY, 6, darker(face.skin, 0.88));
    drawing.strokeLine(face.centreX - 14, noseY + 4, face.centreX + 14, noseY + 4, 6, darker(face.skin, 0.8));
    const double mouthY = face.centreY + face.radiusY * 0.54;
    const double mouth = face.radiusX * chance.between(0.30, 0.40);
    drawing.fillEllipse(face.centreX, mouthY, mouth, chance.between(8, 12), kLips);
    drawing.strokeLine(face.centreX - mouth, mouthY, face.centreX + mouth, mouthY, 3, darker(kLips, 0.7));
}

}  // namespace

base::Bytes drawPortrait(std::uint32_t seed) {
    Chance chance{seed * 2654435761U + 1};
    Drawing drawing{480, 640, {255, 255, 255}};
    drawing.shade({232, 238, 244}, {206, 216, 226});
    const Face face = {240 + chance.between(-4, 4), 285 + chance.between(-6, 6), chance.between(106, 124),
                       chance.between(144, 160),    chance.oneOf(kSkin),         chance.oneOf(kHair)};
    const bool longHair = chance.below(2) == 0;
    if (longHair) drawHair(drawing, face, true);
    drawShoulders(drawing, face, chance.oneOf(kClothes));
    drawHair(drawing, face, false);
    for (const double side : {-1.0, 1.0})
        drawing.fillEllipse(face.centreX + side * face.radiusX, face.centreY + 8, 16, 28, darker(face.skin, 0.92));
    drawing.fillEllipse(face.centreX, face.centreY, face.radiusX, face.radiusY, face.skin);
    drawing.fillEllipse(face.centreX, face.centreY - face.radiusY * 0.92, face.radiusX * chance.between(0.7, 0.9),
                        face.radiusY * 0.26, face.hair);
    drawFeatures(drawing, face, chance);
    drawing.addNoise(seed, 3);
    return drawing.asJpeg(85);
}

base::Bytes drawSignature(std::uint32_t seed) {
    Chance chance{seed * 2246822519U + 7};
    Drawing drawing{600, 200, {255, 255, 255}};
    constexpr Colour kInk = {18, 24, 84};
    const double loops = chance.between(4, 8);
    const double tall = chance.between(30, 60);
    const double phase = chance.between(0, std::numbers::pi);
    double x = 50;
    double y = 110;
    for (int step = 1; step <= 240; ++step) {
        const double t = step / 240.0;
        const double angle = 2 * std::numbers::pi * loops * t + phase;
        const double toX = 50 + 470 * t + 22 * std::cos(angle * 1.3);
        const double toY = 110 + tall * std::sin(angle) * (1 - 0.6 * t);
        if (step > 1) drawing.strokeLine(x, y, toX, toY, 4, kInk);
        x = toX;
        y = toY;
    }
    drawing.strokeLine(80, 172, 540, 160 + chance.between(-6, 6), 3, kInk);
    return drawing.asJpeg(80);
}

}  // namespace issuance::training
