// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/folder_printer.hpp"

#include <gtest/gtest.h>

#include "base/files.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

using End = PrintOutcome::End;

TEST(FolderPrinter, LeavesTheJobAsAFile) {
    const support::ScratchFolder folder;
    FolderPrinter printer{folder.path()};
    std::vector<PrintStanding::Phase> phases;
    const auto outcome =
        printer.print({"A00012345.front", base::bytesOf("%PDF-1.7")}, [&](const PrintStanding& standing) {
            phases.push_back(standing.phase);
            return PrintWish::GoOn;
        });
    EXPECT_TRUE(outcome.completed());
    EXPECT_EQ(phases, std::vector{PrintStanding::Phase::Processing});
    EXPECT_EQ(base::textOf(*base::readFile(folder.path() / "A00012345.front.pdf", 100)), "%PDF-1.7");
}

TEST(FolderPrinter, RefusesNamesThatLeaveTheFolder) {
    const support::ScratchFolder folder;
    FolderPrinter printer{folder.path()};
    for (const char* name : {"", "../escape", "a/b", ".hidden", "spaced out"}) {
        const auto outcome = printer.print({name, {}});
        EXPECT_EQ(outcome.end, End::Refused) << name;
        EXPECT_EQ(outcome.cause->code.name(), "printing.job-name-unfit");
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(FolderPrinter, RefusesWhereThereIsNoFolder) {
    FolderPrinter printer{"/nowhere/at/all"};
    const auto outcome = printer.print({"A1", {}});
    EXPECT_EQ(outcome.end, End::Refused);
    EXPECT_EQ(outcome.cause->code.name(), "printing.folder-missing");
}

}  // namespace
}  // namespace printing
