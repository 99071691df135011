// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "issuance/signature/pdf_signature.hpp"
#include "issuance/verification/verification_trust.hpp"
#include "signing/seals/act_seal.hpp"

/// Whether a document is one of ours, on screen or on paper (docs/formats/verification.md).
namespace issuance {

/// What is said of a document. What the checker does not see or does not understand is never authentic.
enum class Verdict {
    Authentic,      ///< signed by whom we trust, unchanged, and its seal agrees where it has one
    AuthenticSeal,  ///< its seal is authentic; that the page says the same, a person compares
    Annulled,       ///< one of the two, but the books say that it holds no more (judgement_by_books.hpp)
    Doubtful,       ///< signed and unchanged, but what it shows may change with the reader
    Altered,        ///< changed after it was signed, or page and seal contradict each other
    UnknownSigner,  ///< signed or sealed by whom we do not know, or whose certificate did not hold
    NotOurs,        ///< neither signature nor seal was found, or the books do not know its number
    Unreadable      ///< no PDF, picture or seal, or too damaged to say anything
};
/// "authentic", "authentic-seal", "annulled", …
std::string_view nameOf(Verdict verdict);

/// One value of a seal, and whether the page says it too; nothing where a person has to look.
struct SealComparison {
    std::string field;  ///< "type", "number", "date", "holder", "document", "folios"
    std::string value;
    std::optional<bool> onPage;
};

/// What a seal states, and what it is worth.
struct SealFinding {
    bool authentic = false;
    bool checked = false;  ///< the certificates were at hand that it takes
    std::string signer;    ///< the certificate's subject; empty where none is known
    std::optional<signing::ActSeal> act;
    std::vector<SealComparison> comparisons;
    std::vector<base::Fault> faults;
};

struct Verification {
    enum class Kind { Pdf, Scan, Seal, Unknown };
    Kind kind = Kind::Unknown;
    Verdict verdict = Verdict::Unreadable;
    std::vector<base::Fault> reasons;  ///< why it is not simply authentic, and what remains to be done
    std::vector<PdfSignatureReport> signatures;
    std::optional<SealFinding> seal;
    std::string number;  ///< of the act, by seal or signature; empty where neither says it
};
std::string_view nameOf(Verification::Kind kind);

/// What is verified against.
struct VerificationRooms {
    const VerificationTrust& trust;
    base::Timestamp moment;
};

/// Verifies a PDF, a scan (PDF of pictures, PNG or JPEG, turned and noisy as scans are) or the octets of a seal (as
/// they are, in hexadecimal or base64), of at most 64 MiB. Never refuses: what cannot be read is a verdict.
Verification verifyDocument(base::BytesView content, const VerificationRooms& rooms);

}  // namespace issuance
