// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "chip/simulator/picc_files.hpp"
#include "chip/simulator/picc_pace.hpp"
#include "chip/simulator/picc_state.hpp"

namespace chip {

/// The chip's side of BAC and PACE and of the session that either leaves behind.
class PiccAccess {
   public:
    PiccAccess(ChipMemory& memory, RandomSource& random) : m_memory(memory), m_random(random) {}

    /// The session's keys are gone.
    void abort();
    [[nodiscard]] Opened opened() const { return m_state == PiccState::Secured ? Opened::Yes : Opened::No; }
    /// Only while opened.
    [[nodiscard]] SecureMessaging& messaging() { return *m_messaging; }

    Response getChallenge(const Command& command);
    Response externalAuthenticate(const Command& command);
    Response setAuthenticationTemplate(const Command& command);
    Response generalAuthenticate(const Command& command);

   private:
    /// Enters the state after a command that went well.
    Response succeed(PiccCommand command, base::Bytes data);
    Response fail(std::uint16_t status);
    [[nodiscard]] bool allowed(PiccCommand command) const;
    [[nodiscard]] std::optional<PaceInfo> announced(base::BytesView protocol, base::BytesView parameters) const;
    base::Result<base::Bytes> runPace(PiccCommand command, base::BytesView value);

    ChipMemory& m_memory;
    RandomSource& m_random;
    PiccState m_state = PiccState::Plain;
    base::Bytes m_challenge;
    std::optional<PiccPace> m_pace;
    std::optional<SecureMessaging> m_messaging;
};

}  // namespace chip
