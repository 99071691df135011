// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "base/files.hpp"
#include "printing/draw_page.hpp"
#include "printing/printer/ipp_printer.hpp"
#include "tests/printing/sample_pages.hpp"

/// What the tests of printers share.
namespace samples {

using namespace std::chrono_literals;
using printing::IppPatience;
using printing::PrinterReason;
using printing::PrintJob;
using printing::PrintOutcome;
using printing::PrintStanding;

inline IppPatience shortPatience() {
    IppPatience patience;
    patience.connection = 3000ms;
    patience.busy = 300ms;
    patience.job = 15000ms;
    patience.person = 15000ms;
    patience.silence = 500ms;
    patience.withdrawal = 5000ms;
    patience.betweenPolls = 20ms;
    return patience;
}

inline PrintJob pageJob(const std::string& name = "A00012345") {
    const auto page = design("passport-data-page");
    return {name, *printing::drawPage(page, valuesFor(page))};
}

inline std::string causeOf(const PrintOutcome& outcome) { return outcome.cause ? outcome.cause->code.name() : ""; }
inline std::string detailOf(const PrintOutcome& outcome) {
    return outcome.cause ? outcome.cause->arguments[1].second : "";
}

/// Whether the printer or the job says so now.
inline bool says(const PrintStanding& standing, const std::string& keyword) {
    return std::ranges::find(standing.reasons, keyword, &PrinterReason::keyword) != standing.reasons.end();
}

inline void waitFor(const std::filesystem::path& file) {
    for (int tries = 0; tries < 1000 && !std::filesystem::exists(file); ++tries) std::this_thread::sleep_for(10ms);
    ASSERT_TRUE(std::filesystem::exists(file)) << file;
}

/// How often the printer's command ran that writes a letter each time.
inline std::size_t timesPrinted(const std::filesystem::path& folder) {
    const auto count = base::readFile(folder / "count", 100);
    return count ? count->size() : 0;
}

/// A command that prints once the test lets it.
inline const std::string kWhenLet =
    "touch \"$OUT/started\"; while [ ! -e \"$OUT/go\" ]; do sleep 0.05; done; printf x >> \"$OUT/count\"";
inline void let(const std::filesystem::path& folder) { base::writeFileDurably(folder / "go", ""); }

}  // namespace samples
