// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/page_filling.hpp"

#include <iterator>

namespace printing {

namespace {

constexpr double kTolerance = 1e-6;  // millimetres

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

class Filler {
   public:
    explicit Filler(double height) : m_height(height) { m_filled.pages.emplace_back(); }

    /// Strips [first, last) stay together where a page can hold them.
    void place(std::vector<Strip>& strips, std::size_t first, std::size_t last) {
        const double wanted = heightOf(strips, first, last, false);
        const bool holdable = heightOf(strips, first, last, true) <= m_height + kTolerance;
        if (holdable && !m_fresh && m_used + wanted > m_height + kTolerance) beginPage();
        for (std::size_t at = first; at < last; ++at) place(std::move(strips[at]));
    }

    FilledPages take() && { return std::move(m_filled); }

   private:
    static double heightOf(const std::vector<Strip>& strips, std::size_t first, std::size_t last, bool onFreshPage) {
        double height = 0;
        for (std::size_t at = first; at < last; ++at)
            height += strips[at].height + (at == first && onFreshPage ? 0 : strips[at].before);
        if (onFreshPage && strips[first].heading) height += strips[first].heading->height;
        return height;
    }

    void beginPage() {
        m_filled.pages.emplace_back();
        m_used = 0;
        m_fresh = true;
    }

    void place(Strip strip) {
        if (strip.begins != Strip::Begins::Nothing && !m_fresh) beginPage();
        if (strip.begins == Strip::Begins::Annex && !m_filled.annexBegins)
            m_filled.annexBegins = m_filled.pages.size() - 1;
        if (strip.height == 0) {  // white only: at a page's end and beginning it vanishes
            if (!m_fresh) m_used += strip.before;
            return;
        }
        if (!m_fresh && m_used + strip.before + strip.height > m_height + kTolerance) beginPage();
        if (m_fresh && strip.heading) put(*strip.heading);
        if (!m_fresh) m_used += strip.before;
        put(std::move(strip));
    }

    void put(Strip strip) {
        if (strip.atFoot) m_used = m_height - strip.height;
        m_filled.pages.back().add(std::move(strip.drawing), 0, m_used);
        m_used += strip.height;
        m_fresh = false;
    }

    double m_height;
    double m_used = 0;
    bool m_fresh = true;
    FilledPages m_filled = {};
};

}  // namespace

void Drawing::add(Drawing drawing, double right, double down) {
    const auto move = [&](Box& box) {
        box.x += right;
        box.y += down;
    };
    for (auto& rectangle : drawing.rectangles) move(rectangle.box);
    for (auto& image : drawing.images) move(image.box);
    for (auto& place : drawing.places) move(place.box);
    for (auto& symbol : drawing.symbols)
        for (auto& box : symbol.dark) move(box);
    for (auto& line : drawing.lines) {
        line.x1 += right;
        line.x2 += right;
        line.y1 += down;
        line.y2 += down;
    }
    for (auto& run : drawing.runs) {
        run.x += right;
        run.baseline += down;
    }
    append(rectangles, drawing.rectangles);
    append(lines, drawing.lines);
    append(runs, drawing.runs);
    append(images, drawing.images);
    append(symbols, drawing.symbols);
    append(places, drawing.places);
}

Drawing Drawing::untagged() const {
    Drawing copy = *this;
    for (auto& run : copy.runs) run.tag = 0;
    for (auto& image : copy.images) image.tag = 0;
    for (auto& symbol : copy.symbols) symbol.tag = 0;
    return copy;
}

FilledPages fillPages(std::vector<Strip> strips, double height) {
    Filler filler{height};
    for (std::size_t first = 0; first < strips.size();) {
        std::size_t last = first + 1;
        while (last < strips.size() && strips[last - 1].keepWithNext && strips[last].begins == Strip::Begins::Nothing)
            ++last;
        filler.place(strips, first, last);
        first = last;
    }
    return std::move(filler).take();
}

}  // namespace printing
