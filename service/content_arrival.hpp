// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "service/wire.hpp"

namespace service {

/// The body of one PUT of content: passes on what comes in pieces, so that no more than one of them is held, and stops
/// where nobody wants the rest.
class ContentArrival {
   public:
    /// `patience` is for a client that has yet to become fast enough.
    ContentArrival(contract::Office& office, contract::Credentials credentials, std::string sha256,
                   const wire::PartRange& range, std::chrono::seconds patience);

    /// Whether more is wanted.
    bool take(std::string_view octets);
    /// Passes on what is left, and says what came of the whole. Throws what the office throws.
    wire::Reply end();
    [[nodiscard]] std::int64_t arrived() const { return m_arrived; }

   private:
    void passOn();
    [[nodiscard]] bool isTooSlow() const;

    contract::Office& m_office;
    const contract::Credentials m_credentials;
    const std::string m_sha256;
    const std::int64_t m_size;
    const std::chrono::seconds m_patience;
    const std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
    std::int64_t m_offset;  ///< where the piece belongs
    std::size_t m_came = 0;
    std::int64_t m_arrived = 0;
    base::Bytes m_piece;
    bool m_passed = false;
    base::Outcome m_outcome{};
};

}  // namespace service
