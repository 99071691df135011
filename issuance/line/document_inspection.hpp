// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/line/document_book.hpp"

namespace issuance {

/// What a document should be: the order's words and what was made of them.
struct ExpectedDocument {
    TravelDocument document;
    HolderImages images;
    Mrz mrz;
    std::vector<DocumentFile> made;

    /// The content of a file that was made; empty where there is none of that name.
    [[nodiscard]] base::Bytes fileMade(const std::string& name) const;
};

/// Compares a finished page with its design and the order: every field, the MRZ, its pitch and place (controls 22, 23).
std::vector<DocumentVerdict> judgePage(const std::string& name, base::BytesView pdf, const printing::PageDesign& design,
                                       const ExpectedDocument& expected);

/// Judges what was read from the chip: access, passive and active authentication, and that each file is the one made
/// and DG1 says what the order says (control 23).
std::vector<DocumentVerdict> judgeChip(const chip::ChipInspection& found, const ExpectedDocument& expected);

/// Whether all passed.
bool allPassed(const std::vector<DocumentVerdict>& verdicts);

}  // namespace issuance
