// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/ipp_printer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "base/failure.hpp"
#include "printing/printer/ipp_session.hpp"
#include "tests/printing/printed_pages.hpp"
#include "tests/support/ipp_test_printer.hpp"

namespace printing {
namespace {

using namespace samples;
using End = PrintOutcome::End;
using Phase = PrintStanding::Phase;
using support::IppTestPrinter;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::UnorderedElementsAre;
namespace printers = support::printers;

const std::string kCounts = "printf x >> \"$OUT/count\"";

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

TEST(IppPrinter, AsksForThePageAsItWasDrawn) {
    IppTestPrinter device{"env > \"$OUT/env\""};
    ASSERT_TRUE(IppPrinter(device.uri(), shortPatience()).print(pageJob()).completed());
    const auto asked = base::textOf(*base::readFile(device.folder() / "env", 100'000));
    EXPECT_THAT(asked, AllOf(HasSubstr("IPP_MEDIA_COL={media-size={x-dimension=8800 y-dimension=12500}}\n"),
                             HasSubstr("IPP_SIDES=one-sided\n"), HasSubstr("IPP_PRINT_SCALING=none\n"),
                             HasSubstr("IPP_PRINT_QUALITY=high\n"), HasSubstr("IPP_PRINTER_RESOLUTION=600dpi\n"),
                             HasSubstr("IPP_PRINT_COLOR_MODE=color\n"), HasSubstr("IPP_COPIES=1\n")));
}

TEST(IppPrinter, AsksAPrinterOfAnySizeForThePagesOwn) {
    IppTestPrinter device{"env > \"$OUT/env\"", printers::ofAnySize()};
    ASSERT_TRUE(IppPrinter(device.uri(), shortPatience()).print(pageJob()).completed());
    EXPECT_THAT(base::textOf(*base::readFile(device.folder() / "env", 100'000)),
                HasSubstr("IPP_MEDIA_COL={media-size={x-dimension=12500 y-dimension=8800}}\n"));
}

TEST(IppPrinter, APrinterThatCannotDoThePageIsNotAskedToo) {
    IppTestPrinter office{kCounts, printers::ofOffices()};
    const auto lacking = IppPrinter{office.uri(), shortPatience()}.print(pageJob());
    EXPECT_EQ(lacking.end, End::Refused);
    EXPECT_EQ(causeOf(lacking), "printing.printer-lacks-media");
    EXPECT_EQ(lacking.cause->arguments.front().second, "125 × 88 mm");
    EXPECT_EQ(troubleOf(*lacking.cause), PrintTrouble::Job);
    IppTestPrinter duplex{kCounts, printers::ofAnySize("two-sided-long-edge")};
    const auto twoSided = IppPrinter{duplex.uri(), shortPatience()}.print(pageJob());
    EXPECT_EQ(twoSided.end, End::Refused);
    EXPECT_EQ(causeOf(twoSided), "printing.printer-only-two-sided");
    EXPECT_EQ(timesPrinted(office.folder()) + timesPrinted(duplex.folder()), 0U);
}

TEST(IppPrinter, WhatIsNoPdfIsNotSent) {
    IppTestPrinter device{kCounts};
    const auto outcome = IppPrinter{device.uri(), shortPatience()}.print({"A1", base::bytesOf("no page")});
    EXPECT_EQ(outcome.end, End::Refused);
    EXPECT_EQ(causeOf(outcome), "printing.pdf-not-readable");
    EXPECT_EQ(timesPrinted(device.folder()), 0U);
}

TEST(IppPrinter, TellsWhatItIsAndHas) {
    IppTestPrinter device{"exit 0"};
    auto session = IppSession::connect(device.uri(), 3000ms);
    ASSERT_TRUE(session);
    const auto told = session->capabilities();
    ASSERT_TRUE(told);
    EXPECT_EQ(told->state, PrinterCapabilities::State::Idle);
    EXPECT_TRUE(told->accepting);
    EXPECT_EQ(told->model, "Troquel test printer");
    EXPECT_THAT(told->uris, Contains(device.uri()));
    EXPECT_TRUE(told->takesPdf());
    EXPECT_EQ(told->ready.size(), 2U);
    EXPECT_EQ(told->ready.front().name, "iso_id-3_88x125mm");
    EXPECT_EQ(told->fitOf(dimensionsOf(125, 88)), MediaFit::Ready);
    EXPECT_EQ(told->fitOf(dimensionsOf(85.6, 53.98)), MediaFit::Ready);
    EXPECT_EQ(told->fitOf(dimensionsOf(215.9, 279.4)), MediaFit::Supported);
    EXPECT_EQ(told->fitOf(dimensionsOf(297, 420)), MediaFit::Lacking);
    EXPECT_THAT(told->resolutions, UnorderedElementsAre(300, 600));
    EXPECT_THAT(told->supplies,
                testing::ElementsAre(Supply{"Waste Toner", "wasteToner", 25}, Supply{"Black Toner", "toner", 75}));
}

TEST(IppPrinter, TellsThatItsTonerIsUsedUp) {
    IppTestPrinter device{"sleep 1"};
    device.leaveToner(0);
    EXPECT_EQ(IppSession::connect(device.uri(), 3000ms)->capabilities()->supplies.back().percent, 0);
    bool told = false;
    const auto outcome = IppPrinter{device.uri(), shortPatience()}.print(pageJob(), [&](const auto& standing) {
        told = told || says(standing, "toner-empty");
        return PrintWish::GoOn;
    });
    EXPECT_TRUE(outcome.completed()) << causeOf(outcome);
    EXPECT_TRUE(told);
}

TEST(IppPrinter, PrintsOneJobAfterAnother) {
    IppTestPrinter device{kCounts};
    IppPrinter printer{device.uri(), shortPatience()};
    const PrintJob job = pageJob();
    for (int round = 0; round < 5; ++round) EXPECT_TRUE(printer.print(job).completed());
    EXPECT_EQ(timesPrinted(device.folder()), 5U);
}

TEST(IppPrinter, SaysThatTheJobWasAborted) {
    IppTestPrinter device{"exit 1"};
    const auto outcome = IppPrinter{device.uri(), shortPatience()}.print(pageJob());
    EXPECT_EQ(outcome.end, End::Aborted);
    EXPECT_EQ(causeOf(outcome), "printing.job-aborted");
    EXPECT_THAT(detailOf(outcome), HasSubstr("aborted-by-system"));
    EXPECT_EQ(troubleOf(*outcome.cause), PrintTrouble::Job);
}

TEST(IppPrinter, AJamAbortsTheJobAndTheNextOneIsPrinted) {
    IppTestPrinter device{
        "if [ -e \"$OUT/cleared\" ]; then exit 0; fi; touch \"$OUT/cleared\"; "
        "echo 'STATE: +media-jam-error' >&2; sleep 0.3; exit 1"};
    IppPrinter printer{device.uri(), shortPatience()};
    const auto jammed = printer.print(pageJob());
    EXPECT_EQ(jammed.end, End::Aborted) << causeOf(jammed) << " " << detailOf(jammed);
    EXPECT_EQ(causeOf(jammed), "printing.job-jammed");
    EXPECT_EQ(troubleOf(*jammed.cause), PrintTrouble::Person);
    EXPECT_TRUE(printer.print(pageJob("A00012346")).completed());
}

TEST(IppPrinter, WaitsForPaperAndPrintsOnceThereIsSome) {
    IppTestPrinter device{kCounts};
    device.load(0);
    bool lacked = false;
    const auto outcome = IppPrinter{device.uri(), shortPatience()}.print(pageJob(), [&](const auto& standing) {
        if (!lacked && needPerson(standing.reasons)) {
            lacked = says(standing, "media-empty");
            device.load(25);
        }
        return PrintWish::GoOn;
    });
    EXPECT_TRUE(lacked);
    EXPECT_TRUE(outcome.completed()) << causeOf(outcome) << " " << detailOf(outcome);
    EXPECT_EQ(timesPrinted(device.folder()), 1U);
}

/// ippeveprinter takes the request to cancel, and prints all the same as soon as it has paper.
TEST(IppPrinter, AJobCancelledWhileItWaitsForPaperMayStillBePrinted) {
    IppTestPrinter device{kCounts};
    device.load(0);
    auto patience = shortPatience();
    patience.withdrawal = 500ms;
    const auto outcome = IppPrinter{device.uri(), patience}.print(pageJob(), [&](const auto& standing) {
        const bool waits = standing.phase == Phase::Processing && says(standing, "media-empty");
        return waits ? PrintWish::Cancel : PrintWish::GoOn;
    });
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-not-withdrawn");
    EXPECT_EQ(troubleOf(*outcome.cause), PrintTrouble::Person);
    EXPECT_EQ(timesPrinted(device.folder()), 0U);
    device.load(25);
    waitFor(device.folder() / "count");
}

TEST(IppPrinter, AJobCancelledOnceItHasBegunIsInDoubt) {
    IppTestPrinter device{kWhenLet};
    const auto outcome = IppPrinter{device.uri(), shortPatience()}.print(pageJob(), [&](const auto& standing) {
        if (standing.phase == Phase::Withdrawing) let(device.folder());
        return std::filesystem::exists(device.folder() / "started") ? PrintWish::Cancel : PrintWish::GoOn;
    });
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-cancelled-late");
    EXPECT_EQ(timesPrinted(device.folder()), 1U) << "and rightly so";
}

TEST(IppPrinter, AJobCancelledBeforeItWasTakenIsRefused) {
    IppTestPrinter device{kWhenLet};
    auto patient = shortPatience();
    patient.busy = 15000ms;
    auto printing = std::async(std::launch::async, [&] {
        return IppPrinter{device.uri(), shortPatience()}.print(pageJob("first"));
    });
    waitFor(device.folder() / "started");
    const auto outcome = IppPrinter{device.uri(), patient}.print(pageJob("second"), [](const auto& standing) {
        return standing.phase == Phase::Waiting ? PrintWish::Cancel : PrintWish::GoOn;
    });
    let(device.folder());
    EXPECT_EQ(outcome.end, End::Refused);
    EXPECT_EQ(causeOf(outcome), "printing.job-cancelled");
    EXPECT_TRUE(printing.get().completed());
    EXPECT_EQ(timesPrinted(device.folder()), 1U);
}

TEST(IppPrinter, NobodyAnsweringMeansThatNothingWasPrinted) {
    IppPrinter printer{"ipp://localhost:" + std::to_string(support::freePort()) + "/ipp/print", shortPatience()};
    const auto outcome = printer.print(pageJob());
    EXPECT_EQ(outcome.end, End::Refused);
    EXPECT_EQ(causeOf(outcome), "printing.printer-unreachable");
    EXPECT_EQ(troubleOf(*outcome.cause), PrintTrouble::Transient);
}

TEST(IppPrinter, APowerCutDuringTheJobLeavesItInDoubt) {
    IppTestPrinter device{"touch \"$OUT/started\"; sleep 30"};
    IppPrinter printer{device.uri(), shortPatience()};
    bool silent = false;
    const auto outcome = printer.print(pageJob(), [&](const auto& standing) {
        if (std::filesystem::exists(device.folder() / "started")) device.cutPower();
        silent = silent || standing.phase == Phase::Silent;
        return PrintWish::GoOn;
    });
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-connection-lost");
    EXPECT_EQ(troubleOf(*outcome.cause), PrintTrouble::Transient);
    EXPECT_TRUE(silent);
}

TEST(IppPrinter, AJobThatARestartedPrinterDoesNotKnowIsLost) {
    IppTestPrinter device{"if [ -e \"$OUT/started\" ]; then exit 0; fi; touch \"$OUT/started\"; sleep 30"};
    auto patient = shortPatience();
    patient.silence = 20000ms;
    IppPrinter printer{device.uri(), patient};
    bool restarted = false;
    const auto outcome = printer.print(pageJob(), [&](const auto&) {
        if (!restarted && std::filesystem::exists(device.folder() / "started")) {
            device.cutPower();
            device.restorePower();
            restarted = true;
        }
        return PrintWish::GoOn;
    });
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-lost");
    EXPECT_EQ(troubleOf(*outcome.cause), PrintTrouble::Transient);
}

TEST(IppPrinter, TheNumberOfAnothersJobAfterARestartIsNotTakenForOurs) {
    IppTestPrinter device{"if [ -e \"$OUT/started\" ]; then exit 0; fi; touch \"$OUT/started\"; sleep 30"};
    auto patient = shortPatience();
    patient.silence = 20000ms;
    IppPrinter printer{device.uri(), patient};
    bool restarted = false;
    const auto outcome = printer.print(pageJob(), [&](const auto&) {
        if (!restarted && std::filesystem::exists(device.folder() / "started")) {
            device.cutPower();
            device.restorePower();
            restarted = true;
            EXPECT_TRUE(IppPrinter(device.uri(), shortPatience()).print(pageJob("another")).completed());
        }
        return PrintWish::GoOn;
    });
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-lost");
}

TEST(IppPrinter, APrinterThatHangsForAWhileGoesOnWithTheJob) {
    IppTestPrinter device{kWhenLet};
    auto patient = shortPatience();
    patient.connection = 300ms;
    patient.silence = 20000ms;
    bool hung = false;
    bool back = false;
    const auto outcome = IppPrinter{device.uri(), patient}.print(pageJob(), [&](const auto& standing) {
        if (!hung && std::filesystem::exists(device.folder() / "started")) {
            device.freeze();
            hung = true;
        }
        if (standing.phase == Phase::Silent) {
            device.thaw();
            let(device.folder());
            back = true;
        }
        return PrintWish::GoOn;
    });
    EXPECT_TRUE(back);
    EXPECT_TRUE(outcome.completed()) << causeOf(outcome);
    EXPECT_EQ(timesPrinted(device.folder()), 1U);
}

TEST(IppPrinter, AJobThatDoesNotEndIsWithdrawnAtItsDeadlineAndInDoubt) {
    IppTestPrinter device{kWhenLet};
    auto patience = shortPatience();
    patience.job = 300ms;
    std::vector<Phase> phases;
    const auto outcome = IppPrinter{device.uri(), patience}.print(pageJob(), [&](const auto& standing) {
        phases.push_back(standing.phase);
        if (standing.phase == Phase::Withdrawing) let(device.folder());
        return PrintWish::GoOn;
    });
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-deadline-passed");
    EXPECT_EQ(troubleOf(*outcome.cause), PrintTrouble::Transient);
    EXPECT_THAT(phases, Contains(Phase::Processing));
}

TEST(IppPrinter, APersonIsWaitedForLongerThanAPrinter) {
    IppTestPrinter device{kCounts};
    device.load(0);
    auto patience = shortPatience();
    patience.job = 1500ms;
    patience.person = 60000ms;
    int told = 0;
    const auto outcome = IppPrinter{device.uri(), patience}.print(pageJob(), [&](const auto& standing) {
        constexpr int kLongerThanTheJob = 100;
        if (says(standing, "media-empty") && ++told == kLongerThanTheJob) device.load(25);
        return PrintWish::GoOn;
    });
    EXPECT_TRUE(outcome.completed()) << causeOf(outcome) << " " << detailOf(outcome);
}

TEST(IppPrinter, WaitsForABusyPrinterButNotForEver) {
    IppTestPrinter device{kWhenLet};
    IppPrinter first{device.uri(), shortPatience()};
    auto printing = std::async(std::launch::async, [&] { return first.print(pageJob("first")); });
    waitFor(device.folder() / "started");
    const auto refused = IppPrinter{device.uri(), shortPatience()}.print(pageJob("second"));
    EXPECT_EQ(refused.end, End::Refused);
    EXPECT_EQ(causeOf(refused), "printing.printer-busy");
    EXPECT_EQ(troubleOf(*refused.cause), PrintTrouble::Transient);
    auto patient = shortPatience();
    patient.busy = 15000ms;
    IppPrinter third{device.uri(), patient};
    const auto outcome = third.print(pageJob("third"), [&](const auto& standing) {
        if (standing.phase == Phase::Waiting) let(device.folder());
        return PrintWish::GoOn;
    });
    EXPECT_TRUE(outcome.completed()) << causeOf(outcome);
    EXPECT_TRUE(printing.get().completed());
    EXPECT_EQ(timesPrinted(device.folder()), 2U);
}

TEST(IppPrinter, KnowsAnAddressFromOtherText) {
    EXPECT_THROW(IppPrinter{"http://localhost/"}, base::Failure);
    EXPECT_THROW(IppPrinter{"printer"}, base::Failure);
    EXPECT_NO_THROW(IppPrinter{"ipps://printer.example/ipp/print"});
}

}  // namespace
}  // namespace printing
