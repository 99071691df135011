// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

namespace chip {

/// How far the chip's side of the access protocols has come since it was powered. From Secured on, a session stands.
enum class PiccState {
    Plain,
    ChallengeSent,
    PaceSelected,
    NonceSent,
    NonceMapped,
    KeysAgreed,
    Secured,
    ChipKeySelected,
    VerificationKeySet,
    TerminalKeySet,
    TerminalChallengeSent,
};
inline constexpr std::size_t kPiccStates = 11;

/// The commands of the access protocols as the chip tells them apart.
enum class PiccCommand {
    GetChallenge,
    ExternalAuthenticate,
    SetAuthenticationTemplate,
    GetNonce,
    MapNonce,
    AgreeKeys,
    AuthenticateMutually,
    SetChipKey,               ///< chip authentication, MSE:Set AT
    AgreeOnChipKey,           ///< chip authentication, GENERAL AUTHENTICATE
    SetKeyAgreementTemplate,  ///< chip authentication, MSE:Set KAT
    SetVerificationKey,       ///< terminal authentication from here on
    VerifyCertificate,
    SetTerminalKey,
    GetTerminalChallenge,
    AuthenticateTerminal,
};
inline constexpr std::size_t kPiccCommands = 15;

/// The state after the command succeeded; nothing where the chip answers 6985.
std::optional<PiccState> after(PiccState state, PiccCommand command);

/// The state after a command that failed: Plain before a session, Secured within one (9303-11 6.2.2, 7.1.3).
PiccState afterFailure(PiccState state);

}  // namespace chip
