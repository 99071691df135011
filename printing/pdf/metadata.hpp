// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "printing/pdf/finalise_pdf.hpp"

namespace printing {

inline constexpr const char* kProducer = "Troquel";

/// What a file claims to be: nothing, or PDF/A-2a and PDF/UA-1.
enum class Claims { None, ArchiveAndAccess };

/// The XMP packet of a file (ISO 16684-1).
std::string xmpOf(const PdfDescription& description, Claims claims);

/// The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4, made by its formulas.
std::string srgbProfile();

}  // namespace printing
