// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/device_check.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "chip/pcsc/pcsc.hpp"
#include "printing/printer/ipp_session.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::chrono::seconds kPatience{5};

std::optional<base::Fault> faultOfPrinter(const std::string& printer, const PageDesigns& designs) {
    if (printer == "folder") return std::nullopt;
    if (!printing::IppSession::isAddress(printer))
        return base::Fault{"line.unknown-printer"_code, {{"printer", printer}}, {}};
    auto session = printing::IppSession::connect(printer, kPatience);
    const auto there = session ? session->capabilities() : std::nullopt;
    if (!there) return base::Fault{"line.printer-absent"_code, {{"printer", printer}}, {}};
    if (!there->takesPdf()) return base::Fault{"printing.printer-takes-no-pdf"_code, {{"printer", printer}}, {}};
    const auto lacks = [&](const auto& design) {
        const auto size = printing::dimensionsOf(design.second.width, design.second.height);
        return there->fitOf(size) == printing::MediaFit::Lacking;
    };
    if (!designs.empty() && std::ranges::all_of(designs, lacks))
        return base::Fault{"line.printer-fits-no-page"_code, {{"printer", printer}}, {}};
    return std::nullopt;
}

/// None where no service for readers runs: then none can be used either.
std::vector<std::string> readersThere() {
    try {
        return chip::pcsc::Context{}.readers();
    } catch (const base::Failure& failure) {
        if (failure.code() == "reader.service-stopped"_code) return {};
        throw;
    }
}

std::optional<base::Fault> faultOfReader(const std::string& reader) {
    if (reader == "simulated") return std::nullopt;
    std::string known = "simulated";
    for (const auto& name : readersThere()) {
        if (name == reader) return std::nullopt;
        known += ", " + name;
    }
    return base::Fault{"line.unknown-reader"_code, {{"reader", reader}, {"readers", known}}, {}};
}

std::optional<base::Fault> faultOfCamera(const std::string& camera) {
    if (camera == "none" || camera == "folder") return std::nullopt;
    return base::Fault{"line.unknown-camera"_code, {{"camera", camera}}, {}};
}

}  // namespace

base::Outcome checkDevices(const std::string& printer, const std::string& reader, const PageDesigns& designs,
                           const std::string& camera) {
    std::vector<base::Fault> faults;
    for (auto& fault : {faultOfPrinter(printer, designs), faultOfReader(reader), faultOfCamera(camera)})
        if (fault) faults.push_back(*fault);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return {};
}

}  // namespace issuance
