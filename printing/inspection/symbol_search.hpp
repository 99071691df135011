// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "printing/image/image.hpp"

/// Internal to printing/inspection: where a DataMatrix may stand on a scanned page, and how it is turned.
namespace printing {

/// A grey picture with values from 0 (black) to 1 (white), asked between its pixels.
class GreyView {
   public:
    explicit GreyView(const Image& image);
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    /// Between four pixels; white outside.
    [[nodiscard]] float at(float x, float y) const;
    [[nodiscard]] float pixel(int x, int y) const { return m_samples[static_cast<std::size_t>(y * m_width + x)]; }

   private:
    int m_width = 0, m_height = 0;
    std::vector<float> m_samples;
};

struct Point {
    float x = 0, y = 0;
};

/// A square with half of it dark.
struct DenseSquare {
    Point centre;     // pixels
    float side = 0;   // pixels
    float angle = 0;  // radians, from -45 to 45 degrees: how far its rows are turned
};

/// The densest squares first, at most `most`. `pixelsAMillimetre` is what the picture's size lets one expect.
std::vector<DenseSquare> denseSquares(const GreyView& page, double pixelsAMillimetre, std::size_t most);

}  // namespace printing
