// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/random_source.hpp"
#include "chip/apdu/apdu.hpp"
#include "chip/simulator/picc_trust.hpp"

namespace chip {

/// The chip's side of terminal authentication version 1 (9303-11 7.1), for one session. Every function gives the
/// status word, or the answer.
class PiccTerminal {
   public:
    PiccTerminal(ChipMemory& memory, RandomSource& random) : m_trust(memory), m_random(random) {}

    /// New session keys: what was proven under the old ones is void (7.1.3, note 1).
    void restart();
    /// The session ended: imported keys are gone as well.
    void forget();
    /// What the terminal proved to be allowed: bits of 9303-11 K.1.
    [[nodiscard]] std::uint8_t rights() const { return m_rights; }

    std::uint16_t setVerificationKey(base::BytesView data);
    std::uint16_t verifyCertificate(base::BytesView data);
    std::uint16_t setTerminalKey(base::BytesView data);
    Response getChallenge(const Command& command);
    /// `proven` is what the terminal signs around the challenge: IDIC before it, Comp(PKDH,IFD) after it.
    std::uint16_t authenticate(base::BytesView signature, base::BytesView chipIdentifier, base::BytesView terminalKey);

   private:
    [[nodiscard]] std::optional<CvTrustPoint> keyNamed(const std::string& holder) const;

    PiccTrust m_trust;
    RandomSource& m_random;
    std::optional<CvTrustPoint> m_imported;  ///< the last verifier's or terminal's key; gone with the power
    std::optional<CvTrustPoint> m_selected;  ///< by MSE:Set DST
    bool m_terminalSelected = false;         ///< by MSE:Set AT: the imported key
    base::Bytes m_challenge;
    std::uint8_t m_rights = 0;
    bool m_done = false;
};

}  // namespace chip
