// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/document/holder.hpp"
#include "issuance/registers/register.hpp"

namespace issuance {

/// The documents that this house made, as they stand now: a register that needs no import.
class OwnDocuments : public Register {
   public:
    [[nodiscard]] std::string name() const override;
    /// "propio": it is as the diligence's own moment has it.
    [[nodiscard]] std::string version(records::Connection& connection) const override;
    [[nodiscard]] Found search(records::Connection& connection, const PersonSought& sought) const override;
    [[nodiscard]] std::vector<RegisterRow> rows(records::Connection& connection,
                                                const PersonInRegister& person) const override;
};

/// Makes a document that the book was just given findable by its holder.
void noteHolder(records::Transaction& transaction, const std::string& document, const std::string& number,
                const Holder& holder);

}  // namespace issuance
