// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/inspection/symbol_fit.hpp"

#include <algorithm>
#include <cmath>

namespace printing {

namespace {

/// Square symbols that seals have, by the modules of a side and of one of their regions (ISO/IEC 16022 table 7).
struct Form {
    int modules, region;
};
constexpr std::array<Form, 13> kForms{{{64, 16},
                                       {72, 18},
                                       {80, 20},
                                       {52, 26},
                                       {48, 24},
                                       {88, 22},
                                       {44, 22},
                                       {96, 24},
                                       {40, 20},
                                       {36, 18},
                                       {104, 26},
                                       {32, 16},
                                       {26, 26}}};
constexpr float kGood = 0.62F;  // of the fit: what is taken without looking at other forms
constexpr float kLeast = 0.3F;

/// A module whose colour the form says.
struct Known {
    float x, y;    // of its centre, in parts of the side
    float colour;  // 1 dark, -1 light
};

/// Left and lower edges of regions are dark; upper and right edges alternate, dark in the left and light in the upper
/// right corner.
std::vector<Known> knownOf(const Form& form, bool coarse) {
    std::vector<Known> known;
    const auto side = static_cast<float>(form.modules);
    for (int row = 0; row < form.modules; ++row)
        for (int column = 0; column < form.modules; ++column) {
            const int x = column % form.region, y = row % form.region, last = form.region - 1;
            float colour = 0;
            if (x == 0 || y == last)
                colour = 1;
            else if (y == 0)
                colour = x % 2 == 0 ? 1.0F : -1.0F;
            else if (x == last)
                colour = y % 2 == 1 ? 1.0F : -1.0F;
            if (colour == 0 || (coarse && (column + row) % 3 != 0)) continue;
            known.push_back(
                {(static_cast<float>(column) + 0.5F) / side, (static_cast<float>(row) + 0.5F) / side, colour});
        }
    return known;
}

/// The symbol's corners in the picture: upper left, upper right, lower right, lower left.
using Corners = std::array<Point, 4>;

/// Flat paper seen from anywhere: the projective map of the unit square to four corners.
class Map {
   public:
    explicit Map(const Corners& c) {
        const float dx1 = c[1].x - c[2].x, dx2 = c[3].x - c[2].x, sx = c[0].x - c[1].x + c[2].x - c[3].x;
        const float dy1 = c[1].y - c[2].y, dy2 = c[3].y - c[2].y, sy = c[0].y - c[1].y + c[2].y - c[3].y;
        const float whole = dx1 * dy2 - dx2 * dy1;
        const float safe = std::abs(whole) < 1e-6F ? 1e-6F : whole;
        m_g = (sx * dy2 - dx2 * sy) / safe;
        m_h = (dx1 * sy - sx * dy1) / safe;
        m_a = c[1].x - c[0].x + m_g * c[1].x;
        m_b = c[3].x - c[0].x + m_h * c[3].x;
        m_c = c[0].x;
        m_d = c[1].y - c[0].y + m_g * c[1].y;
        m_e = c[3].y - c[0].y + m_h * c[3].y;
        m_f = c[0].y;
    }
    [[nodiscard]] Point at(float x, float y) const {
        const float depth = m_g * x + m_h * y + 1;
        return {(m_a * x + m_b * y + m_c) / depth, (m_d * x + m_e * y + m_f) / depth};
    }

   private:
    float m_a, m_b, m_c, m_d, m_e, m_f, m_g, m_h;
};

/// How far the known dark modules are from the known light ones, against how much each kind scatters.
float fitOf(const GreyView& page, const std::vector<Known>& known, const Corners& corners) {
    const Map map{corners};
    float dark = 0, light = 0, squares = 0, darks = 0, lights = 0;
    for (const auto& module : known) {
        const auto place = map.at(module.x, module.y);
        const float value = page.at(place.x, place.y);
        squares += value * value;
        if (module.colour > 0) {
            dark += value;
            ++darks;
        } else {
            light += value;
            ++lights;
        }
    }
    const float all = darks + lights, mean = (dark + light) / all;
    const float spread = std::sqrt(std::max(1e-6F, squares / all - mean * mean));
    // The correlation of what is seen with what should be.
    return (light / lights - dark / darks) * std::sqrt(darks * lights) / all / spread;
}

Corners cornersOf(Point centre, float side, float angle, int turn) {
    constexpr std::array<std::pair<float, float>, 4> kUnit{
        {{-0.5F, -0.5F}, {0.5F, -0.5F}, {0.5F, 0.5F}, {-0.5F, 0.5F}}};
    const float cosine = std::cos(angle) * side, sine = std::sin(angle) * side;
    Corners corners;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& [x, y] = kUnit[(i + static_cast<std::size_t>(turn)) % 4];
        corners[i] = {centre.x + x * cosine - y * sine, centre.y + x * sine + y * cosine};
    }
    return corners;
}

struct Fitted {
    float fit = -1;
    Corners corners{};
};

/// One form laid over one square.
class Fit {
   public:
    Fit(const GreyView& page, const DenseSquare& square, const Form& form, const std::function<bool()>& stopped)
        : m_page(page),
          m_square(square),
          m_coarse(knownOf(form, true)),
          m_known(knownOf(form, false)),
          m_module(square.side / static_cast<float>(form.modules)),
          m_stopped(stopped) {}

    Fitted best() const {
        auto found = places();
        for (int round = 0; round < 2; ++round) refine(found);
        return found;
    }

   private:
    /// Sides, turns and places near what the density says.
    [[nodiscard]] Fitted places() const {
        Fitted found;
        const float step = 0.5F * m_module, reach = 0.06F * m_square.side;
        for (int turn = 0; turn < 4 && !m_stopped(); ++turn)
            for (float scale = 0.90F; scale <= 1.11F; scale += 0.0125F)
                for (float dy = -reach; dy <= reach; dy += step)
                    for (float dx = -reach; dx <= reach; dx += step) {
                        const auto corners = cornersOf({m_square.centre.x + dx, m_square.centre.y + dy},
                                                       m_square.side * scale, m_square.angle, turn);
                        if (quick(corners) < found.fit * 0.5F) continue;
                        const float fit = fitOf(m_page, m_coarse, corners);
                        if (fit > found.fit) found = {fit, corners};
                    }
        found.fit = fitOf(m_page, m_known, found.corners);
        return found;
    }

    /// The two solid edges alone, in few points: most places fail here.
    [[nodiscard]] float quick(const Corners& corners) const {
        const Map map{corners};
        const float half = 0.5F * m_module / m_square.side;
        float ink = 0;
        constexpr int kPoints = 12;
        for (int i = 0; i < kPoints; ++i) {
            const float along = (static_cast<float>(i) + 0.5F) / kPoints;
            const auto left = map.at(half, along), lower = map.at(along, 1 - half);
            ink += 2 - m_page.at(left.x, left.y) - m_page.at(lower.x, lower.y);
        }
        return ink / (2 * kPoints);
    }

    /// Each corner is moved as long as that helps, by less and less.
    void refine(Fitted& found) const {
        for (float step = 0.6F * m_module; step > 0.04F * m_module && !m_stopped(); step *= 0.6F)
            for (bool moved = true; moved;) {
                moved = false;
                for (std::size_t corner = 0; corner < 4; ++corner)
                    for (const auto& [dx, dy] : {std::pair{step, 0.0F}, {-step, 0.0F}, {0.0F, step}, {0.0F, -step}}) {
                        auto corners = found.corners;
                        corners[corner].x += dx;
                        corners[corner].y += dy;
                        const float fit = fitOf(m_page, m_known, corners);
                        if (fit <= found.fit + 1e-4F) continue;
                        found = {fit, corners};
                        moved = true;
                    }
            }
    }

    const GreyView& m_page;
    const DenseSquare& m_square;
    const std::vector<Known> m_coarse, m_known;
    const float m_module;
    const std::function<bool()>& m_stopped;
};

/// The mean of a module's middle.
float moduleAt(const GreyView& page, const Map& map, float x, float y, float reach) {
    float sum = 0;
    for (const auto& [dx, dy] :
         {std::pair{0.0F, 0.0F}, {0.0F, 0.0F}, {reach, 0.0F}, {-reach, 0.0F}, {0.0F, reach}, {0.0F, -reach}}) {
        const auto place = map.at(x + dx, y + dy);
        sum += page.at(place.x, place.y);
    }
    return sum / 6;
}

/// Modules darker than what lies between the dark and the light ones of the edges around their region.
ModuleGrid gridOf(const GreyView& page, const Form& form, const Fitted& fitted) {
    ModuleGrid grid{form.modules, std::vector<bool>(static_cast<std::size_t>(form.modules * form.modules)), fitted.fit};
    const Map map{fitted.corners};
    const auto side = static_cast<float>(form.modules);
    std::vector<float> values(grid.dark.size());
    for (int row = 0; row < form.modules; ++row)
        for (int column = 0; column < form.modules; ++column)
            values[static_cast<std::size_t>(row * form.modules + column)] =
                moduleAt(page, map, (static_cast<float>(column) + 0.5F) / side, (static_cast<float>(row) + 0.5F) / side,
                         0.22F / side);
    const int regions = form.modules / form.region;
    std::vector<float> limits;
    for (int region = 0; region < regions * regions; ++region) {
        float dark = 0, light = 0, darks = 0, lights = 0;
        for (const auto& module : knownOf({form.region, form.region}, false)) {
            const int column =
                region % regions * form.region + static_cast<int>(module.x * static_cast<float>(form.region));
            const int row =
                region / regions * form.region + static_cast<int>(module.y * static_cast<float>(form.region));
            const float value = values[static_cast<std::size_t>(row * form.modules + column)];
            (module.colour > 0 ? dark : light) += value;
            (module.colour > 0 ? darks : lights) += 1;
        }
        limits.push_back((dark / darks + light / lights) / 2);
    }
    for (int row = 0; row < form.modules; ++row)
        for (int column = 0; column < form.modules; ++column) {
            const auto at = static_cast<std::size_t>(row * form.modules + column);
            const auto region = static_cast<std::size_t>(row / form.region * regions + column / form.region);
            grid.dark[at] = values[at] < limits[region];
        }
    return grid;
}

}  // namespace

std::optional<ModuleGrid> fitSymbol(const GreyView& page, const DenseSquare& square,
                                    const std::function<bool()>& stopped) {
    std::optional<Form> form;
    Fitted best;
    for (const auto& each : kForms) {
        if (stopped()) break;
        // Less than one and a half pixels a module carry nothing.
        if (square.side / static_cast<float>(each.modules) < 1.5F) continue;
        const auto fitted = Fit{page, square, each, stopped}.best();
        if (fitted.fit > best.fit) {
            best = fitted;
            form = each;
        }
        if (best.fit > kGood) break;
    }
    if (!form || best.fit < kLeast) return std::nullopt;
    return gridOf(page, *form, best);
}

}  // namespace printing
