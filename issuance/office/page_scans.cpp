// SPDX-License-Identifier: GPL-3.0-or-later
#include <regex>

#include "base/files.hpp"
#include "issuance/office/institution.hpp"
#include "issuance/office/station.hpp"
#include "printing/scan/scanner.hpp"

namespace issuance {

using namespace base::literals;

std::vector<StationScanner> scannersHere() {
    std::vector<StationScanner> scanners;
    for (const auto& found : printing::findScanners())
        scanners.push_back({found.name, found.vendor + " " + found.model});
    return scanners;
}

base::Result<std::filesystem::path> scanPage(const std::filesystem::path& home, const PageScan& scan) {
    static const std::regex kSerial{"[A-Za-z0-9][A-Za-z0-9-]{0,31}"};
    if (!std::regex_match(scan.blank, kSerial))
        return base::Fault{"stock.unknown-serial"_code, {{"serial", scan.blank}}};
    printing::ScanRequest request;
    request.scanner = scan.scanner;
    request.resolution = scan.resolution;
    request.options = scan.options;
    const auto image = printing::scanPicture(request);
    if (!image) return image.refusal();
    const auto folder = HomeFiles{home}.scans();
    std::filesystem::create_directories(folder);
    // Under another name first: a line that waits for the picture must not find half of it.
    const auto job = scan.blank + "-" + scan.side;
    const auto part = folder / (job + ".part"), file = folder / (job + ".png");
    base::writeFileDurably(part, printing::encodePng(*image));
    std::filesystem::rename(part, file);
    return file;
}

}  // namespace issuance
