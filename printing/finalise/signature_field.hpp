// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "printing/page/page_design.hpp"

/// Making room in a PDF for an electronic signature, and putting it in (ISO 32000-1 12.8, EN 319 142-1). What is signed
/// is no matter of this room.
namespace printing {

/// A signature that can be seen: where, and what stands there.
struct VisibleSignature {
    int page = 0;            ///< counted from 0
    Box box;                 ///< millimetres from the page's upper left corner
    base::Bytes appearance;  ///< a PDF of one page as large as the box (drawSignatureAppearance)
};

/// What a signature says about itself; nobody but its signer vouches for it.
struct SignatureField {
    /// What the first signature allows to happen to the document after it (DocMDP).
    enum class Certification { None, SignaturesOnly, NoChanges };
    /// A person's or a seal's signature (ETSI.CAdES.detached), or a time-stamp over the whole document (ETSI.RFC3161),
    /// which says nothing of itself but what its token says.
    enum class Kind { Signature, DocumentTimestamp };
    base::Timestamp moment;  ///< by the signer's clock
    std::string name;
    std::string reason = {};
    std::string location = {};
    std::string description = {};  ///< read aloud in place of the field; "Firma electrónica" and the name if empty
    std::optional<VisibleSignature> visible = std::nullopt;
    Certification certification = Certification::None;
    std::size_t reserved = std::size_t{16} * 1024;  ///< octets kept for the CMS
    Kind kind = Kind::Signature;
    bool finalised = false;  ///< the PDF is just as finalisePdf wrote it: nothing hides in it, it stays as it is
};

/// A PDF with room for one signature: all its octets but those from gapBegin to gapEnd are signed.
struct PreparedSignature {
    base::Bytes file;
    std::size_t gapBegin = 0;  ///< of '<'
    std::size_t gapEnd = 0;    ///< after '>'

    /// What the signature has to be over.
    [[nodiscard]] base::Bytes signedOctets() const;
};

/// Adds a signature field by an incremental update. A PDF without signatures is written anew once before, unless it is
/// just finalised; one with signatures keeps every octet. Refuses "printing.pdf-not-readable",
/// "printing.pdf-encrypted", "printing.signature-place-wrong" (no such page, a turned page, a box beyond it),
/// "printing.certification-not-first", "printing.pdf-closed-to-signatures".
base::Result<PreparedSignature> prepareSignature(base::BytesView pdf, const SignatureField& field);

/// The finished file. Refuses "printing.signature-too-large" where more than the reserved octets came.
base::Result<base::Bytes> placeSignature(PreparedSignature prepared, base::BytesView cms);

/// What stands in the place of a visible signature: a small caption, the signer's name in bold, the signer's office,
/// and smaller lines (when, what for), beside an image where one is given (a file, as decodeImage takes it). A dark bar
/// at the left and a thin frame set it off; nothing is transparent, so that PDF/A stays. Empty texts take no room.
/// Width and height in millimetres.
struct SignatureAppearance {
    double width = 80;
    double height = 24;
    std::string caption = {};  ///< "Firmado electrónicamente por"
    std::string name = {};
    std::string role = {};
    std::vector<std::string> lines = {};
    base::Bytes image = {};
    std::shared_ptr<const FontSet> fonts = {};
};
/// Refuses what drawPage refuses; the fields are "caption", "name", "role", "line 1" and so on and "image".
base::Result<base::Bytes> drawSignatureAppearance(const SignatureAppearance& appearance);

}  // namespace printing
