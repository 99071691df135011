// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/inspection/symbol_search.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace printing {

namespace {

constexpr double kCell = 1.6;                    // millimetres: a few modules, so that a symbol's cells are half dark
constexpr double kSmallest = 18, kLargest = 60;  // millimetres of a symbol's side, for scans of unsure resolution
constexpr float kDark = 0.27F, kLight = 0.73F;   // a symbol's cell has so much ink at least and at most

float brightness(const Image& image, std::size_t pixel) {
    const auto* sample = &image.pixels[pixel * image.channels];
    if (image.channels < 3) return static_cast<float>(sample[0]) / 255.0F;
    return (0.299F * static_cast<float>(sample[0]) + 0.587F * static_cast<float>(sample[1]) +
            0.114F * static_cast<float>(sample[2])) /
           255.0F;
}

/// The page in cells: how much ink each has, from 0 to 1.
struct Cells {
    int columns = 0, rows = 0;
    double size = 0;  // pixels
    std::vector<float> ink;
    [[nodiscard]] float at(int column, int row) const { return ink[static_cast<std::size_t>(row * columns + column)]; }
    [[nodiscard]] bool dense(int column, int row) const { return at(column, row) > kDark && at(column, row) < kLight; }
};

Cells cellsOf(const GreyView& page, double size) {
    Cells cells{static_cast<int>(page.width() / size), static_cast<int>(page.height() / size), size, {}};
    cells.ink.resize(static_cast<std::size_t>(std::max(0, cells.columns * cells.rows)));
    for (int row = 0; row < cells.rows; ++row)
        for (int column = 0; column < cells.columns; ++column) {
            const int left = static_cast<int>(column * size), right = static_cast<int>((column + 1) * size);
            const int top = static_cast<int>(row * size), bottom = static_cast<int>((row + 1) * size);
            float sum = 0;
            for (int y = top; y < bottom; ++y)
                for (int x = left; x < right; ++x) sum += page.pixel(x, y);
            cells.ink[static_cast<std::size_t>(row * cells.columns + column)] =
                1 - sum / static_cast<float>(std::max(1, (right - left) * (bottom - top)));
        }
    // Grey paper and pale ink: the range that the page uses becomes the whole one.
    auto sorted = cells.ink;
    if (sorted.size() < 16) return cells;
    std::ranges::sort(sorted);
    const float paper = sorted[sorted.size() / 4];
    for (auto& ink : cells.ink) ink = std::max(0.0F, (ink - paper) / std::max(0.2F, 1 - paper));
    return cells;
}

/// A connected heap of dense cells.
struct Heap {
    double count = 0, sumX = 0, sumY = 0;
    int left = 1 << 30, right = 0, top = 1 << 30, bottom = 0;
    void add(int column, int row) {
        ++count;
        sumX += column + 0.5;
        sumY += row + 0.5;
        left = std::min(left, column);
        right = std::max(right, column + 1);
        top = std::min(top, row);
        bottom = std::max(bottom, row + 1);
    }
};

/// Only cells whose neighbours are mostly dense: lines of text and rules fall apart.
bool core(const Cells& cells, int column, int row) {
    int dense = 0;
    for (int y = row - 1; y <= row + 1; ++y)
        for (int x = column - 1; x <= column + 1; ++x)
            dense += x >= 0 && y >= 0 && x < cells.columns && y < cells.rows && cells.dense(x, y) ? 1 : 0;
    return dense >= 6;
}

std::vector<Heap> heapsOf(const Cells& cells) {
    std::vector<Heap> heaps;
    std::vector<char> seen(cells.ink.size(), 0);
    std::vector<std::pair<int, int>> open;
    for (int row = 0; row < cells.rows; ++row)
        for (int column = 0; column < cells.columns; ++column) {
            if (seen[static_cast<std::size_t>(row * cells.columns + column)] != 0 || !core(cells, column, row))
                continue;
            Heap heap;
            open.emplace_back(column, row);
            seen[static_cast<std::size_t>(row * cells.columns + column)] = 1;
            while (!open.empty()) {
                const auto [x, y] = open.back();
                open.pop_back();
                heap.add(x, y);
                for (const auto& [nextX, nextY] : {std::pair{x + 1, y}, {x - 1, y}, {x, y + 1}, {x, y - 1}}) {
                    if (nextX < 0 || nextY < 0 || nextX >= cells.columns || nextY >= cells.rows) continue;
                    auto& mark = seen[static_cast<std::size_t>(nextY * cells.columns + nextX)];
                    if (mark != 0 || !core(cells, nextX, nextY)) continue;
                    mark = 1;
                    open.emplace_back(nextX, nextY);
                }
            }
            heaps.push_back(heap);
        }
    return heaps;
}

/// How much a profile of ink changes from step to step: most where its direction is the symbol's.
double restlessness(const std::vector<float>& profile) {
    double sum = 0;
    for (std::size_t i = 1; i < profile.size(); ++i) {
        const double step = profile[i] - profile[i - 1];
        sum += step * step;
    }
    return sum;
}

/// The square's ink, summed along rows and along columns that are turned by the angle.
double restlessnessAt(const GreyView& page, const DenseSquare& square, float angle) {
    const float half = square.side * 0.42F;
    const int steps = static_cast<int>(half);
    std::vector<float> rows(static_cast<std::size_t>(2 * steps + 1), 0.0F), columns(rows.size(), 0.0F);
    const float cosine = std::cos(angle), sine = std::sin(angle);
    for (int v = -steps; v <= steps; ++v)
        for (int u = -steps; u <= steps; ++u) {
            const auto fu = static_cast<float>(u), fv = static_cast<float>(v);
            const float ink =
                1 - page.at(square.centre.x + fu * cosine - fv * sine, square.centre.y + fu * sine + fv * cosine);
            rows[static_cast<std::size_t>(v + steps)] += ink;
            columns[static_cast<std::size_t>(u + steps)] += ink;
        }
    return restlessness(rows) + restlessness(columns);
}

float angleOf(const GreyView& page, const DenseSquare& square) {
    constexpr float kDegree = std::numbers::pi_v<float> / 180;
    const auto best = [&](float middle, float reach, float step) {
        float found = middle;
        double most = -1;
        for (float angle = middle - reach; angle <= middle + reach; angle += step)
            if (const double restless = restlessnessAt(page, square, angle); restless > most) {
                most = restless;
                found = angle;
            }
        return found;
    };
    // Scans are turned by some degrees; photographs by any angle.
    const float rough = best(0, 45 * kDegree, 0.5F * kDegree);
    return best(rough, 0.5F * kDegree, 0.1F * kDegree);
}

}  // namespace

GreyView::GreyView(const Image& image)
    : m_width(static_cast<int>(image.width)),
      m_height(static_cast<int>(image.height)),
      m_samples(std::size_t{image.width} * image.height) {
    for (std::size_t i = 0; i < m_samples.size(); ++i) m_samples[i] = brightness(image, i);
}

float GreyView::at(float x, float y) const {
    const float left = std::floor(x), top = std::floor(y);
    const int column = static_cast<int>(left), row = static_cast<int>(top);
    if (column < 0 || row < 0 || column + 1 >= m_width || row + 1 >= m_height) return 1;
    const float right = x - left, below = y - top;
    const auto* upper = &m_samples[static_cast<std::size_t>(row * m_width + column)];
    const auto* lower = upper + m_width;
    return (1 - below) * ((1 - right) * upper[0] + right * upper[1]) +
           below * ((1 - right) * lower[0] + right * lower[1]);
}

std::vector<DenseSquare> denseSquares(const GreyView& page, double pixelsAMillimetre, std::size_t most) {
    const auto cells = cellsOf(page, std::max(2.0, kCell * pixelsAMillimetre));
    std::vector<std::pair<double, DenseSquare>> found;
    for (const auto& heap : heapsOf(cells)) {
        // The core lacks half a cell and more on every side.
        const double side = (std::sqrt(heap.count) + 1.0) * cells.size;
        const double millimetres = side / pixelsAMillimetre;
        const double wide = heap.right - heap.left, tall = heap.bottom - heap.top;
        if (millimetres < kSmallest || millimetres > kLargest || std::max(wide, tall) > 1.6 * std::sqrt(heap.count) + 2)
            continue;
        const double filled = heap.count / (wide * tall);
        found.push_back({heap.count * filled,
                         {{static_cast<float>(heap.sumX / heap.count * cells.size),
                           static_cast<float>(heap.sumY / heap.count * cells.size)},
                          static_cast<float>(side),
                          0}});
    }
    std::ranges::sort(found, std::ranges::greater{}, [](const auto& each) { return each.first; });
    std::vector<DenseSquare> squares;
    for (const auto& [weight, square] : found) {
        if (squares.size() == most) break;
        squares.push_back(square);
        squares.back().angle = angleOf(page, square);
    }
    return squares;
}

}  // namespace printing
