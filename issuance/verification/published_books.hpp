// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "issuance/verification/judgement_by_books.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// What the public may know of a certificate that was issued.
struct PublishedCertificate {
    std::string number;
    std::string code;
    std::string type;
    std::string day;  ///< of issue, in Guatemala
    std::int64_t folios = 0;
    std::string annulled;  ///< the day in Guatemala; empty where it is in force
};

/// The books as the public page sees them: two views (issuance migration 20), read and never written. Any thread may
/// ask; a broken connection is made anew once. Throws what records::Connection throws.
class PublishedBooks final : public IssuedActs {
   public:
    explicit PublishedBooks(const std::string& address);

    /// Nothing for a code that no one has, and just so for what is no code.
    [[nodiscard]] std::optional<PublishedCertificate> ofCode(const std::string& typed) const;
    [[nodiscard]] std::optional<IssuedAct> find(const std::string& number) const override;
    [[nodiscard]] bool wrote(const std::string& number, base::BytesView file) const override;

   private:
    [[nodiscard]] records::Rows asked(std::string_view question, const std::string& value) const;
    [[nodiscard]] records::Rows askedOnce(std::string_view question, const std::string& value) const;

    std::unique_ptr<records::Database> m_database;
    mutable std::mutex m_guard;
    mutable std::vector<std::unique_ptr<records::Connection>> m_resting;
};

}  // namespace issuance
