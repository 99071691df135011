// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace issuance {

/// How far a request has come. Signed: has a number and its certifier's signature, and awaits the endorsement.
/// Archived: nobody collected it.
enum class CertificateStage { Requested, Drafted, Reviewed, Signed, Issued, Delivered, Archived, Cancelled, Annulled };
inline constexpr std::array kAllCertificateStages{
    CertificateStage::Requested, CertificateStage::Drafted,   CertificateStage::Reviewed,
    CertificateStage::Signed,    CertificateStage::Issued,    CertificateStage::Delivered,
    CertificateStage::Archived,  CertificateStage::Cancelled, CertificateStage::Annulled};

/// What people do with it.
enum class CertificateStep { Draft, Review, Return, Sign, SignLast, Endorse, Cancel, Deliver, Reissue, Archive, Annul };
inline constexpr std::array kAllCertificateSteps{
    CertificateStep::Draft,    CertificateStep::Review,  CertificateStep::Return, CertificateStep::Sign,
    CertificateStep::SignLast, CertificateStep::Endorse, CertificateStep::Cancel, CertificateStep::Deliver,
    CertificateStep::Reissue,  CertificateStep::Archive, CertificateStep::Annul};

/// "requested", …
std::string_view nameOf(CertificateStage stage);
std::optional<CertificateStage> certificateStageNamed(std::string_view name);
/// "draft", …; a signature that nobody endorses is one too: "sign".
std::string_view nameOf(CertificateStep step);

/// Where a step leads from a stage; nothing where it may not be done.
std::optional<CertificateStage> after(CertificateStage stage, CertificateStep step);
/// Whether somebody still has something to do.
bool isOpen(CertificateStage stage);

}  // namespace issuance
