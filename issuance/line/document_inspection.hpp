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

/// What a scan of a page says, and what is kept of it: the image, and where it differs.
struct SeenPage {
    std::vector<DocumentVerdict> verdicts;
    std::vector<DocumentFile> files;
};

/// The same from an image that a scanner or camera took of the page, by the kind's bands; the check digits of the zone
/// as it was read, and the zone's contrast. What is doubtful, `doubts` among it, does not fail: a person looks
/// (kDoubtful).
SeenPage judgeScan(const std::string& name, base::BytesView image, const printing::PageDesign& design,
                   const ExpectedDocument& expected, std::vector<base::Fault> doubts = {});

/// Judges what was read from the chip: access, passive and active authentication, and that each file is the one made
/// and DG1 says what the order says (control 23).
std::vector<DocumentVerdict> judgeChip(const chip::ChipInspection& found, const ExpectedDocument& expected);

/// Whether all passed.
bool allPassed(const std::vector<DocumentVerdict>& verdicts);

/// Whether nothing failed but how a page looks: print or picture off its place, pale, streaked or stained. That two
/// people may find good (control 11); what a page says, where its machine-readable zone lies and how dark that is, and
/// all of the chip, nobody may (control 23).
bool failedByLooksOnly(const std::vector<DocumentVerdict>& verdicts);

}  // namespace issuance
