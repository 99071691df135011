// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/page/page_layout.hpp"

namespace printing {

/// The PDF of one page or card side: equal values make equal octets. Refuses as layOut does, with every fault at once.
/// May run on many threads at a time.
base::Result<base::Bytes> drawPage(const PageDesign& design, const PageValues& values);

}  // namespace printing
