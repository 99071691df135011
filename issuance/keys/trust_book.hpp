// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include "chip/inspection/trust_material.hpp"
#include "issuance/keys/list_book.hpp"

namespace issuance {

/// What our own documents are checked against: all country signers and links of the book and the last revocation list,
/// as they stand now, whichever process changed them. May be asked by several threads.
class TrustBook {
   public:
    TrustBook(const KeyBook& book, const ListBook& lists) : m_book(book), m_lists(lists) {}
    [[nodiscard]] std::shared_ptr<const chip::TrustMaterial> now(records::Connection& connection) const;

   private:
    const KeyBook& m_book;
    const ListBook& m_lists;
    mutable std::mutex m_guard;
    mutable std::int64_t m_changes = -1;
    mutable std::shared_ptr<const chip::TrustMaterial> m_material;
};

}  // namespace issuance
