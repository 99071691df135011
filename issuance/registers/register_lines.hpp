// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "issuance/registers/register_kind.hpp"
#include "issuance/registers/register_row.hpp"

namespace issuance {

/// One line of a register's file: the person and the values in the kind's order, or what is wrong with it.
struct RegisterLine {
    std::int64_t line = 0;
    PersonFound person;
    std::vector<std::string> values;  ///< empty ones included
    std::vector<base::Fault> faults;  ///< where = the column; empty: the line is good
    std::string text;                 ///< as it came, in UTF-8, cut after 500 characters; only of a line with faults
};

/// The lines of a register's file, one by one.
class RegisterLines {
   public:
    virtual ~RegisterLines() = default;
    /// How it is read: "xml", "csv utf-8 ;", "csv latin-1 ,".
    [[nodiscard]] virtual std::string form() const = 0;
    /// Goes to the next line and fills it, whose memory it takes; false where there is none.
    virtual bool next(RegisterLine& line) = 0;
};

/// Opens a file of a register (docs/formats/registers.md): CSV, in memory that does not grow with it, or XML of at most
/// 64 MiB. The stream outlives the lines and can be rewound. `encoding` as ImportOrder has it. Refuses
/// "register.not-text", "register.unknown-encoding", "register.column-missing", "register.column-unknown",
/// "register.column-twice", all of the columns' faults at once, "register.xml-other", and what XML refuses.
base::Result<std::unique_ptr<RegisterLines>> readRegister(std::istream& stream, const RegisterKind& kind,
                                                          std::string_view encoding);

}  // namespace issuance
