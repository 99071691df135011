// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/secret_form.hpp"
#include "chip/simulator/chip_memory.hpp"

namespace chip {

/// Reads a secret in the form that the chip's manual states and keeps it for the access protocols. A status word.
std::uint16_t keepSecretInForm(ChipMemory& memory, SecretKind kind, SecretForm form, base::BytesView octets);

}  // namespace chip
