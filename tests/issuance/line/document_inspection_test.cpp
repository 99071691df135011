// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/document_inspection.hpp"

#include <gtest/gtest.h>

namespace issuance {
namespace {

bool looksOnly(const std::vector<DocumentVerdict>& verdicts) { return failedByLooksOnly(verdicts); }

TEST(LooksOfAPage, AreWhatTwoPeopleMayJudgeOtherwise) {
    EXPECT_TRUE(looksOnly({{"page", false, "printing.page-streak (dark: 0.70/0.35)"}, {"sod", true, ""}}));
    EXPECT_TRUE(looksOnly({{"front", false, "printing.page-spot (page: 55.00/1.50), printing.page-faded (surname)"},
                           {"back", false, "printing.page-print-misplaced (tilt: 1.80/0.50)"}}));
}

TEST(LooksOfAPage, MayBeVeryMany) {
    std::string reason = "printing.page-spot (page: 1.60/1.50)";
    for (int spot = 0; spot < 100'000; ++spot) reason += ", printing.page-spot (page: 1.60/1.50)";
    EXPECT_TRUE(looksOnly({{"page", false, reason}}));
    EXPECT_FALSE(looksOnly({{"page", false, reason + ", printing.page-mrz-differs (mrz line 1 character 1)"}}));
}

TEST(LooksOfAPage, AreNotWhatItSaysNorItsZoneNorItsChip) {
    for (const auto* reason :
         {"printing.page-mrz-differs (mrz line 2 character 9)", "printing.page-text-differs (surname: 0.90/0.36)",
          "printing.page-image-differs (portrait: 0.10/0.80)", "printing.page-mrz-misplaced (mrz line 1 left)",
          "printing.page-mrz-contrast (mrz: 0.50/0.65)", "", "printing.page-streaks", "mrz.wrong-check-digit (mrz)"}) {
        EXPECT_FALSE(looksOnly({{"page", false, reason}})) << reason;
        EXPECT_FALSE(looksOnly({{"page", false, "printing.page-streak (dark)"}, {"back", false, reason}})) << reason;
    }
    EXPECT_FALSE(looksOnly({{"page", false, "printing.page-streak (dark)"}, {"sod-signature", false, ""}}));
    EXPECT_FALSE(looksOnly({{"page", true, ""}}));
    EXPECT_FALSE(looksOnly({}));
}

}  // namespace
}  // namespace issuance
