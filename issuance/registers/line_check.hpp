// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "issuance/registers/register_lines.hpp"

namespace issuance {

/// Columns of every register, which say who the line is about.
inline constexpr std::string_view kSurnames = "apellidos";
inline constexpr std::string_view kGivenNames = "nombres";
inline constexpr std::string_view kBorn = "nacimiento";
inline constexpr std::string_view kNationality = "nacionalidad";
inline constexpr std::string_view kDocument = "documento";

/// Judges the fields of one line and makes its person and its values of them.
class LineCheck {
   public:
    explicit LineCheck(const RegisterKind& kind);

    /// Every column that a line may have, in the order in which `check` takes the fields.
    [[nodiscard]] const std::vector<std::string>& columns() const { return m_columns; }
    /// Where a column's field goes, by its name in any case and with or without accents; nothing: there is no such.
    [[nodiscard]] const std::size_t* find(std::string_view column) const;
    /// Columns that a file must have and does not.
    [[nodiscard]] std::vector<base::Fault> missing(const std::vector<bool>& present) const;
    /// Fields in the order of `columns`, in UTF-8 or what should be: fills person and values and adds the faults.
    void check(const std::vector<std::string>& fields, RegisterLine& line) const;

   private:
    void checkPerson(const std::vector<std::string>& fields, RegisterLine& line) const;
    const RegisterKind& m_kind;
    std::vector<std::string> m_columns;
    std::map<std::string, std::size_t, std::less<>> m_places;  ///< by folded name
    std::vector<std::size_t> m_values;                         ///< of each of the kind's columns among the fields
};

}  // namespace issuance
