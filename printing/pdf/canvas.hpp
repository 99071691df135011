// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "printing/page/page_layout.hpp"

namespace printing {

/// One page being drawn; the only user of libharu. It is given checked characters, our own fonts and decoded pixels
/// only, because libharu checks none of them. One canvas belongs to one thread. Throws "printing.pdf-not-drawn".
class Canvas {
   public:
    /// Page size in millimetres.
    Canvas(double width, double height, const FontSet& fonts);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void draw(const Rectangle& rectangle);
    void draw(const Line& line);
    void draw(const TextRun& run);
    void draw(const PlacedImage& image);
    /// The file as libharu writes it: for finalisePdf only.
    [[nodiscard]] base::Bytes finish();

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace printing
