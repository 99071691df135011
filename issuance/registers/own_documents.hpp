// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "issuance/document/holder.hpp"
#include "issuance/registers/register.hpp"

namespace issuance {

class OrderBook;

/// Names of kinds of documents in Spanish, by their ids.
using KindNames = std::map<std::string, std::string>;

/// The documents that this house issued, as they stand today: a register that needs no import. Whoever has only
/// documents on the line, or that were spoiled on it, is found, and has no lines.
class OwnDocuments : public Register {
   public:
    OwnDocuments(const KindNames& kinds, base::Date today) : m_kinds(kinds), m_today(today) {}
    [[nodiscard]] std::string name() const override;
    /// "propio": it is as the diligence's own moment has it.
    [[nodiscard]] std::string version(records::Connection& connection) const override;
    [[nodiscard]] Found search(records::Connection& connection, const PersonSought& sought) const override;
    [[nodiscard]] std::vector<RegisterRow> rows(records::Connection& connection,
                                                const PersonInRegister& person) const override;

   private:
    [[nodiscard]] RegisterRow rowFrom(const records::Row& row, const PersonFound& person) const;
    const KindNames& m_kinds;
    base::Date m_today;
};

/// Makes a document that the book was just given findable by its holder.
void noteHolder(records::Transaction& transaction, const std::string& document, const std::string& number,
                const Holder& holder);

/// Makes the documents findable that were in the books before they had keys, some at a time; nothing to do ever after.
/// Several programs may do so at once.
void keyOlderDocuments(records::Database& database, const OrderBook& orders);

}  // namespace issuance
