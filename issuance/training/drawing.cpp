// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/training/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "printing/image/image.hpp"

namespace issuance::training {
namespace {

std::uint8_t blend(std::uint8_t from, std::uint8_t to, double share) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

}  // namespace

Drawing::Drawing(int width, int height, Colour background)
    : m_width(width),
      m_height(height),
      m_pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3) {
    shade(background, background);
}

void Drawing::put(int x, int y, Colour colour) {
    if (x < 0 || y < 0 || x >= m_width || y >= m_height) return;
    const auto at = (static_cast<std::ptrdiff_t>(y) * m_width + x) * 3;
    std::copy(colour.begin(), colour.end(), m_pixels.begin() + at);
}

void Drawing::shade(Colour top, Colour bottom) {
    for (int y = 0; y < m_height; ++y) {
        const double share = static_cast<double>(y) / m_height;
        const Colour row = {blend(top[0], bottom[0], share), blend(top[1], bottom[1], share),
                            blend(top[2], bottom[2], share)};
        for (int x = 0; x < m_width; ++x) put(x, y, row);
    }
}

void Drawing::fillEllipse(double centreX, double centreY, double radiusX, double radiusY, Colour colour) {
    const int bottom = static_cast<int>(std::ceil(centreY + radiusY));
    for (int y = static_cast<int>(std::floor(centreY - radiusY)); y <= bottom; ++y) {
        const double v = (y - centreY) / radiusY;
        if (v * v > 1) continue;
        const double reach = radiusX * std::sqrt(1 - v * v);
        for (int x = static_cast<int>(std::ceil(centreX - reach)); x <= centreX + reach; ++x) put(x, y, colour);
    }
}

void Drawing::fillBox(double left, double top, double right, double bottom, Colour colour) {
    for (int y = static_cast<int>(std::lround(top)); y < bottom; ++y)
        for (int x = static_cast<int>(std::lround(left)); x < right; ++x) put(x, y, colour);
}

void Drawing::strokeLine(double fromX, double fromY, double toX, double toY, double penWidth, Colour colour) {
    const int steps = std::max(1, static_cast<int>(std::hypot(toX - fromX, toY - fromY)));
    for (int step = 0; step <= steps; ++step) {
        const double share = static_cast<double>(step) / steps;
        fillEllipse(fromX + (toX - fromX) * share, fromY + (toY - fromY) * share, penWidth / 2, penWidth / 2, colour);
    }
}

void Drawing::addNoise(std::uint32_t seed, int strength) {
    std::mt19937 random{seed};
    const auto range = static_cast<std::uint32_t>(2 * strength + 1);
    for (auto& sample : m_pixels)
        sample = static_cast<std::uint8_t>(std::clamp(sample + static_cast<int>(random() % range) - strength, 0, 255));
}

base::Bytes Drawing::asJpeg(int quality) const {
    constexpr int kPixelsPerInch = 300;
    const printing::Image image{static_cast<std::uint32_t>(m_width), static_cast<std::uint32_t>(m_height), 3, m_pixels};
    return printing::encodeJpeg(image, quality, kPixelsPerInch);
}

}  // namespace issuance::training
