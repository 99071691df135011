// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "issuance/registers/register_book.hpp"

namespace issuance {

/// What a person decided of a candidate.
enum class IdentityVerdict { Undecided, Same, Namesake };
std::string_view nameOf(IdentityVerdict verdict);  ///< "undecided", "same", "namesake"

struct DecidedCandidate {
    std::int64_t position = 0;  ///< from 1
    Candidate candidate;
    IdentityVerdict verdict = IdentityVerdict::Undecided;
    std::string reason;
    std::string decidedAt;
    std::string decidedBy;
};

/// A search whose answer was decided by people: what was asked of which versions of which registers, who was shown, who
/// is the same person and who only bears the name. Nothing of it is ever changed.
struct Diligence {
    std::string number;  ///< "DIL-2026-000012"
    PersonSought sought;
    std::vector<std::pair<std::string, std::string>> versions;  ///< of each register asked, by name
    bool more = false;                                          ///< the answer was cut
    bool withheld = false;                                      ///< somebody confidential was found and not shown
    bool confidential = false;                                  ///< of somebody who is: kept sealed
    std::string openedAt;
    std::string openedBy;
    std::string concludedAt;  ///< empty as long as somebody is undecided
    std::string concludedBy;
    std::vector<DecidedCandidate> candidates;

    [[nodiscard]] bool isConcluded() const { return !concludedAt.empty(); }
    [[nodiscard]] bool asked(const std::string& registerName) const;
    /// Who was decided to be the person sought, in one register.
    [[nodiscard]] std::vector<PersonInRegister> samePersons(const std::string& registerName) const;
    [[nodiscard]] bool hadNamesakes() const;
};

/// The diligences of the house. Changes take the caller's transaction and append to the journal.
class Diligences {
   public:
    Diligences(const RegisterBook& registers, const ConfidentialKeys& confidential, const base::Clock& clock)
        : m_registers(registers), m_confidential(confidential), m_clock(clock) {}

    /// How a search is made: by whom, and whether it is sealed whoever is found.
    struct Manner {
        NeedToKnow needToKnow = NeedToKnow::No;
        bool confidential = false;
    };
    /// Searches and records who was found, under the next number of the year; sealed where that is asked for, or
    /// somebody of them is confidential. Refuses what a search refuses.
    [[nodiscard]] base::Result<Diligence> open(records::Transaction& transaction, const records::Author& author,
                                               const PersonSought& sought, const std::vector<std::string>& registers,
                                               const Manner& manner) const;
    /// Decides a candidate, once. Refuses "diligence.unknown", "diligence.no-such-candidate", "diligence.decided",
    /// "diligence.reason-missing", "diligence.concluded".
    [[nodiscard]] base::Outcome decide(records::Transaction& transaction, const records::Author& author,
                                       const std::string& number, std::int64_t position, IdentityVerdict verdict,
                                       const std::string& reason) const;
    /// Ends it: from now on it can be cited. Refuses "diligence.unknown", "diligence.concluded", "diligence.undecided",
    /// "diligence.cut" (the answer did not hold all who were found: ask more closely), "diligence.withheld" (somebody
    /// was not shown: who may see them asks anew).
    [[nodiscard]] base::Outcome conclude(records::Transaction& transaction, const records::Author& author,
                                         const std::string& number) const;
    /// Refuses "diligence.unknown".
    [[nodiscard]] base::Result<Diligence> find(records::Connection& connection, const std::string& number) const;
    /// The newest first, without candidates, at most so many.
    [[nodiscard]] std::vector<Diligence> list(records::Connection& connection, std::int64_t most = 1000) const;

    /// The lines of the person whom a concluded diligence found, in one of the registers that it asked, in its order:
    /// what a certificate states. Refuses "diligence.unknown", "diligence.not-concluded", "diligence.not-asked".
    [[nodiscard]] base::Result<std::vector<RegisterRow>> rowsOf(records::Connection& connection,
                                                                const std::string& number,
                                                                const std::string& registerName) const;

   private:
    const RegisterBook& m_registers;
    const ConfidentialKeys& m_confidential;
    const base::Clock& m_clock;
};

}  // namespace issuance
