// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "contract/acts_of_certificate_work.hpp"
#include "gui/session/workplace.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {

/// What somebody does with a certificate, as a button says it: "Confrontar".
QString actionOf(const std::string& step);
/// The same as the next thing to do, with what: "Confronte el borrador con sus fuentes".
QString taskOf(const std::string& step);
/// What a step was, in a history.
QString historyOf(const Workplace& place, const contract::CertificateStepLine& step);

/// Where a request is.
Standing standingOf(const contract::CertificateLine& line);
QString stageOf(const Workplace& place, const contract::CertificateLine& line);

/// A name, or that it is withheld.
QString nameOr(const contract::CertificateLine& line, const std::string& name);
/// "2026-11-26", and that it has passed.
QString dueOf(const contract::CertificateLine& line);

}  // namespace gui
