// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/random_source.hpp"
#include "chip/simulator/chip_product.hpp"
#include "chip/simulator/picc_files.hpp"

namespace chip {

/// The chip's side of GlobalPlatform: a secure channel, INSTALL [for personalization], STORE DATA, SET STATUS.
class PiccGlobalPlatform {
   public:
    PiccGlobalPlatform(ChipMemory& memory, std::shared_ptr<const ChipProduct> product, RandomSource& random)
        : m_memory(memory), m_product(std::move(product)), m_random(random) {}

    /// The channel is gone, and what stood half in its blocks.
    void abort();
    /// Whether the command is of this dialect's classes.
    static bool isMeant(const Command& command) { return (command.cla & 0xFB) == 0x80; }
    Response process(const Command& command);
    /// SELECT of the security domain; nothing for other names.
    std::optional<Response> select(const Command& command);

   private:
    Response initializeUpdate(const Command& command);
    Response externalAuthenticate(const Command& command);
    Response carryOut(const Command& command);
    Response install(const Command& command);
    Response storeData(const Command& command);
    Response setStatus(const Command& command);
    std::uint16_t takeGroups();
    std::uint16_t takeEncrypted(base::BytesView block);
    std::uint16_t take(std::uint16_t identifier, base::BytesView value, bool encrypted);
    std::uint16_t createFiles(base::BytesView list);
    std::uint16_t fill(ChipMemory::FileKey key, base::BytesView value);
    [[nodiscard]] ScpKeySet ownKeys() const;
    [[nodiscard]] base::Bytes diversificationData() const;
    [[nodiscard]] const GlobalPlatformRules& rules() const { return *m_product->platform; }

    ChipMemory& m_memory;
    std::shared_ptr<const ChipProduct> m_product;
    RandomSource& m_random;
    std::unique_ptr<SecureChannel> m_channel;
    bool m_authenticated = false, m_installed = false, m_complete = false;
    base::SecretBytes m_pending;  ///< of a group that is not whole yet
    std::uint8_t m_nextBlock = 0;
};

}  // namespace chip
