// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certificate_stage.hpp"

#include <utility>

namespace issuance {
namespace {

using Stage = CertificateStage;
using Step = CertificateStep;

constexpr std::pair<Stage, std::string_view> kStages[]{
    {Stage::Requested, "requested"}, {Stage::Drafted, "drafted"},   {Stage::InLegalReview, "in_legal_review"},
    {Stage::Reviewed, "reviewed"},   {Stage::Signed, "signed"},     {Stage::Issued, "issued"},
    {Stage::Delivered, "delivered"}, {Stage::Archived, "archived"}, {Stage::Cancelled, "cancelled"},
    {Stage::Annulled, "annulled"}};

constexpr std::pair<Step, std::string_view> kSteps[]{
    {Step::Draft, "draft"},         {Step::Review, "review"},
    {Step::ReviewForLaw, "review"}, {Step::LegalReview, "legal_review"},
    {Step::Return, "return"},       {Step::Sign, "sign"},
    {Step::SignLast, "sign"},       {Step::Endorse, "endorse"},
    {Step::Cancel, "cancel"},       {Step::Deliver, "deliver"},
    {Step::Annul, "annul"},         {Step::Archive, "archive"},
    {Step::Reissue, "reissue"}};

struct Transition {
    Stage from;
    Step step;
    Stage to;
};
constexpr Transition kTransitions[]{{Stage::Requested, Step::Draft, Stage::Drafted},
                                    {Stage::Drafted, Step::Draft, Stage::Drafted},
                                    {Stage::Reviewed, Step::Draft, Stage::Drafted},
                                    {Stage::Drafted, Step::Review, Stage::Reviewed},
                                    {Stage::Drafted, Step::Return, Stage::Requested},
                                    {Stage::Reviewed, Step::Return, Stage::Requested},
                                    {Stage::Signed, Step::Return, Stage::Requested},
                                    {Stage::Reviewed, Step::Sign, Stage::Signed},
                                    {Stage::Reviewed, Step::SignLast, Stage::Issued},
                                    {Stage::Signed, Step::Endorse, Stage::Issued},
                                    {Stage::Requested, Step::Cancel, Stage::Cancelled},
                                    {Stage::Drafted, Step::Cancel, Stage::Cancelled},
                                    {Stage::Reviewed, Step::Cancel, Stage::Cancelled},
                                    {Stage::Signed, Step::Cancel, Stage::Cancelled},
                                    {Stage::Issued, Step::Deliver, Stage::Delivered},
                                    {Stage::Delivered, Step::Deliver, Stage::Delivered},
                                    {Stage::Issued, Step::Annul, Stage::Annulled},
                                    {Stage::Delivered, Step::Annul, Stage::Annulled},
                                    {Stage::Issued, Step::Archive, Stage::Archived},
                                    {Stage::Archived, Step::Deliver, Stage::Delivered},
                                    {Stage::Archived, Step::Annul, Stage::Annulled},
                                    {Stage::Issued, Step::Reissue, Stage::Issued},
                                    {Stage::Delivered, Step::Reissue, Stage::Delivered},
                                    {Stage::Archived, Step::Reissue, Stage::Archived},
                                    {Stage::Drafted, Step::ReviewForLaw, Stage::InLegalReview},
                                    {Stage::InLegalReview, Step::LegalReview, Stage::Reviewed},
                                    {Stage::InLegalReview, Step::Return, Stage::Requested},
                                    {Stage::InLegalReview, Step::Draft, Stage::Drafted},
                                    {Stage::InLegalReview, Step::Cancel, Stage::Cancelled}};

}  // namespace

std::string_view nameOf(Stage stage) {
    for (const auto& [value, name] : kStages)
        if (value == stage) return name;
    return {};
}

std::optional<Stage> certificateStageNamed(std::string_view name) {
    for (const auto& [value, known] : kStages)
        if (known == name) return value;
    return std::nullopt;
}

std::string_view nameOf(Step step) {
    for (const auto& [value, name] : kSteps)
        if (value == step) return name;
    return {};
}

std::optional<Stage> after(Stage stage, Step step) {
    for (const auto& transition : kTransitions)
        if (transition.from == stage && transition.step == step) return transition.to;
    return std::nullopt;
}

bool isOpen(Stage stage) { return stage < Stage::Delivered; }

}  // namespace issuance
