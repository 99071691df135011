// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "printing/flow/act_shape.hpp"
#include "printing/flow/legal_style.hpp"

namespace printing {

/// Whether a kind of value can be put into a format of the template ("letras", "letras-femeninas",
/// "letras-masculinas", "cifras", "larga", "corta", "mayusculas", "cuenta…", or none).
bool fits(ActShape::Kind kind, const std::string& format);

/// A value that fits its kind by a format that fits it too. Lists give their count.
std::string formatted(const ActValue& value, ActShape::Kind kind, const std::string& format, const LegalStyle& style);

}  // namespace printing
