// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/chip_life.hpp"

#include <gtest/gtest.h>

#include <map>

#include "chip/simulator/picc_state.hpp"

namespace chip {
namespace {

TEST(ChipLife, GoesForwardOnly) {
    using enum ChipLife;
    using enum LifeEvent;
    const std::map<std::pair<ChipLife, LifeEvent>, ChipLife> expected = {
        {{Blank, Write}, Personalising},
        {{Personalising, Write}, Personalising},
        {{Personalising, FinishPersonalisation}, Personalised},
        {{Personalising, Lock}, Locked},
        {{Personalised, Lock}, Locked},
    };
    for (std::size_t life = 0; life < kChipLives; ++life)
        for (std::size_t event = 0; event < kLifeEvents; ++event) {
            const std::pair key{static_cast<ChipLife>(life), static_cast<LifeEvent>(event)};
            const auto found = expected.find(key);
            const auto next = after(key.first, key.second);
            const auto wanted = found == expected.end() ? std::optional<ChipLife>{} : std::optional{found->second};
            EXPECT_EQ(next, wanted) << life << " " << event;
        }
}

TEST(PiccState, FollowsTheAccessProtocols) {
    using enum PiccState;
    using enum PiccCommand;
    std::map<std::pair<PiccState, PiccCommand>, PiccState> expected = {
        {{ChallengeSent, ExternalAuthenticate}, Secured},
        {{PaceSelected, PiccCommand::GetNonce}, NonceSent},
        {{NonceSent, PiccCommand::MapNonce}, PiccState::NonceMapped},
        {{PiccState::NonceMapped, AgreeKeys}, KeysAgreed},
        {{KeysAgreed, AuthenticateMutually}, Secured},
        {{Secured, SetChipKey}, ChipKeySelected},
        {{ChipKeySelected, SetChipKey}, ChipKeySelected},
        {{ChipKeySelected, AgreeOnChipKey}, Secured},
        {{Secured, SetKeyAgreementTemplate}, Secured},
        {{ChipKeySelected, SetKeyAgreementTemplate}, Secured},
        {{Secured, SetVerificationKey}, VerificationKeySet},
        {{VerificationKeySet, SetVerificationKey}, VerificationKeySet},
        {{VerificationKeySet, VerifyCertificate}, Secured},
        {{TerminalKeySet, SetVerificationKey}, VerificationKeySet},
        {{Secured, SetTerminalKey}, TerminalKeySet},
        {{TerminalKeySet, SetTerminalKey}, TerminalKeySet},
        {{TerminalKeySet, GetTerminalChallenge}, TerminalChallengeSent},
        {{TerminalChallengeSent, GetTerminalChallenge}, TerminalChallengeSent},
        {{TerminalChallengeSent, AuthenticateTerminal}, Secured},
    };
    for (const auto state : {Plain, ChallengeSent, PaceSelected}) expected[{state, GetChallenge}] = ChallengeSent;
    for (const auto state : {Plain, ChallengeSent, PaceSelected, NonceSent, PiccState::NonceMapped, KeysAgreed})
        expected[{state, SetAuthenticationTemplate}] = PaceSelected;
    for (std::size_t state = 0; state < kPiccStates; ++state)
        for (std::size_t command = 0; command < kPiccCommands; ++command) {
            const std::pair key{static_cast<PiccState>(state), static_cast<PiccCommand>(command)};
            const auto found = expected.find(key);
            const auto next = after(key.first, key.second);
            const auto wanted = found == expected.end() ? std::optional<PiccState>{} : std::optional{found->second};
            EXPECT_EQ(next, wanted) << state << " " << command;
        }
}

TEST(PiccState, FallsBackToTheSessionThatStood) {
    for (std::size_t state = 0; state < kPiccStates; ++state) {
        const auto from = static_cast<PiccState>(state);
        EXPECT_EQ(afterFailure(from), from < PiccState::Secured ? PiccState::Plain : PiccState::Secured) << state;
    }
}

}  // namespace
}  // namespace chip
