// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/apdu/status.hpp"
#include "chip/simulator/chip_signer.hpp"
#include "chip/simulator/picc_keys.hpp"
#include "chip/simulator/secret_names.hpp"

namespace chip {
namespace {

constexpr std::size_t kChallenge = 8;

}  // namespace

Response internalAuthenticate(const ChipMemory& memory, const Command& command, base::DigestAlgorithm digest,
                              RandomSource& random) {
    if (memory.life != ChipLife::Locked) return {{}, status::kConditionsNotSatisfied};
    if (command.data.size() != kChallenge || !command.expected) return {{}, status::kWrongLength};
    if (const auto* key = memory.secret(secret_name::kActiveAuthentication))
        return {signEcdsa(key->reveal(), command.data)};
    const auto* modulus = memory.secret(secret_name::kRsaModulus);
    const auto* exponent = memory.secret(secret_name::kRsaExponent);
    if (modulus == nullptr || exponent == nullptr) return {{}, status::kReferencedDataNotFound};
    return {signRsa({modulus->reveal(), exponent->reveal()}, command.data, digest, random)};
}

}  // namespace chip
