// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "contract/acts_of_certificates.hpp"
#include "gui/session/workplace.hpp"

class QWidget;

namespace gui {

/// A certificate with which somebody does a step, and how its type is.
struct StepMatter {
    const contract::CertificateShown& shown;
    contract::CertificateTypeLine type;
};

/// What came of a step, in words; told once it is in the books.
using StepDone = std::function<void(const QString& words)>;

/// Asks what the step needs on a sheet, and does it: "review", "legal_review", "return", "sign", "endorse", "cancel",
/// "deliver", "reissue", "archive", "annul", "resolve_print". `trouble` is told where it needs nothing and is refused.
void askStep(const Workplace& place, QWidget* over, const std::string& step, const StepMatter& matter, StepDone done,
             OfficeLink::OnTrouble troubled);

}  // namespace gui
