// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

namespace chip {

/// How far the chip's side of an access protocol has come since it was powered.
enum class PiccState { Plain, ChallengeSent, PaceSelected, NonceSent, NonceMapped, KeysAgreed, Secured };
inline constexpr std::size_t kPiccStates = 7;

/// The commands of the access protocols as the chip tells them apart.
enum class PiccCommand {
    GetChallenge,
    ExternalAuthenticate,
    SetAuthenticationTemplate,
    GetNonce,
    MapNonce,
    AgreeKeys,
    AuthenticateMutually,
};
inline constexpr std::size_t kPiccCommands = 7;

/// The state after the command succeeded; nothing where the chip answers 6985. A command that fails leads to Plain.
std::optional<PiccState> after(PiccState state, PiccCommand command);

}  // namespace chip
