// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/printer_judgement.hpp"

#include <algorithm>

#include "issuance/office/local_office_factory.hpp"
#include "printing/page/page_design.hpp"
#include "printing/printer/ipp_session.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using contract::FaultLine;
using contract::PrinterWasShown;
using printing::MediaFit;
using printing::PrinterCapabilities;

constexpr std::chrono::seconds kPatience{5};

std::string stateNamed(PrinterCapabilities::State state) {
    switch (state) {
        case PrinterCapabilities::State::Idle: return "idle";
        case PrinterCapabilities::State::Processing: return "processing";
        case PrinterCapabilities::State::Stopped: return "stopped";
    }
    return "";
}

std::string fitNamed(MediaFit fit) {
    switch (fit) {
        case MediaFit::Ready: return "ready";
        case MediaFit::Supported: return "supported";
        case MediaFit::NotStated: return "not-stated";
        case MediaFit::Lacking: return "lacking";
    }
    return "";
}

void addMedia(PrinterWasShown& shown, const std::vector<printing::MediaSize>& media, bool ready) {
    for (const auto& medium : media) {
        const auto size = medium.isFixed() ? medium.least.text() : medium.least.text() + " – " + medium.most.text();
        const auto same = [&](const auto& other) { return other.name == medium.name && other.size == size; };
        if (std::ranges::none_of(shown.media, same)) shown.media.push_back({medium.name, size, ready});
    }
}

std::vector<FaultLine> faultsOf(const PrinterCapabilities& printer, const std::string& address) {
    std::vector<FaultLine> faults;
    const auto add = [&](base::FailureCode code) {
        faults.push_back(FaultLine::of({std::move(code), {{"printer", address}}, {}}));
    };
    if (!printer.takesPdf()) add("printing.printer-takes-no-pdf"_code);
    if (!printer.sides.empty() && std::ranges::find(printer.sides, "one-sided") == printer.sides.end())
        add("printing.printer-only-two-sided"_code);
    return faults;
}

std::vector<contract::PrinterFit> fitsOf(const PrinterCapabilities& printer) {
    std::vector<contract::PrinterFit> fits;
    for (const auto& entry : std::filesystem::directory_iterator{templatesFolder() / "pages"}) {
        if (entry.path().extension() != ".xml") continue;
        const auto design = printing::PageDesign::load(entry.path());
        if (!design) continue;
        const auto size = printing::dimensionsOf(design->width, design->height);
        fits.push_back({design->name, size.text(), fitNamed(printer.fitOf(size))});
    }
    std::ranges::sort(fits, {}, &contract::PrinterFit::design);
    return fits;
}

}  // namespace

base::Result<PrinterWasShown> showPrinter(const contract::PrinterShow& request) {
    const auto& address = request.printer;
    if (!printing::IppSession::isAddress(address))
        return base::Fault{"line.unknown-printer"_code, {{"printer", address}}, {}};
    auto session = printing::IppSession::connect(address, kPatience);
    const auto printer = session ? session->capabilities() : std::nullopt;
    if (!printer) return base::Fault{"printing.printer-unreachable"_code, {{"printer", address}}, {}};
    PrinterWasShown shown;
    shown.model = printer->model;
    shown.state = stateNamed(printer->state);
    shown.accepting = printer->accepting;
    for (const auto& reason : printer->reasons)
        if (!isProgress(reason)) shown.reasons.push_back(FaultLine::of(faultOf(reason, address)));
    shown.faults = faultsOf(*printer, address);
    addMedia(shown, printer->ready, true);
    addMedia(shown, printer->supported, false);
    for (const auto& supply : printer->supplies) shown.supplies.push_back({supply.name, supply.kind, supply.percent});
    shown.sides = printer->sides;
    shown.colours = printer->colours;
    shown.resolutions.assign(printer->resolutions.begin(), printer->resolutions.end());
    shown.designs = fitsOf(*printer);
    return shown;
}

}  // namespace issuance
