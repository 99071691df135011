// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.hpp"
#include "issuance/line/data_preparation.hpp"

namespace issuance {

/// Whether the devices of a line (DeviceChoice) are there before any order is touched. Refuses, all at once,
/// "line.unknown-printer", "line.printer-absent" or
/// "printing.printer-takes-no-pdf", or "line.printer-fits-no-page" where it lacks the media of all the designs that are
/// given, "line.unknown-reader" with the readers that there are, and "line.unknown-camera".
base::Outcome checkDevices(const std::string& printer, const std::string& reader, const PageDesigns& designs = {},
                           const std::string& camera = "none");

}  // namespace issuance
