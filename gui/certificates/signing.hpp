// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "contract/acts_of_certificates.hpp"
#include "gui/session/workplace.hpp"

class QWidget;

namespace gui {

/// What the person signs, and as what.
struct ToSign {
    std::vector<std::string> requests;
    bool endorsing = false;       ///< the second signature
    bool endorserWanted = false;  ///< who gives it has to be named
};

/// Asks for the PIN or passphrase of the person's key, and signs. The secret goes to the office and is kept nowhere.
void askToSign(const Workplace& place, QWidget* over, const ToSign& what,
               std::function<void(const contract::CertificatesSigned&)> done);

/// What was signed, and what its proofs still lack.
QString signedWords(const Workplace& place, const contract::CertificatesSigned& done);

}  // namespace gui
