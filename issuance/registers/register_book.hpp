// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "issuance/registers/own_documents.hpp"
#include "issuance/registers/register_kind.hpp"
#include "records/author.hpp"
#include "records/content/content_store.hpp"

namespace issuance {

/// What is to be imported, and how it stands to what the source sent before: a whole register takes the place of all
/// that, an addition stands beside it.
struct ImportOrder {
    enum class Reach { Whole, Addition };
    std::string registerName;
    std::string source;  ///< who keeps it: "control-migratorio"
    Reach reach = Reach::Whole;
    std::string encoding = {};  ///< "utf-8" or "latin-1"; empty: seen from the file
};

/// One import, as the book keeps it.
struct ImportEntry {
    std::int64_t id = 0;
    std::string number;  ///< "REG-2026-000001"
    std::string registerName;
    std::string source;
    ImportOrder::Reach reach = ImportOrder::Reach::Whole;
    std::string form;     ///< how it was read: "xml", "csv utf-8 ;", "csv latin-1 ,"
    std::string content;  ///< SHA-256 of the file, its name in the store of contents
    std::string time;
    std::string person;
    std::int64_t rows = 0;
    std::int64_t quarantined = 0;  ///< lines that were left out
    bool current = false;          ///< whether a search sees it now
};

/// Why a line was left out; a line has as many of these as it has faults.
struct QuarantinedLine {
    std::int64_t line = 0;
    base::Fault fault;  ///< where = the column
    std::string text;   ///< the line, cut after 500 characters
};

/// What a search answers.
struct SearchAnswer {
    std::vector<Candidate> candidates;                          ///< the likeliest first
    std::vector<std::pair<std::string, std::string>> versions;  ///< of each register asked, by name
    bool more = false;      ///< there may be others: a name that many bear asks for the day of birth
    bool withheld = false;  ///< somebody is left out who is confidential
};

/// All registers that a diligence may ask: those that are imported, and the house's own documents.
class RegisterBook {
   public:
    static constexpr std::size_t kMostCandidates = 100;

    /// `kinds`: how certificates name the house's own documents.
    RegisterBook(const records::ContentStore& contents, const ConfidentialKeys& confidential, const base::Clock& clock,
                 KindNames kinds = {});

    /// Reads a file, keeps it, and keeps its good lines and its bad ones, in the caller's transaction, in memory that
    /// does not grow with it. Refuses "register.unknown", "register.source-missing", "register.not-text",
    /// "register.unknown-encoding", "register.encoding-unclear", "register.imported-already",
    /// "register.column-missing", "register.column-unknown", "register.column-twice", "register.nothing-good" with the
    /// first faults, "xml.…".
    [[nodiscard]] base::Result<ImportEntry> import(records::Transaction& transaction, const records::Author& author,
                                                   const ImportOrder& order, const std::filesystem::path& file) const;
    /// The newest first; all registers where none is named.
    [[nodiscard]] std::vector<ImportEntry> imports(records::Connection& connection,
                                                   const std::string& registerName = {}) const;
    /// Refuses "register.import-unknown".
    [[nodiscard]] base::Result<std::vector<QuarantinedLine>> quarantine(records::Connection& connection,
                                                                        const std::string& number) const;

    /// Who of these registers may be the one sought. `until`: as it would have been answered after that import. Refuses
    /// "register.unknown", "register.empty" (nothing was imported), "register.name-missing",
    /// "register.import-unknown".
    [[nodiscard]] base::Result<SearchAnswer> search(records::Connection& connection, const PersonSought& sought,
                                                    const std::vector<std::string>& registers, NeedToKnow needToKnow,
                                                    const std::string& until = {}) const;

    /// What a register holds now, as a diligence records it. Refuses "register.unknown".
    [[nodiscard]] base::Result<std::string> version(records::Connection& connection, const std::string& name) const;

    /// All lines of these persons in one register, in its order.
    [[nodiscard]] std::vector<RegisterRow> rowsOf(records::Connection& connection,
                                                  const std::vector<PersonInRegister>& persons,
                                                  const std::string& registerName) const;

   private:
    /// As it is after an import.
    [[nodiscard]] base::Result<std::unique_ptr<Register>> registerNamed(const std::string& name,
                                                                        std::int64_t until) const;
    const records::ContentStore& m_contents;
    const ConfidentialKeys& m_confidential;
    const base::Clock& m_clock;
    KindNames m_kinds;
};

}  // namespace issuance
