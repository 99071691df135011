// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "printing/finalise/signature_field.hpp"

/// Finding the electronic signatures in a PDF that may be anyone's, and what exactly each is over.
namespace printing {

/// One filled signature field. Where there are faults, nothing else of it is to be believed.
struct PdfSignature {
    /// What came after the signed revision of the file.
    enum class Later {
        Nothing,         ///< the signature covers the whole file
        SignaturesOnly,  ///< fields of signatures and what they need to be seen and checked
        Other            ///< content, what cannot be told, or anything after a certification that allows nothing
    };
    using Kind = SignatureField::Kind;
    Kind kind = Kind::Signature;
    std::string field;                                  ///< full name
    std::string name, reason, location, claimedMoment;  ///< by the signer's own word; the moment as the PDF has it
    bool certifies = false;                             ///< DocMDP
    base::Bytes cms;                                    ///< or the time-stamp's token, without the zeros behind it
    base::Bytes contents;                               ///< /Contents, with them
    std::size_t gapBegin = 0, gapEnd = 0;               ///< what the signature is not over
    std::size_t end = 0;                                ///< of the signed revision
    /// Where it can be seen: the page, counted from 0, and millimetres from its upper left corner. Nothing for one that
    /// cannot, or that stands in several places.
    std::optional<std::pair<int, Box>> place;
    Later later = Later::Other;
    std::vector<base::Fault> faults;  ///< "printing.signature-malformed", "printing.signature-kind-unknown"

    /// Of the file that it was read from.
    [[nodiscard]] base::Bytes signedOctets(base::BytesView file) const;
};

/// All filled signature fields of a PDF of at most 64 MiB, in the order of the form; at most 64. A signature is refused
/// unless its ranges begin at the file's first octet and leave out exactly its own /Contents, and unless the revision
/// that it is over is a PDF that holds it at the same place: what was moved, wrapped or put over each other has none of
/// these. Refuses "printing.pdf-not-readable", "printing.pdf-encrypted".
base::Result<std::vector<PdfSignature>> readSignatures(base::BytesView file);

}  // namespace printing
