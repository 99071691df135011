// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"

namespace printing {

/// What a reader of XML says of a text that is none, for people who write templates: the usual slips become
/// "printing.act-tag-mismatch" (arguments "field", "line", "detail"), "printing.act-tag-open" ("field", "line"),
/// "printing.act-ampersand" and "printing.act-less-than"; others stay what they are.
base::Fault inPlainWords(const base::Fault& fault);

}  // namespace printing
