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

/// BAC and PACE may be begun anew until one of them is through; then only chip and terminal authentication follow.
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
    {Secured, SetChipKey, ChipKeySelected},
    {Secured, SetKeyAgreementTemplate, Secured},
    {Secured, SetVerificationKey, VerificationKeySet},
    {Secured, SetTerminalKey, TerminalKeySet},
    {ChipKeySelected, SetChipKey, ChipKeySelected},
    {ChipKeySelected, AgreeOnChipKey, Secured},
    {ChipKeySelected, SetKeyAgreementTemplate, Secured},
    {VerificationKeySet, SetVerificationKey, VerificationKeySet},
    {VerificationKeySet, VerifyCertificate, Secured},
    {TerminalKeySet, SetVerificationKey, VerificationKeySet},
    {TerminalKeySet, SetTerminalKey, TerminalKeySet},
    {TerminalKeySet, GetTerminalChallenge, TerminalChallengeSent},
    {TerminalChallengeSent, GetTerminalChallenge, TerminalChallengeSent},
    {TerminalChallengeSent, AuthenticateTerminal, Secured},
};

}  // namespace

std::optional<PiccState> after(PiccState state, PiccCommand command) {
    for (const auto& row : kTable)
        if (row.from == state && row.command == command) return row.to;
    return {};
}

PiccState afterFailure(PiccState state) { return state < Secured ? Plain : Secured; }

}  // namespace chip
