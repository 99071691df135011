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
    base::Timestamp moment;  ///< by the signer's clock
    std::string name;
    std::string reason = {};
    std::string location = {};
    std::string description = {};  ///< read aloud in place of the field
    std::optional<VisibleSignature> visible = std::nullopt;
    Certification certification = Certification::None;
    std::size_t reserved = std::size_t{16} * 1024;  ///< octets kept for the CMS
};

/// A PDF with room for one signature: all its octets but those from gapBegin to gapEnd are signed.
struct PreparedSignature {
    base::Bytes file;
    std::size_t gapBegin = 0;  ///< of '<'
    std::size_t gapEnd = 0;    ///< after '>'

    /// What the signature has to be over.
    [[nodiscard]] base::Bytes signedOctets() const;
};

/// Adds a signature field by an incremental update. A PDF without signatures is written anew once before; one with
/// signatures keeps every octet. Refuses "printing.pdf-not-readable", "printing.pdf-encrypted",
/// "printing.signature-place-wrong" (no such page, a turned page, a box beyond it),
/// "printing.certification-not-first", "printing.pdf-closed-to-signatures".
base::Result<PreparedSignature> prepareSignature(base::BytesView pdf, const SignatureField& field);

/// The finished file. Refuses "printing.signature-too-large" where more than the reserved octets came.
base::Result<base::Bytes> placeSignature(PreparedSignature prepared, base::BytesView cms);

/// Lines of text, beside an image where one is given (a file, as decodeImage takes it), inside a thin frame. Width and
/// height in millimetres. Refuses what drawPage refuses; the fields are "line 1" and so on and "image".
struct SignatureAppearance {
    double width = 70;
    double height = 20;
    std::vector<std::string> lines;
    base::Bytes image = {};
    std::shared_ptr<const FontSet> fonts;
};
base::Result<base::Bytes> drawSignatureAppearance(const SignatureAppearance& appearance);

}  // namespace printing
