// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_state.hpp"

namespace chip {
namespace {

using enum PiccState;
using enum PiccCommand;

struct Row {
    PiccState from;
    PiccCommand command;
    PiccState to;
};

/// Both protocols may be begun anew until one of them is through; a secured session ends only with itself.
constexpr Row kTable[] = {
    {Plain, GetChallenge, ChallengeSent},
    {Plain, SetAuthenticationTemplate, PaceSelected},
    {ChallengeSent, GetChallenge, ChallengeSent},
    {ChallengeSent, ExternalAuthenticate, Secured},
    {ChallengeSent, SetAuthenticationTemplate, PaceSelected},
    {PaceSelected, GetChallenge, ChallengeSent},
    {PaceSelected, SetAuthenticationTemplate, PaceSelected},
    {PaceSelected, GetNonce, NonceSent},
    {NonceSent, SetAuthenticationTemplate, PaceSelected},
    {NonceSent, MapNonce, NonceMapped},
    {NonceMapped, SetAuthenticationTemplate, PaceSelected},
    {NonceMapped, AgreeKeys, KeysAgreed},
    {KeysAgreed, SetAuthenticationTemplate, PaceSelected},
    {KeysAgreed, AuthenticateMutually, Secured},
};

}  // namespace

std::optional<PiccState> after(PiccState state, PiccCommand command) {
    for (const auto& row : kTable)
        if (row.from == state && row.command == command) return row.to;
    return {};
}

}  // namespace chip
