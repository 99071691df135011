// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "printing/image/image.hpp"

namespace printing {

/// The processor's time of this thread: a search that is bounded by it finds the same on a busy machine.
struct ThreadClock {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<ThreadClock>;
    static constexpr bool is_steady = true;
    static time_point now();
};

/// What a search for symbols may cost, and what is known of the picture.
struct SymbolSearch {
    double width = 215.9;                   ///< millimetres that the picture is wide, where it is a whole page
    std::chrono::milliseconds limit{6000};  ///< by ThreadClock, after which what was found is given
};

/// The octets of the DataMatrix symbols (ECC 200) in a scan, a photograph or a rendered page, the likeliest first: of
/// about 28 mm, turned by any angle, from two pixels a module on. First our own fit of the symbol's known lines, which
/// noise and blur leave; then ZXing's and libdmtx's search. Empty where none is found. One thread each.
std::vector<base::Bytes> readSymbols(const Image& image, const SymbolSearch& search = {});

}  // namespace printing
