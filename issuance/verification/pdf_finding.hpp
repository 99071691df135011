// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/verification/verification.hpp"

/// Internal to issuance/verification: the signatures of a PDF, and what its reader sees.
namespace issuance {

/// What the signatures alone make of a PDF. Without any there is no verdict.
struct PdfFinding {
    std::optional<Verdict> verdict;
    std::vector<base::Fault> reasons;
    std::vector<PdfSignatureReport> signatures;
    std::string number;  ///< what the first signature says that it is about
};
PdfFinding judgePdf(base::BytesView file, const VerificationRooms& rooms);

/// The text of all pages, and how many they are; nothing where no page can be read.
struct PdfText {
    std::string words;
    int pages = 0;
};
std::optional<PdfText> textOfPdf(base::BytesView file);

}  // namespace issuance
