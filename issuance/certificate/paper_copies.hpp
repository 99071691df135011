// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "inventory/stock.hpp"
#include "issuance/certificate/certificate_book.hpp"
#include "printing/page/page_design.hpp"
#include "printing/printer/printer.hpp"

namespace issuance {

/// A copy of a certificate on paper.
struct PaperCopy {
    std::string number;
    std::int64_t copy = 0;
    std::string state;                ///< "printing", "not_printed", "printed", "in_doubt"
    std::vector<std::string> sheets;  ///< serials in the order of the folios
    std::string ended = {};           ///< when its printing ended; empty while it prints
};

/// What a person found at the printer.
struct SheetsFound {
    std::vector<std::string> spoiled;  ///< serials that were touched and are no good
    bool printed = false;              ///< the whole copy is good
};

/// Copies of certificates on numbered security paper, a sheet a folio, out of the workstation's shift. The sheets are
/// bound before the printer is asked; where it does not say that all is done, a person looks at them.
class PaperCopies {
   public:
    static constexpr const char* kItem = "paper-security";

    PaperCopies(const inventory::Stock& stock, const CertificateBook& certificates,
                std::shared_ptr<const printing::FontSet> fonts, const base::Clock& clock)
        : m_stock(stock), m_certificates(certificates), m_fonts(std::move(fonts)), m_clock(clock) {}

    /// Takes a sheet for each folio of the next copy; of one that was not printed its sheets again, and others in the
    /// place of spoiled ones. Nobody else may change the certificate's request meanwhile. Refuses
    /// "certificate.ended-already", "certificate.print-in-doubt", "certificate.copy-not-asked", "stock.no-blank".
    base::Result<PaperCopy> begin(records::Transaction& tx, const records::Author& author,
                                  const CertificateEntry& entry) const;
    /// What the printer gets of the signed file: on each folio, above its header, which copy it is, which folio of how
    /// many, and its sheet. Refuses what printing::printFileOf refuses.
    [[nodiscard]] base::Result<base::Bytes> printFile(const PaperCopy& copy, base::BytesView pdf) const;
    /// Writes down what the printer said.
    base::Outcome end(records::Transaction& tx, const records::Author& author, const PaperCopy& copy,
                      const printing::PrintOutcome& outcome) const;
    /// Writes down what a person saw, of a copy whose printing ended without a word or in doubt. Refuses
    /// "certificate.no-print-in-doubt", "certificate.sheet-of-other", "certificate.sheets-contradict".
    base::Result<PaperCopy> resolve(records::Transaction& tx, const records::Author& author, const std::string& number,
                                    const SheetsFound& found) const;
    /// Every copy of a certificate.
    [[nodiscard]] std::vector<PaperCopy> copies(records::Connection& connection, const std::string& number) const;
    /// Whether there is a copy that was printed after the moment, of whose sheets none was annulled, destroyed or lost.
    [[nodiscard]] bool hasWholeCopy(records::Connection& connection, const std::string& number,
                                    const std::string& after) const;

   private:
    base::Result<std::string> takeSheet(records::Transaction& tx, const records::Author& author, const PaperCopy& copy,
                                        std::int64_t folio) const;
    base::Outcome setState(records::Transaction& tx, const records::Author& author, const PaperCopy& copy,
                           const std::string& state, const std::string& reason) const;
    const inventory::Stock& m_stock;
    const CertificateBook& m_certificates;
    std::shared_ptr<const printing::FontSet> m_fonts;
    const base::Clock& m_clock;
};

}  // namespace issuance
