// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace chip {

/// The exchanges of an inspection system with a chip, as 9303-11 names them.
enum class Exchange {
    Reset,
    ReadCardAccess,
    SelectApplication,
    GetChallenge,               ///< BAC, 4.3.4.1
    ExternalAuthenticate,       ///< BAC, 4.3.4.2
    SetAuthenticationTemplate,  ///< PACE MSE:Set AT, 4.4.4.1
    GetNonce,                   ///< PACE step 1
    MapNonce,                   ///< PACE step 2
    PerformKeyAgreement,        ///< PACE step 3
    MutualAuthentication,       ///< PACE step 4
    ReadFile,
    InternalAuthenticate,  ///< active authentication, 6.1
};
inline constexpr std::size_t kExchanges = 12;

std::string_view nameOf(Exchange exchange);

/// Whether an exchange may come right after another one of the same session.
bool mayFollow(Exchange previous, Exchange next);

/// Where a session stands. Each function that talks to the chip enters its exchange first.
class AccessCourse {
   public:
    /// Throws Failure "access.out-of-order" and stays where it was.
    void enter(Exchange next);
    [[nodiscard]] Exchange last() const { return m_last; }

   private:
    Exchange m_last = Exchange::Reset;
};

}  // namespace chip
