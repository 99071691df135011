// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/secure_messaging.hpp"
#include "chip/apdu/apdu.hpp"
#include "chip/simulator/chip_agreement_key.hpp"

namespace chip {

/// What a key agreement leaves: the keys for the commands to come, and Comp(PKDH,IFD).
struct AgreedKeys {
    SessionKeys keys;
    base::Bytes terminalKey;
};

/// The chip's side of chip authentication version 1 (9303-11 6.2). Status words where the terminal is wrong.
class PiccChipAuthentication {
   public:
    explicit PiccChipAuthentication(const ChipMemory& memory) : m_memory(memory) {}

    /// MSE:Set AT: 80 protocol, 84 key identifier. The status word.
    std::uint16_t setKey(base::BytesView data);
    /// GENERAL AUTHENTICATE: 7C { 80 key }, after setKey. Nothing for what is no key in the group.
    std::optional<AgreedKeys> agree(base::BytesView data);
    /// MSE:Set KAT with 3DES: 91 key, 84 key identifier.
    std::optional<AgreedKeys> setKeyAgreementTemplate(base::BytesView data) const;

   private:
    struct Selected {
        CipherSuite suite = CipherSuite::Aes128;
        ChipAgreementKey key;
    };

    const ChipMemory& m_memory;
    std::optional<Selected> m_selected;
};

}  // namespace chip
