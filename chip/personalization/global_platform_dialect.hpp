// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/random_source.hpp"
#include "chip/personalization/dialect.hpp"
#include "chip/personalization/store_data.hpp"

namespace chip {

/// Chips that are written through a secure channel (docs/formats/chip-dialect-globalplatform.md): INITIALIZE UPDATE,
/// EXTERNAL AUTHENTICATE, INSTALL [for personalization], STORE DATA in data groupings, SET STATUS as the lock.
class GlobalPlatformDialect final : public Dialect {
   public:
    /// The profile has rules for GlobalPlatform.
    GlobalPlatformDialect(const ChipProfile& profile, std::size_t chunk, RandomSource& random = systemRandom())
        : m_profile(profile), m_rules(*profile.globalPlatform), m_chunk(chunk), m_random(random) {}

    /// Refuses "personalization.channel-differs" as well, where the chip speaks another protocol than the profile says.
    [[nodiscard]] base::Result<std::unique_ptr<WritingChannel>> open(Card& card,
                                                                     const TransportKeys& keys) const override;
    [[nodiscard]] std::vector<base::Fault> faultsOf(const ChipContent& content) const override;
    [[nodiscard]] std::vector<ChipStep> compose(const ChipContent& content) const override;

   private:
    [[nodiscard]] std::vector<DataGroup> groupsOf(const ChipContent& content) const;
    [[nodiscard]] std::size_t room() const { return plainRoom(m_rules.protocol, m_rules.level, m_chunk); }

    const ChipProfile& m_profile;
    const GlobalPlatformRules& m_rules;
    std::size_t m_chunk;
    RandomSource& m_random;
};

}  // namespace chip
