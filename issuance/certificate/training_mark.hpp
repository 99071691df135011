// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "printing/flow/flow_document.hpp"

namespace issuance {

/// Whether what a house makes is for use, or for practice.
enum class MadeFor { Use, Training };

inline constexpr const char* kTrainingMark = "CAPACITACIÓN – SIN VALOR";

/// The mark across each page, light enough to read what stands on it, and red. It is drawn like all else, below every
/// signature and seal.
inline void markForTraining(printing::FlowDocument& document, const std::string& mark = kTrainingMark) {
    document.watermark = mark;
    document.watermarkColour = {1, 0.78, 0.78};
}

}  // namespace issuance
