// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "printing/image/image.hpp"

/// Scanners through SANE (Scanner Access Now Easy, API 1.0), which knows the makers' protocols.
namespace printing {

/// A scanner that this machine reaches.
struct ScannerFound {
    std::string name;  ///< by which it is asked for, as "epson2:libusb:001:004"
    std::string vendor;
    std::string model;
};

/// How a page is scanned.
struct ScanRequest {
    std::string scanner;
    double width = 140;  ///< millimetres of the bed from its origin, as far as the scanner has them: a page and the bed
    double height = 110;   ///< around it, so that the paper's edges are seen
    int resolution = 300;  ///< dots an inch
    /// Options of that scanner, set first ("source", "Flatbed"); `scanimage -A` lists them.
    std::vector<std::pair<std::string, std::string>> options = {};
};

/// Looking may take seconds. Throws "printing.scanner-unreachable" where SANE itself cannot be started.
std::vector<ScannerFound> findScanners();

/// One picture, grey or in colour. Refuses "printing.scanner-absent", "printing.scanner-busy",
/// "printing.scanner-needs-person" (cover open, jam, no page), "printing.scanner-option" for an option or value that it
/// does not have, and "printing.scanner-failed" with SANE's word for it.
base::Result<Image> scanPicture(const ScanRequest& request);

}  // namespace printing
