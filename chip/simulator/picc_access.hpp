// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "chip/simulator/picc_chip_authentication.hpp"
#include "chip/simulator/picc_files.hpp"
#include "chip/simulator/picc_pace.hpp"
#include "chip/simulator/picc_state.hpp"
#include "chip/simulator/picc_terminal.hpp"

namespace chip {

/// The chip's side of BAC and PACE, of the session that either leaves behind, and of chip and terminal authentication
/// within it.
class PiccAccess {
   public:
    PiccAccess(ChipMemory& memory, RandomSource& random)
        : m_memory(memory), m_random(random), m_chip(memory), m_terminal(memory, random) {}

    /// The session's keys are gone, and what the terminal proved.
    void abort();
    [[nodiscard]] Standing standing() const { return {m_state >= PiccState::Secured, m_terminal.rights()}; }
    /// Only while a session stands.
    [[nodiscard]] SecureMessaging& messaging() { return *m_messaging; }
    /// After the answer was protected: the keys that chip authentication agreed on hold from here (9303-11 9.8.2).
    void changeKeys();

    Response getChallenge(const Command& command);
    Response externalAuthenticate(const Command& command);
    /// By P1-P2: PACE, chip authentication in two forms, terminal authentication in two steps.
    Response manageSecurityEnvironment(const Command& command);
    Response generalAuthenticate(const Command& command);
    Response verifyCertificate(const Command& command);

   private:
    /// Enters the state after a command that went well.
    Response succeed(PiccCommand command, base::Bytes data = {});
    Response fail(std::uint16_t status);
    [[nodiscard]] bool allowed(PiccCommand command) const;
    [[nodiscard]] std::optional<PaceInfo> announced(base::BytesView protocol, base::BytesView parameters) const;
    Response setAuthenticationTemplate(const Command& command);
    base::Result<base::Bytes> runPace(PiccCommand command, base::BytesView value);
    Response runPaceStep(const Command& command);
    base::Bytes endPace();
    Response authenticateTerminalMutually(const Command& command);
    Response agreeOnChipKey(const Command& command);
    Response authenticateTerminal(const Command& command);
    /// Runs a command whose whole outcome is a status word.
    template <class Run>
    Response run(PiccCommand command, Run run);
    Response keepForLater(PiccCommand command, std::optional<AgreedKeys> agreed, base::Bytes answer);

    ChipMemory& m_memory;
    RandomSource& m_random;
    PiccState m_state = PiccState::Plain;
    base::Bytes m_challenge;
    std::optional<PiccPace> m_pace;
    std::optional<SecureMessaging> m_messaging;
    PiccChipAuthentication m_chip;
    PiccTerminal m_terminal;
    base::Bytes m_chipIdentifier;        ///< IDIC of terminal authentication
    base::Bytes m_terminalKey;           ///< Comp(PKDH,IFD); empty before the chip was authenticated
    std::optional<AgreedKeys> m_agreed;  ///< not yet in use
};

}  // namespace chip
