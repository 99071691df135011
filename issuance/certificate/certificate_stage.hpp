// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace issuance {

/// How far a request has come. Signed: has a number and its certifier's signature, and awaits the endorsement.
/// Archived: nobody collected it.
enum class CertificateStage {
    Requested,
    Drafted,
    InLegalReview,
    Reviewed,
    Signed,
    Issued,
    Delivered,
    Archived,
    Cancelled,
    Annulled
};
inline constexpr std::array kAllCertificateStages{
    CertificateStage::Requested, CertificateStage::Drafted, CertificateStage::InLegalReview, CertificateStage::Reviewed,
    CertificateStage::Signed,    CertificateStage::Issued,  CertificateStage::Delivered,     CertificateStage::Archived,
    CertificateStage::Cancelled, CertificateStage::Annulled};

/// What people do with it. ReviewForLaw: reviewed, and the legal adviser is next.
enum class CertificateStep {
    Draft,
    Review,
    ReviewForLaw,
    LegalReview,
    Return,
    Sign,
    SignLast,
    Endorse,
    Cancel,
    Deliver,
    Reissue,
    Archive,
    Annul
};
inline constexpr std::array kAllCertificateSteps{
    CertificateStep::Draft,  CertificateStep::Review,  CertificateStep::ReviewForLaw, CertificateStep::LegalReview,
    CertificateStep::Return, CertificateStep::Sign,    CertificateStep::SignLast,     CertificateStep::Endorse,
    CertificateStep::Cancel, CertificateStep::Deliver, CertificateStep::Reissue,      CertificateStep::Archive,
    CertificateStep::Annul};

/// "requested", …
std::string_view nameOf(CertificateStage stage);
std::optional<CertificateStage> certificateStageNamed(std::string_view name);
/// "draft", …; a signature that nobody endorses is one too: "sign", and a review for the legal adviser one: "review".
std::string_view nameOf(CertificateStep step);

/// Where a step leads from a stage; nothing where it may not be done.
std::optional<CertificateStage> after(CertificateStage stage, CertificateStep step);
/// Whether somebody still has something to do.
bool isOpen(CertificateStage stage);

}  // namespace issuance
