// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/ipp_printer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "printing/draw_page.hpp"
#include "tests/printing/sample_pages.hpp"
#include "tests/support/ipp_test_printer.hpp"

namespace printing {
namespace {

using namespace std::chrono_literals;
using End = PrintOutcome::End;
using support::IppTestPrinter;
using testing::Contains;
using testing::HasSubstr;

IppPatience shortPatience() { return {3000ms, 300ms, 15000ms, 20ms}; }

PrintJob pageJob(const std::string& name = "A00012345") {
    const auto design = samples::design("passport-data-page");
    return {name, *drawPage(design, samples::valuesFor(design))};
}

std::string causeOf(const PrintOutcome& outcome) { return outcome.cause ? outcome.cause->code.name() : ""; }
std::string detailOf(const PrintOutcome& outcome) { return outcome.cause ? outcome.cause->arguments[1].second : ""; }

void waitFor(const std::filesystem::path& file) {
    for (int tries = 0; tries < 1000 && !std::filesystem::exists(file); ++tries) std::this_thread::sleep_for(10ms);
    ASSERT_TRUE(std::filesystem::exists(file)) << file;
}

TEST(IppPrinter, DeliversTheFileAsItIsAndSaysThatItIsDone) {
    IppTestPrinter device{"cp \"$1\" \"$OUT/received.pdf\""};
    IppPrinter printer{device.uri(), shortPatience()};
    const PrintJob job = pageJob();
    const auto outcome = printer.print(job);
    EXPECT_EQ(outcome.end, End::Completed) << causeOf(outcome) << " " << detailOf(outcome);
    EXPECT_FALSE(outcome.cause);
    const auto received = base::readFile(device.folder() / "received.pdf", 10'000'000);
    ASSERT_TRUE(received);
    EXPECT_EQ(*received, job.pdf);
}

TEST(IppPrinter, PrintsOneJobAfterAnother) {
    IppTestPrinter device{"echo x >> \"$OUT/count\""};
    IppPrinter printer{device.uri(), shortPatience()};
    const PrintJob job = pageJob();
    for (int round = 0; round < 5; ++round) EXPECT_TRUE(printer.print(job).completed());
    EXPECT_EQ(base::readFile(device.folder() / "count", 100)->size(), 10U);
}

TEST(IppPrinter, SaysThatTheJobWasAborted) {
    IppTestPrinter device{"exit 1"};
    const auto outcome = IppPrinter{device.uri(), shortPatience()}.print(pageJob());
    EXPECT_EQ(outcome.end, End::Aborted);
    EXPECT_EQ(causeOf(outcome), "printing.job-aborted");
    EXPECT_THAT(detailOf(outcome), HasSubstr("aborted-by-system"));
}

TEST(IppPrinter, AJamAbortsTheJobAndTheNextOneIsPrinted) {
    IppTestPrinter device{
        "if [ -e \"$OUT/cleared\" ]; then exit 0; fi; touch \"$OUT/cleared\"; "
        "echo 'STATE: +media-jam-error' >&2; exit 1"};
    IppPrinter printer{device.uri(), shortPatience()};
    const auto jammed = printer.print(pageJob());
    EXPECT_EQ(jammed.end, End::Aborted) << causeOf(jammed) << " " << detailOf(jammed);
    EXPECT_TRUE(printer.print(pageJob("A00012346")).completed());
}

TEST(IppPrinter, NobodyAnsweringMeansThatNothingWasPrinted) {
    IppPrinter printer{"ipp://localhost:" + std::to_string(support::freePort()) + "/ipp/print", shortPatience()};
    const auto outcome = printer.print(pageJob());
    EXPECT_EQ(outcome.end, End::Refused);
    EXPECT_EQ(causeOf(outcome), "printing.printer-unreachable");
}

TEST(IppPrinter, APowerCutDuringTheJobLeavesItInDoubt) {
    IppTestPrinter device{"touch \"$OUT/started\"; sleep 30"};
    IppPrinter printer{device.uri(), shortPatience()};
    auto printing = std::async(std::launch::async, [&] { return printer.print(pageJob()); });
    waitFor(device.folder() / "started");
    device.cutPower();
    const auto outcome = printing.get();
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-connection-lost");
}

TEST(IppPrinter, AJobThatDoesNotEndIsInDoubtAtItsDeadline) {
    IppTestPrinter device{"sleep 30"};
    auto patience = shortPatience();
    patience.job = 300ms;
    std::vector<std::string> states;
    IppPrinter printer{device.uri(), patience};
    const auto outcome =
        printer.print(pageJob(), [&](const std::string& state, const std::string&) { states.push_back(state); });
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-deadline-passed");
    EXPECT_THAT(states, Contains("processing"));
}

TEST(IppPrinter, WaitsForABusyPrinterButNotForEver) {
    IppTestPrinter device{"touch \"$OUT/started\"; while [ ! -e \"$OUT/go\" ]; do sleep 0.05; done"};
    IppPrinter first{device.uri(), shortPatience()};
    auto printing = std::async(std::launch::async, [&] { return first.print(pageJob("first")); });
    waitFor(device.folder() / "started");
    const auto refused = IppPrinter{device.uri(), shortPatience()}.print(pageJob("second"));
    EXPECT_EQ(refused.end, End::Refused);
    EXPECT_EQ(causeOf(refused), "printing.printer-busy");
    auto patient = shortPatience();
    patient.busy = 15000ms;
    IppPrinter third{device.uri(), patient};
    const auto outcome = third.print(pageJob("third"), [&](const std::string& state, const std::string&) {
        if (state == "waiting") base::writeFileDurably(device.folder() / "go", "");
    });
    EXPECT_TRUE(outcome.completed()) << causeOf(outcome);
    EXPECT_TRUE(printing.get().completed());
}

TEST(IppPrinter, KnowsAnAddressFromOtherText) {
    EXPECT_THROW(IppPrinter{"http://localhost/"}, base::Failure);
    EXPECT_THROW(IppPrinter{"printer"}, base::Failure);
    EXPECT_NO_THROW(IppPrinter{"ipps://printer.example/ipp/print"});
}

}  // namespace
}  // namespace printing
