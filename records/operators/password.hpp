// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/secret_bytes.hpp"

namespace records {

/// What one hash costs; the default is RFC 9106's second recommended set (64 MiB, 3 passes, 4 lanes).
struct PasswordCost {
    std::uint32_t kibibytes = 64 * 1024;
    std::uint32_t passes = 3;
    std::uint32_t lanes = 4;
};

/// Passwords as Argon2id keeps them. The encoded text carries salt and cost, so the cost may change from one day to the
/// next without harm to those already kept.
class Passwords {
   public:
    explicit Passwords(PasswordCost cost = {}, std::size_t leastCharacters = 12)
        : m_cost(cost), m_leastCharacters(leastCharacters) {}

    /// Refuses "people.password-too-short" (counted in characters of UTF-8), "people.password-too-long" (over 1024
    /// octets) and "people.password-is-user-name".
    [[nodiscard]] base::Outcome check(const base::SecretBytes& password, std::string_view userName) const;
    /// "$argon2id$v=19$m=…" with a fresh salt of 16 octets.
    [[nodiscard]] std::string hash(const base::SecretBytes& password) const;
    /// Throws "people.password-record-broken" where the stored text is no such hash.
    [[nodiscard]] bool matches(const std::string& encoded, const base::SecretBytes& password) const;
    /// Takes the time of `matches`, so that a log-in does not tell by its time whether the user exists.
    void pretendToMatch(const base::SecretBytes& password) const;

   private:
    PasswordCost m_cost;
    std::size_t m_leastCharacters;
};

}  // namespace records
