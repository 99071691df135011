// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/finalise/signature_field.hpp"

/// PDFs with signature fields, whose CMS is some TLV object: who signed matters elsewhere.
namespace samples {

/// A drawn and finalised page.
base::Bytes onePage();
/// The same with object streams and a cross-reference stream, and with what makes it count as signed by another
/// program.
base::Bytes onePageWithObjectStreams();
/// The same, encrypted with an empty password.
base::Bytes encryptedPage();

printing::SignatureField invisibleField();
/// With two lines and an image at 20, 30 mm.
printing::SignatureField visibleField();

/// The CMS that stands in the samples.
base::Bytes someCms();
base::Bytes signedWith(base::BytesView pdf, const printing::SignatureField& field);

}  // namespace samples
