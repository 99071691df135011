// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certificate_stage.hpp"

#include <gtest/gtest.h>

#include <map>

namespace issuance {
namespace {

using Stage = CertificateStage;
using Step = CertificateStep;

TEST(CertificateStage, FollowsTheTableAndNothingElse) {
    const std::map<std::pair<Stage, Step>, Stage> table{{{Stage::Requested, Step::Draft}, Stage::Drafted},
                                                        {{Stage::Drafted, Step::Draft}, Stage::Drafted},
                                                        {{Stage::Reviewed, Step::Draft}, Stage::Drafted},
                                                        {{Stage::Drafted, Step::Review}, Stage::Reviewed},
                                                        {{Stage::Drafted, Step::Return}, Stage::Requested},
                                                        {{Stage::Reviewed, Step::Return}, Stage::Requested},
                                                        {{Stage::Signed, Step::Return}, Stage::Requested},
                                                        {{Stage::Reviewed, Step::Sign}, Stage::Signed},
                                                        {{Stage::Reviewed, Step::SignLast}, Stage::Issued},
                                                        {{Stage::Signed, Step::Endorse}, Stage::Issued},
                                                        {{Stage::Requested, Step::Cancel}, Stage::Cancelled},
                                                        {{Stage::Drafted, Step::Cancel}, Stage::Cancelled},
                                                        {{Stage::Reviewed, Step::Cancel}, Stage::Cancelled},
                                                        {{Stage::Signed, Step::Cancel}, Stage::Cancelled},
                                                        {{Stage::Issued, Step::Deliver}, Stage::Delivered},
                                                        {{Stage::Delivered, Step::Deliver}, Stage::Delivered},
                                                        {{Stage::Issued, Step::Annul}, Stage::Annulled},
                                                        {{Stage::Delivered, Step::Annul}, Stage::Annulled},
                                                        {{Stage::Issued, Step::Archive}, Stage::Archived},
                                                        {{Stage::Archived, Step::Deliver}, Stage::Delivered},
                                                        {{Stage::Archived, Step::Annul}, Stage::Annulled},
                                                        {{Stage::Issued, Step::Reissue}, Stage::Issued},
                                                        {{Stage::Delivered, Step::Reissue}, Stage::Delivered},
                                                        {{Stage::Archived, Step::Reissue}, Stage::Archived},
                                                        {{Stage::Drafted, Step::ReviewForLaw}, Stage::InLegalReview},
                                                        {{Stage::InLegalReview, Step::LegalReview}, Stage::Reviewed},
                                                        {{Stage::InLegalReview, Step::Return}, Stage::Requested},
                                                        {{Stage::InLegalReview, Step::Draft}, Stage::Drafted},
                                                        {{Stage::InLegalReview, Step::Cancel}, Stage::Cancelled}};
    for (const auto stage : kAllCertificateStages)
        for (const auto step : kAllCertificateSteps) {
            const auto expected = table.find({stage, step});
            const auto found = after(stage, step);
            EXPECT_EQ(found.has_value(), expected != table.end()) << nameOf(stage) << " " << nameOf(step);
            if (found && expected != table.end()) {
                EXPECT_EQ(*found, expected->second) << nameOf(stage) << nameOf(step);
            }
        }
}

TEST(CertificateStage, NothingLeadsOutOfAnEnd) {
    for (const auto step : kAllCertificateSteps) {
        EXPECT_FALSE(after(Stage::Cancelled, step)) << nameOf(step);
        EXPECT_FALSE(after(Stage::Annulled, step)) << nameOf(step);
    }
}

TEST(CertificateStage, IsOpenWhileSomebodyHasSomethingToDo) {
    std::string open;
    for (const auto stage : kAllCertificateStages)
        if (isOpen(stage)) open.append(nameOf(stage)).append(" ");
    EXPECT_EQ(open, "requested drafted in_legal_review reviewed signed issued ");
}

TEST(CertificateStage, NamesLeadBack) {
    for (const auto stage : kAllCertificateStages) EXPECT_EQ(certificateStageNamed(nameOf(stage)), stage);
    EXPECT_FALSE(certificateStageNamed("open"));
}

}  // namespace
}  // namespace issuance
