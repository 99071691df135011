// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cases/case.hpp"
#include "inventory/item_catalogue.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// Everything that did not come out as the books say, until somebody answers for it. A case is opened in the
/// transaction of the act that found the difference, has a deadline, collects notes, and is resolved once with a
/// reason. Works inside the caller's transaction and appends to the journal; where it is refused it has changed
/// nothing.
class Cases {
   public:
    /// Both must outlive it.
    Cases(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// Opens a case and answers its number. The deadline is the kind's (`setDeadline`). The place must be known: throws
    /// "records.constraint" otherwise.
    std::string open(records::Transaction& tx, const records::Author& author, const NewCase& fresh) const;

    /// Adds a note, to a resolved case too. Refuses "case.unknown", "case.bad-text".
    base::Outcome note(records::Transaction& tx, const records::Author& author, std::string_view number,
                       const std::string& text) const;

    /// Ends a case. Where it writes something off (the books had more than was found) it takes two people. Refuses
    /// "case.unknown", "case.resolved-already", "case.bad-text", "case.still-missing" for every range of the case that
    /// is still missing (it must be found or reported first), and as checkTwoPeople does.
    base::Outcome resolve(records::Transaction& tx, const records::Author& author, std::string_view number,
                          const std::string& reason) const;

    /// The days that cases of a kind opened from now on have. Refuses "case.bad-deadline" (1 to 3650).
    base::Outcome setDeadline(records::Transaction& tx, const records::Author& author, CaseKind kind,
                              std::int64_t days) const;

    /// By number.
    [[nodiscard]] std::vector<Case> list(records::Connection& connection, const CaseQuestion& question) const;
    /// Refuses "case.unknown".
    [[nodiscard]] base::Result<Case> show(records::Connection& connection, std::string_view number) const;

   private:
    void addMatters(records::Connection& connection, const std::string& number,
                    const std::vector<CaseMatter>& matters) const;
    [[nodiscard]] std::vector<base::Fault> stillMissing(records::Connection& connection, const Case& found) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

/// Whether people may write this as a reason or note: 1 to 2000 octets, not blanks only, no control characters but line
/// ends.
bool isPlainText(std::string_view text);

}  // namespace inventory
