// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cases/cases.hpp"
#include "inventory/counts/count.hpp"

namespace inventory {

/// Counts of places. Two people count apart, each by scans, and see neither each other's figure nor the books' until
/// both have finished. Where they differ from each other or from the books, they are asked to count again; what then
/// still differs is a variance, which a person who did not count closes by journalled movements and cases. Works
/// inside the caller's transaction; where it is refused it has changed nothing.
class Counts {
   public:
    /// Serials that one scan may name at most, and scans of one batch.
    static constexpr std::int64_t kMostOfScan = 100'000;
    static constexpr std::size_t kMostOfBatch = 10'000;

    /// All must outlive it.
    Counts(const ItemCatalogue& catalogue, const Cases& cases, const base::Clock& clock)
        : m_catalogue(catalogue), m_cases(cases), m_clock(clock) {}

    /// Answers the number. Refuses "count.unknown-place", "count.unknown-kind", "stock.unknown-item", and
    /// "count.in-custody" where a custodian plans an unannounced count.
    base::Result<std::string> plan(records::Transaction& tx, const records::Author& author,
                                   const NewCount& fresh) const;

    /// The author begins to count, or goes on after a stop. Refuses "count.unknown", "count.wrong-state",
    /// "count.two-counters" (both are there already), "count.place-busy", and "count.in-custody" for an unannounced
    /// count by whoever keeps the place or is a custodian (control 25).
    base::Result<CountProgress> start(records::Transaction& tx, const records::Author& author,
                                      std::string_view number) const;

    /// Serials and ranges that the author's scanner sent under the name `batch`. The same batch again changes nothing.
    /// Refuses "count.unknown", "count.not-counting", "count.batch-differs", "count.bad-batch", "stock.bad-range",
    /// "count.range-too-large", "count.not-of-count".
    base::Result<CountProgress> scan(records::Transaction& tx, const records::Author& author, std::string_view number,
                                     const std::string& batch, const std::vector<std::string>& scans) const;

    /// The author has counted all. Answers the state: "counting" while the other still counts, then "closed",
    /// "recount" or "variance". Refuses "count.unknown", "count.not-counting".
    base::Result<std::string> finish(records::Transaction& tx, const records::Author& author,
                                     std::string_view number) const;

    /// Demands one more round of a count in variance. Refuses "count.unknown", "count.wrong-state".
    base::Outcome demandRecount(records::Transaction& tx, const records::Author& author, std::string_view number) const;

    /// Two people who did not count accept the variance (controls 3, 4): what lacks is missing with a case, what is
    /// known elsewhere is a discrepancy case, what is unknown or was missing goes to the quarantine of its site.
    /// Refuses "count.unknown", "count.wrong-state", "count.approved-by-counter", "case.bad-text", and as
    /// checkTwoPeople does.
    base::Result<CountClosing> approve(records::Transaction& tx, const records::Author& author, std::string_view number,
                                       const std::string& reason) const;

    /// Ends a count without result. Refuses "count.unknown", "count.wrong-state", "case.bad-text".
    base::Outcome cancel(records::Transaction& tx, const records::Author& author, std::string_view number,
                         const std::string& reason) const;

    /// Every how many days a place is to be counted; 0 for no more. Refuses "count.unknown-place", "count.bad-days".
    base::Outcome schedule(records::Transaction& tx, const records::Author& author, const std::string& place,
                           std::int64_t everyDays) const;

    /// Refuses "count.unknown".
    [[nodiscard]] base::Result<Count> show(records::Connection& connection, const records::OperatorId& reader,
                                           std::string_view number) const;
    /// All by number, without counters and findings; unannounced ones that have not begun are hidden from custodians.
    [[nodiscard]] std::vector<Count> list(records::Connection& connection, const records::OperatorId& reader) const;
    /// Places by the day on which they are due.
    [[nodiscard]] std::vector<CountDue> due(records::Connection& connection) const;
    /// Whether the person is counting, and must not see what the books say.
    [[nodiscard]] static bool isBlind(records::Connection& connection, const records::OperatorId& person);

   private:
    struct Verdict;
    [[nodiscard]] base::Result<Count> lock(records::Transaction& tx, std::string_view number) const;
    [[nodiscard]] base::Outcome checkCounting(records::Connection& connection, const Count& count,
                                              const records::OperatorId& person) const;
    [[nodiscard]] base::Result<std::vector<SerialRange>> readScans(records::Connection& connection, const Count& count,
                                                                   const std::vector<std::string>& scans) const;
    [[nodiscard]] CountProgress progressOf(records::Connection& connection, const Count& count,
                                           const records::OperatorId& person) const;
    [[nodiscard]] Verdict judge(records::Transaction& tx, const Count& count) const;
    void keep(records::Connection& connection, const Count& count, const Verdict& verdict) const;
    void setState(records::Connection& connection, const Count& count, std::string_view state,
                  std::int64_t round) const;
    void close(records::Connection& connection, const Count& count, const records::Author& author,
               std::string_view state, const std::string& reason) const;
    void adjust(records::Transaction& tx, const Act& act, const Count& count, const Verdict& verdict) const;
    void openCases(records::Transaction& tx, const Act& act, const Count& count, const Verdict& verdict,
                   const std::string& reason, CountClosing& closing) const;
    void journal(records::Transaction& tx, const records::Author& author, std::string_view act, const Count& count,
                 std::vector<std::pair<std::string, std::string>> facts = {}) const;

    const ItemCatalogue& m_catalogue;
    const Cases& m_cases;
    const base::Clock& m_clock;
};

}  // namespace inventory
