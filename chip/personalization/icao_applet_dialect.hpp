// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/dialect.hpp"

namespace chip {

/// The dialect of the public ICAO applets (docs/formats/chip-dialect-icao-applet.md): CREATE FILE, SELECT, UPDATE
/// BINARY and PUT DATA in the clear until the lock.
class IcaoAppletDialect final : public Dialect {
   public:
    IcaoAppletDialect(const ChipProfile& profile, std::size_t chunk) : m_profile(profile), m_chunk(chunk) {}
    [[nodiscard]] std::vector<ChipStep> compose(const ChipContent& content) const override;

   private:
    void composeFile(std::vector<ChipStep>& plan, lds::File file, base::BytesView octets) const;
    void composeFiles(std::vector<ChipStep>& plan, const ChipContent& content) const;
    void composeSecrets(std::vector<ChipStep>& plan, const ChipContent& content) const;
    void composeLock(std::vector<ChipStep>& plan) const;

    const ChipProfile& m_profile;
    std::size_t m_chunk;
};

}  // namespace chip
