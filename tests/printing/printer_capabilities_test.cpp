// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/printer_capabilities.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "printing/printer/job_options.hpp"

namespace printing {
namespace {

using namespace base::literals;
using Severity = PrinterReason::Severity;
using testing::ElementsAre;

const std::string kPrinter = "ipp://printer/ipp/print";

std::string codeOf(const std::string& reason) { return faultOf(reasonsIn(reason).front(), kPrinter).code.name(); }

TEST(PrinterReasons, AreReadWithTheirSeverityAndWithoutNone) {
    EXPECT_THAT(reasonsIn("none media-empty-warning media-jam toner-low-report media-jam"),
                ElementsAre(PrinterReason{"media-empty", Severity::Warning},
                            PrinterReason{"media-jam", Severity::Error}, PrinterReason{"toner-low", Severity::Report}));
}

TEST(PrinterReasons, AreToldWithWhatToDoOrAsTheyAre) {
    EXPECT_EQ(codeOf("media-needed-error"), "printer.media-empty");
    EXPECT_EQ(codeOf("door-open-error"), "printer.cover-open");
    EXPECT_EQ(codeOf("marker-supply-low-warning"), "printer.supply-low");
    const auto unknown = faultOf(reasonsIn("com.example-lamp-cold-warning").front(), kPrinter);
    EXPECT_EQ(unknown.code.name(), "printer.other");
    EXPECT_EQ(unknown.arguments.back().second, "com.example-lamp-cold");
}

TEST(PrinterReasons, WhatOnlyReportsOrIsLowNeedsNobodyNow) {
    EXPECT_FALSE(needPerson(reasonsIn("media-empty-report toner-low-warning com.example-lamp-cold-error")));
    EXPECT_TRUE(needPerson(reasonsIn("toner-low-warning media-empty-warning")));
}

TEST(PrinterReasons, TheGravestExplainsTheOthers) {
    const auto reasons = reasonsIn("paused media-empty-error media-jam-error cover-open-error");
    ASSERT_NE(gravest(reasons), nullptr);
    EXPECT_EQ(gravest(reasons)->keyword, "cover-open");
    EXPECT_EQ(gravest(reasonsIn("toner-low-warning")), nullptr);
}

TEST(PrintTrouble, IsTheJobsOrThePrintersOrPasses) {
    const auto of = [](base::FailureCode code, const std::string& detail = "") {
        return troubleOf({std::move(code), {{"printer", kPrinter}, {"detail", detail}}, {}});
    };
    EXPECT_EQ(of("printing.job-refused"_code), PrintTrouble::Job);
    EXPECT_EQ(of("printing.job-aborted"_code, "aborted-by-system"), PrintTrouble::Job);
    EXPECT_EQ(of("printing.job-aborted"_code, "cover-open-error aborted-by-system"), PrintTrouble::Person);
    EXPECT_EQ(of("printing.job-deadline-passed"_code, "job-printing"), PrintTrouble::Transient);
    EXPECT_EQ(of("printing.job-deadline-passed"_code, "media-empty-warning"), PrintTrouble::Person);
    EXPECT_EQ(of("printer.supply-empty"_code), PrintTrouble::Person);
    EXPECT_EQ(of("printer.supply-low"_code), PrintTrouble::Job);
    EXPECT_EQ(of("printing.printer-busy"_code), PrintTrouble::Transient);
}

PrinterCapabilities printerWith(std::vector<MediaSize> supported) {
    PrinterCapabilities printer;
    printer.formats = {"application/pdf"};
    printer.supported = std::move(supported);
    return printer;
}

const MediaSize kPage{"iso_id-3_88x125mm", {8800, 12500}, {8800, 12500}};
const MediaSize kAny{"", {5000, 5000}, {33000, 48000}};

TEST(MediaSizes, ArePagesOfEitherWayRoundWithinHalfAMillimetre) {
    EXPECT_EQ(kPage.sizeFor({12500, 8800}), (MediaDimensions{8800, 12500}));
    EXPECT_EQ(kPage.sizeFor({8840, 12460}), (MediaDimensions{8800, 12500}));
    EXPECT_EQ(kPage.sizeFor({8860, 12500}), std::nullopt);
    EXPECT_EQ(kAny.sizeFor({12500, 8800}), (MediaDimensions{12500, 8800}));
    EXPECT_EQ(kAny.sizeFor({4900, 8800}), std::nullopt);
}

TEST(JobOptions, NameTheMediumWhereNoSizesAreStated) {
    const auto page = dimensionsOf(125, 88);
    EXPECT_EQ(optionsFor(printerWith({kPage}), page)->mediaName, "iso_id-3_88x125mm");
    EXPECT_EQ(optionsFor(printerWith({kAny}), page)->mediaName, "custom_125x88mm_125x88mm");
    auto stating = printerWith({kPage});
    stating.takesMediaSize = true;
    EXPECT_EQ(optionsFor(stating, page)->media, (MediaDimensions{8800, 12500}));
    EXPECT_EQ(optionsFor(stating, page)->mediaName, "");
}

TEST(JobOptions, AskForNothingThatThePrinterDoesNotKnow) {
    const auto options = optionsFor(printerWith({}), dimensionsOf(125, 88));
    ASSERT_TRUE(options);
    EXPECT_FALSE(options->media || options->oneSided || options->unscaled || options->inColour ||
                 options->highQuality || options->resolution);
    EXPECT_EQ(options->mediaName, "");
    EXPECT_TRUE(optionsFor({}, dimensionsOf(125, 88)).refusal().has("printing.printer-takes-no-pdf"_code));
}

}  // namespace
}  // namespace printing
