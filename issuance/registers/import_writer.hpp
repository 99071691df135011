// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "issuance/registers/register_lines.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// Writes the lines of one import into the books in batches, inside a transaction, in memory that does not grow with
/// them. Lines of one person that are not too far apart share a row of register_person; others do not, which a search
/// brings together. Where neither day of birth nor document tells a person from another of the name, each line is a
/// person of its own.
class ImportWriter {
   public:
    ImportWriter(records::Connection& connection, std::int64_t import);

    void add(RegisterLine& line);
    /// The rest, and the keys in their order, so that they lie side by side.
    void finish();
    [[nodiscard]] std::int64_t rows() const { return m_rows; }
    [[nodiscard]] std::int64_t quarantined() const { return m_quarantined; }
    /// Faults of the first bad lines, where = "line N, column".
    [[nodiscard]] const std::vector<base::Fault>& firstFaults() const { return m_firstFaults; }

   private:
    [[nodiscard]] std::int64_t personOf(const PersonFound& person);
    void quarantine(RegisterLine& line);
    void write();
    void writeKeys();

    records::Connection& m_connection;
    std::int64_t m_import;
    std::int64_t m_rows = 0;
    std::int64_t m_quarantined = 0;
    std::int64_t m_persons = 0;
    std::unordered_map<std::string, std::int64_t> m_known;  ///< persons met lately
    std::vector<records::Values> m_newPersons;
    std::vector<records::Values> m_newRows;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_newKeys;  ///< key and person
    std::vector<records::Values> m_badLines;
    std::vector<base::Fault> m_firstFaults;
};

/// The values of a line as register_row keeps them, and back.
std::string joinedFields(const std::vector<std::string>& values);
std::vector<std::string> partedFields(std::string_view fields);

}  // namespace issuance
