// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include "base/bytes.hpp"

namespace printing {

/// What in a PDF can make it show one thing here and another there, or one thing today and another tomorrow, though
/// nobody changes it: "optional-content", "script", "action", "form-field", "annotation", "embedded-file", "xfa",
/// "outside-content". Fields of signatures that look alike on screen and on paper, and links to the web or inside the
/// document, are none of it. Documents of the
/// house have none. Refuses "printing.pdf-not-readable".
base::Result<std::set<std::string>> movingParts(base::BytesView pdf);

}  // namespace printing
