// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/secure_channel.hpp"

#include "chip/personalization/scp02.hpp"
#include "chip/personalization/scp03.hpp"

namespace chip {

std::unique_ptr<SecureChannel> openChannel(ScpProtocol protocol, const ScpKeySet& keys,
                                           const ScpChallenges& challenges) {
    if (isScp03(protocol)) return std::make_unique<Scp03>(keys, challenges, macSizeOf(protocol));
    return std::make_unique<Scp02>(keys, challenges);
}

std::size_t macSizeOf(ScpProtocol protocol) { return protocol == ScpProtocol::Scp03S16 ? 16 : 8; }

std::size_t plainRoom(ScpProtocol protocol, std::uint8_t level, std::size_t room) {
    const std::size_t left = room > macSizeOf(protocol) ? room - macSizeOf(protocol) : 0;
    if ((level & security_level::kCommandEncryption) == 0) return left;
    const std::size_t block = isScp03(protocol) ? 16 : 8;
    return left < block ? 0 : left / block * block - 1;
}

}  // namespace chip
