// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cases/cases.hpp"
#include "inventory/ranges_held.hpp"

namespace inventory {

/// What an act over missing, lost, stolen or found blanks did. `used`: the orders and documents whose blanks they
/// are, for whoever conducts the line.
struct LossOutcome {
    std::vector<std::string> cases;  ///< opened by the act
    std::vector<SerialRange> ranges;
    std::vector<UsedBlank> used;
};

/// A formal report before an authority (denuncia).
struct FormalReport {
    std::string kind;  ///< "lost" or "stolen"
    std::vector<std::string> serials;
    std::string number;
    std::string authority;
    base::Date date{};
};

/// One serial or range for the database of stolen and lost travel documents (control 19).
struct LossRecord {
    SerialRange range;
    std::string status;      ///< "lost", "stolen", "recovered"
    std::string issueState;  ///< "blank" or "personalised"
    std::string report;
    std::string authority;
    std::string reportDate;
};

/// Blanks and documents that are not where they should be: missing first, then formally reported lost or stolen for
/// good, and never stock again where they are found. Works inside the caller's transaction; where it is refused it has
/// changed nothing. Serials are given as "A0000001" or "A0000001-A0000050".
class Losses {
   public:
    /// All must outlive it.
    Losses(const ItemCatalogue& catalogue, const Cases& cases, const base::Clock& clock)
        : m_catalogue(catalogue), m_cases(cases), m_clock(clock) {}

    /// They are missing from where the books have them: a case of kind missing for each place. Refuses
    /// "stock.bad-range", "stock.list-empty", "stock.unknown-serial", "stock.wrong-state", "case.bad-text".
    base::Result<LossOutcome> reportMissing(records::Transaction& tx, const records::Author& author,
                                            const std::vector<std::string>& serials, const std::string& reason) const;

    /// Missing ones are lost or stolen from now on, irreversibly (control 20); two people. Refuses as reportMissing,
    /// and "stock.report-incomplete", "stock.report-in-future".
    base::Result<LossOutcome> report(records::Transaction& tx, const records::Author& author,
                                     const FormalReport& report) const;

    /// Missing, lost or stolen ones were found, or serials that no book knew: into the quarantine of the site where
    /// they were missed (the central one where no book knew them) as withheld; two people.
    /// Refuses as reportMissing. For serials unknown until now a discrepancy case is opened.
    base::Result<LossOutcome> returnFound(records::Transaction& tx, const records::Author& author,
                                          const std::vector<std::string>& serials, const std::string& reason) const;

    /// All that was ever reported, by report date and serial.
    [[nodiscard]] std::vector<LossRecord> reported(records::Connection& connection) const;

   private:
    [[nodiscard]] base::Result<std::vector<SerialRange>> listFrom(const std::vector<std::string>& serials) const;
    void faultsOfUnknown(const std::vector<SerialRange>& ranges, const std::vector<Run>& runs,
                         std::vector<base::Fault>& faults) const;
    void faultsOfState(const std::vector<Run>& runs, const std::vector<std::string_view>& allowed,
                       std::vector<base::Fault>& faults) const;
    void journal(records::Transaction& tx, const Act& act, const std::vector<SerialRange>& ranges,
                 const std::string& reason) const;
    std::string openFoundCase(records::Transaction& tx, const Act& act, const std::vector<SerialRange>& unknown,
                              const std::string& reason) const;

    const ItemCatalogue& m_catalogue;
    const Cases& m_cases;
    const base::Clock& m_clock;
};

}  // namespace inventory
