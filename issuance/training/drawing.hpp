// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "base/bytes.hpp"

/// Pictures for training and tests: drawn, of nobody.
namespace issuance::training {

using Colour = std::array<std::uint8_t, 3>;

/// An RGB canvas on which plain shapes are filled; what lies outside is cut off.
class Drawing {
   public:
    Drawing(int width, int height, Colour background);
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }

    /// From the first colour at the top to the second at the bottom.
    void shade(Colour top, Colour bottom);
    void fillEllipse(double centreX, double centreY, double radiusX, double radiusY, Colour colour);
    void fillBox(double left, double top, double right, double bottom, Colour colour);
    /// A pen stroke with round ends.
    void strokeLine(double fromX, double fromY, double toX, double toY, double penWidth, Colour colour);
    /// Lightens and darkens each pixel by up to `strength`, as a camera's noise does; the seed decides how.
    void addNoise(std::uint32_t seed, int strength);

    /// JFIF, 300 pixels per inch, quality 1 to 100.
    [[nodiscard]] base::Bytes asJpeg(int quality) const;

   private:
    void put(int x, int y, Colour colour);
    int m_width;
    int m_height;
    base::Bytes m_pixels;
};

}  // namespace issuance::training
