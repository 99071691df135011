// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/destruction/destruction.hpp"
#include "inventory/ledger.hpp"

namespace inventory {

/// The destruction of blanks that will never be documents any more (control 10): requested, authorised by another
/// person on a document of the superior authority, a commission named by a document, every serial scanned at the spot,
/// carried out by two people before two witnesses. Works inside the caller's transaction and appends to the journal,
/// which holds no names; where it is refused it has changed nothing.
class Destructions {
   public:
    static constexpr std::int64_t kMostSerials = 100'000;
    static constexpr std::size_t kFewestWitnesses = 2;

    /// Both must outlive it.
    Destructions(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// Selects spoiled, annulled and expired blanks, spoiled ones only once they were received, and gives the number.
    /// Refuses with every fault at once: "destruction.bad-text", "stock.bad-range", "destruction.nothing-selected",
    /// "destruction.too-many", "destruction.not-destroyable", "stock.not-received", "destruction.in-another".
    base::Result<std::string> request(records::Transaction& tx, const records::Author& author,
                                      const DestructionRequest& request) const;

    /// Refuses "destruction.unknown", "destruction.wrong-stage", "destruction.same-person" (who requested it),
    /// "destruction.bad-text".
    base::Outcome authorise(records::Transaction& tx, const records::Author& author, std::string_view number,
                            const Decision& document) const;

    /// Names the commission, or names it anew until the destruction ends. Refuses "destruction.unknown",
    /// "destruction.wrong-stage", "destruction.bad-text", "destruction.bad-participant",
    /// "destruction.participant-twice", "destruction.too-few".
    base::Outcome nameCommission(records::Transaction& tx, const records::Author& author, std::string_view number,
                                 const Commission& commission) const;

    /// Serials and ranges read at the spot; the same scan again changes nothing, and it goes on where it stopped.
    /// Refuses "destruction.unknown", "destruction.wrong-stage", "stock.bad-range", "destruction.not-selected".
    base::Result<DestructionScan> scan(records::Transaction& tx, const records::Author& author, std::string_view number,
                                       const std::vector<std::string>& serials) const;

    /// Carries it out, irreversibly; two people. Refuses with every fault at once: "destruction.unknown",
    /// "destruction.wrong-stage", "destruction.bad-text", "destruction.too-few", "destruction.bad-participant",
    /// "destruction.participant-twice", "destruction.witness-takes-part", "destruction.not-scanned",
    /// "destruction.not-destroyable", and as checkTwoPeople does.
    base::Outcome execute(records::Transaction& tx, const records::Author& author, std::string_view number,
                          const Execution& execution) const;

    /// Ends it before anything is destroyed and frees its serials. Refuses "destruction.unknown",
    /// "destruction.wrong-stage", "destruction.bad-text".
    base::Outcome cancel(records::Transaction& tx, const records::Author& author, std::string_view number,
                         const std::string& reason) const;

    [[nodiscard]] std::vector<Destruction> list(records::Connection& connection) const;
    /// Refuses "destruction.unknown".
    [[nodiscard]] base::Result<Destruction> show(records::Connection& connection, std::string_view number) const;

   private:
    [[nodiscard]] base::Result<Destruction> lockIn(records::Transaction& tx, std::string_view number,
                                                   const std::vector<DestructionStage>& stages) const;
    [[nodiscard]] base::Result<std::vector<SerialRange>> selected(records::Transaction& tx,
                                                                  const DestructionSelection& selection) const;
    [[nodiscard]] std::vector<base::Fault> faultsOfSelection(records::Transaction& tx,
                                                             const std::vector<SerialRange>& ranges) const;
    [[nodiscard]] std::vector<base::Fault> faultsOfExecution(const records::Author& author, const Destruction& found,
                                                             const Execution& execution) const;
    [[nodiscard]] base::Result<std::vector<Movement>> destroying(records::Transaction& tx,
                                                                 const std::vector<SerialRange>& ranges) const;
    void end(records::Transaction& tx, const records::Author& author, const std::string& number,
             DestructionStage outcome, const std::string& reason) const;
    void journal(records::Transaction& tx, const records::Author& author, std::string_view act,
                 const std::string& number, std::vector<std::pair<std::string, std::string>> facts) const;
    [[nodiscard]] base::Fault faultOf(base::FailureCode code, const SerialRange& range) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

/// Faults of people who are to take part: "destruction.too-few" (argument "part"), "destruction.bad-participant",
/// "destruction.participant-twice".
std::vector<base::Fault> faultsOf(const std::vector<Participant>& people, std::string_view part, std::size_t fewest);
/// Whether both are the same person, as far as anybody can tell by id or name.
bool isSame(const Participant& one, const Participant& other);

}  // namespace inventory
