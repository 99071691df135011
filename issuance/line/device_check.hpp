// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.hpp"

namespace issuance {

/// Whether the devices of a line (DeviceChoice) are there before any order is touched. Refuses, all at once,
/// "line.unknown-printer" or "line.printer-absent", "line.unknown-camera", and "line.unknown-reader" with the readers
/// that there are.
base::Outcome checkDevices(const std::string& printer, const std::string& reader, const std::string& camera = "none");

}  // namespace issuance
