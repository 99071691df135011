// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"
#include "signing/keys/key_store.hpp"

namespace issuance {

/// What people have besides their password: a generator of one-time codes (TOTP, RFC 6238: SHA-1, 6 digits, 30 s),
/// whose secret lies wrapped by the house's key. Control 16.
class FactorBook {
   public:
    FactorBook(const signing::KeyStore& keys, signing::KeyId wrappingKey, const base::Clock& clock)
        : m_keys(keys), m_wrappingKey(std::move(wrappingKey)), m_clock(clock) {}

    /// The author's own, in the place of one before; `secret` is in base 32 (RFC 4648) and has at least 20 octets (RFC
    /// 4226, R6); `code` proves that the generator has it. Refuses "people.bad-factor-secret", "people.wrong-code".
    base::Outcome enrol(records::Transaction& transaction, const records::Author& author,
                        const base::SecretBytes& secret, std::string_view code) const;
    /// Refuses "people.no-factor".
    base::Outcome remove(records::Transaction& transaction, const records::Author& author,
                         const records::OperatorId& person, const std::string& reason) const;

    /// Whether whoever logs in has shown more than a password: false for people without a generator. A code is taken
    /// once, and a period before or after its own; the log-in holds the person's row meanwhile. Refuses
    /// "people.code-needed", "people.wrong-code".
    base::Result<bool> check(records::Transaction& transaction, const records::OperatorId& person,
                             std::string_view code) const;

   private:
    const signing::KeyStore& m_keys;
    signing::KeyId m_wrappingKey;
    const base::Clock& m_clock;
};

}  // namespace issuance
