// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "printing/printer/ipp_session.hpp"
#include "tests/printing/printed_pages.hpp"
#include "tests/support/cups_test_queue.hpp"
#include "tests/support/ipp_test_printer.hpp"

namespace printing {
namespace {

using namespace samples;
using End = PrintOutcome::End;
using Phase = PrintStanding::Phase;
using support::CupsTestQueue;
using support::IppTestPrinter;

/// A queue polls its printer at its own pace.
IppPatience queuePatience() {
    auto patience = shortPatience();
    patience.job = 60000ms;
    patience.person = 60000ms;
    patience.silence = 20000ms;
    patience.withdrawal = 20000ms;
    return patience;
}

TEST(CupsQueue, DeliversTheFileAsItIsAndSaysThatItIsDone) {
    IppTestPrinter device{"cp \"$1\" \"$OUT/received.pdf\"; env > \"$OUT/env\"; printf x >> \"$OUT/count\""};
    CupsTestQueue queue{device.uri()};
    const PrintJob job = pageJob();
    const auto outcome = IppPrinter{queue.uri(), queuePatience()}.print(job);
    EXPECT_EQ(outcome.end, End::Completed) << causeOf(outcome) << " " << detailOf(outcome);
    EXPECT_EQ(*base::readFile(device.folder() / "received.pdf", 10'000'000), job.pdf);
    EXPECT_EQ(timesPrinted(device.folder()), 1U);
    EXPECT_THAT(base::textOf(*base::readFile(device.folder() / "env", 100'000)),
                testing::HasSubstr("IPP_PRINT_SCALING=none\n"));
}

TEST(CupsQueue, DoesNotTellWhatMediaItsPrinterHas) {
    IppTestPrinter device{"exit 0"};
    CupsTestQueue queue{device.uri()};
    const auto told = IppSession::connect(queue.uri(), 3000ms)->capabilities();
    ASSERT_TRUE(told);
    EXPECT_EQ(told->model, "Local Raw Printer");
    EXPECT_EQ(told->fitOf(dimensionsOf(125, 88)), MediaFit::NotStated);
}

/// It calls canceled what its printer aborted, and about as often completed, as its backend came to know of it: nobody
/// who hears only the queue can tell. The page is looked at all the same, because nothing has seen it.
TEST(CupsQueue, EndsWhatItsPrinterAbortedOneWayOrTheOther) {
    IppTestPrinter device{"sleep 2; exit 1"};
    CupsTestQueue queue{device.uri()};
    const auto outcome = IppPrinter{queue.uri(), queuePatience()}.print(pageJob());
    if (outcome.completed()) return;
    EXPECT_EQ(outcome.end, End::Aborted) << causeOf(outcome);
    EXPECT_EQ(causeOf(outcome), "printing.job-aborted");
}

TEST(CupsQueue, PassesOnThatPaperLacksAndPrintsOnceThereIsSome) {
    IppTestPrinter device{"printf x >> \"$OUT/count\""};
    CupsTestQueue queue{device.uri()};
    device.load(0);
    bool lacked = false;
    const auto outcome = IppPrinter{queue.uri(), queuePatience()}.print(pageJob(), [&](const auto& standing) {
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

/// The queue calls it canceled at once; its printer prints it all the same as soon as it has paper.
TEST(CupsQueue, AJobCancelledWhileThePrinterWaitsForPaperIsInDoubt) {
    IppTestPrinter device{"printf x >> \"$OUT/count\""};
    CupsTestQueue queue{device.uri()};
    device.load(0);
    const auto outcome = IppPrinter{queue.uri(), queuePatience()}.print(pageJob(), [](const auto& standing) {
        return needPerson(standing.reasons) ? PrintWish::Cancel : PrintWish::GoOn;
    });
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-cancelled-late");
    EXPECT_EQ(timesPrinted(device.folder()), 0U);
    device.load(25);
    waitFor(device.folder() / "count");
}

TEST(CupsQueue, AJobForAPrinterThatIsOffIsWithdrawnAndNotPrintedLater) {
    IppTestPrinter device{"printf x >> \"$OUT/count\""};
    CupsTestQueue queue{device.uri()};
    device.cutPower();
    auto patience = queuePatience();
    patience.job = 2000ms;
    const auto outcome = IppPrinter{queue.uri(), patience}.print(pageJob());
    EXPECT_EQ(outcome.end, End::InDoubt) << "the queue says that it began the job, and not how far it came";
    EXPECT_EQ(causeOf(outcome), "printing.job-deadline-passed");
    device.restorePower();
    const auto next = IppPrinter{queue.uri(), queuePatience()}.print(pageJob("A00012346"));
    EXPECT_TRUE(next.completed()) << causeOf(next);
    EXPECT_EQ(timesPrinted(device.folder()), 1U);
}

TEST(CupsQueue, APausedQueueIsNotAsked) {
    IppTestPrinter device{"printf x >> \"$OUT/count\""};
    CupsTestQueue queue{device.uri(), CupsTestQueue::State::Paused};
    const auto outcome = IppPrinter{queue.uri(), queuePatience()}.print(pageJob());
    EXPECT_EQ(outcome.end, End::Refused);
    EXPECT_EQ(causeOf(outcome), "printer.paused");
    EXPECT_EQ(troubleOf(*outcome.cause), PrintTrouble::Person);
    EXPECT_EQ(timesPrinted(device.folder()), 0U);
}

/// A server that was cut off in a job begins it anew when it is back.
TEST(CupsQueue, AJobThatIsBegunAnewIsInDoubt) {
    IppTestPrinter device{"printf x >> \"$OUT/count\"; sleep 2"};
    CupsTestQueue queue{device.uri()};
    bool cut = false;
    const auto outcome = IppPrinter{queue.uri(), queuePatience()}.print(pageJob(), [&](const auto&) {
        if (!cut && timesPrinted(device.folder()) == 1) {
            std::this_thread::sleep_for(1100ms);  // the queue counts in seconds
            queue.cutPower();
            queue.restorePower();
            cut = true;
        }
        return PrintWish::GoOn;
    });
    EXPECT_EQ(outcome.end, End::InDoubt);
    EXPECT_EQ(causeOf(outcome), "printing.job-begun-again");
    EXPECT_EQ(troubleOf(*outcome.cause), PrintTrouble::Person);
}

}  // namespace
}  // namespace printing
