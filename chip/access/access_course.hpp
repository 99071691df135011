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
    InternalAuthenticate,     ///< active authentication, 6.1
    SetChipKey,               ///< chip authentication MSE:Set AT, 6.2.4.2
    AgreeWithChip,            ///< chip authentication GENERAL AUTHENTICATE, 6.2.4.2
    SetKeyAgreementTemplate,  ///< chip authentication MSE:Set KAT, 6.2.4.1
    SetVerificationKey,       ///< terminal authentication MSE:Set DST, 7.1.5.1
    VerifyCertificate,        ///< PSO:Verify Certificate, 7.1.5.2
    SetTerminalKey,           ///< MSE:Set AT, 7.1.5.3
    GetTerminalChallenge,     ///< GET CHALLENGE, 7.1.5.4
    AuthenticateTerminal,     ///< EXTERNAL AUTHENTICATE, 7.1.5.5
};
inline constexpr std::size_t kExchanges = 20;

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
