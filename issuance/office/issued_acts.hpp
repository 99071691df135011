// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/house.hpp"
#include "issuance/verification/judgement_by_books.hpp"
#include "issuance/verification/verification_trust.hpp"

namespace issuance {

/// What the house wrote, certificates and papers, as its books have it.
class BooksOfActs final : public IssuedActs {
   public:
    BooksOfActs(const House& house, records::Connection& connection) : m_house(house), m_connection(connection) {}
    [[nodiscard]] std::optional<IssuedAct> find(const std::string& number) const override;
    [[nodiscard]] bool wrote(const std::string& number, base::BytesView file) const override;

   private:
    const House& m_house;
    records::Connection& m_connection;
};

/// Whose word the house takes: its own authority, its country signers and seal signers. Revocation lists are not among
/// it: what the house wrote, its books know octet by octet, also by keys that have ended since.
VerificationTrust trustOf(const House& house, records::Connection& connection);

}  // namespace issuance
