// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "issuance/confidential/confidential_keys.hpp"
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
    OwnDocuments(const KindNames& kinds, const ConfidentialKeys& confidential, base::Date today)
        : m_kinds(kinds), m_confidential(confidential), m_today(today) {}
    [[nodiscard]] std::string name() const override;
    /// "propio": it is as the diligence's own moment has it.
    [[nodiscard]] std::string version(records::Connection& connection) const override;
    [[nodiscard]] Found search(records::Connection& connection, const PersonSought& sought) const override;
    [[nodiscard]] std::vector<RegisterRow> rows(records::Connection& connection,
                                                const PersonInRegister& person) const override;

   private:
    [[nodiscard]] RegisterRow rowFrom(const records::Row& row, const PersonFound& person) const;
    const KindNames& m_kinds;
    const ConfidentialKeys& m_confidential;
    base::Date m_today;
};

/// A document that the book was just given.
struct NewDocument {
    std::string id;
    std::string number;
    std::string order;
};

/// Makes a document findable by its holder. Where its order is confidential, the holder is sealed, and the keys by
/// which he is found tell nobody a name.
void noteHolder(records::Transaction& transaction, const records::Author& author, const ConfidentialKeys& confidential,
                const NewDocument& document, const Holder& holder);

/// Makes the documents findable that were in the books before they had keys, some at a time; nothing to do ever after.
/// Several programs may do so at once.
void keyOlderDocuments(records::Database& database, const OrderBook& orders, const ConfidentialKeys& confidential);

}  // namespace issuance
