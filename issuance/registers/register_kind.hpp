// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace issuance {

/// What a column of a register holds.
enum class ColumnType { Text, Date, Time, Word };

/// One value of a register's lines, besides those of the person.
struct RegisterColumn {
    std::string name;
    ColumnType type = ColumnType::Text;
    bool required = false;
    std::vector<std::string> words;  ///< that it may hold; empty: any text
};

/// A register that is imported: its name and its columns (docs/formats/registers.md).
struct RegisterKind {
    std::string name;
    std::vector<RegisterColumn> columns;
    std::vector<std::string> order;  ///< columns by which a person's lines are sorted
};

/// "movimientos", "residencias", "visas", "alertas".
const std::vector<RegisterKind>& importedRegisters();
/// Nothing where there is none of the name.
const RegisterKind* importedRegister(std::string_view name);

/// The house's own documents, which need no import.
inline constexpr std::string_view kOwnDocuments = "documentos";

}  // namespace issuance
