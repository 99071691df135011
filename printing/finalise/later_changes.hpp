// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>

#include "printing/finalise/signature_reading.hpp"

/// Internal to printing/finalise: shows libqpdf's types.
namespace printing {

/// What the updates after a revision did to the objects that it had. Only signature fields may have been added or
/// filled, with elements of the logical structure that hold nothing else, and keys for their checking (/DSS,
/// /Extensions) put into the catalogue.
PdfSignature::Later laterChanges(QPDF& revision, QPDF& current);

}  // namespace printing
