// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/random_source.hpp"
#include "chip/simulator/chip_product.hpp"
#include "chip/simulator/picc_files.hpp"

namespace chip {

/// The chip's side of ISO/IEC 7816-9: who shows the transport key may create, write, delete, activate and terminate
/// files; what is active obeys its own security attribute.
class PiccFileSystem {
   public:
    PiccFileSystem(ChipMemory& memory, PiccFiles& files, std::shared_ptr<const ChipProduct> product,
                   RandomSource& random)
        : m_memory(memory), m_files(files), m_product(std::move(product)), m_random(random) {}

    void powerUp();
    /// Nothing where the command is none of this dialect, or the chip is past it.
    std::optional<Response> carryOut(const Command& command);

   private:
    std::optional<Response> select(const Command& command) const;
    Response getChallenge(const Command& command);
    Response externalAuthenticate(const Command& command);
    Response verify(const Command& command);
    Response judge(bool right);
    Response createFile(const Command& command);
    Response createDirectory(base::BytesView name, const FileAttributes& attributes);
    Response createElementary(const std::vector<base::tlv::Element>& control, const FileAttributes& attributes);
    Response updateBinary(const Command& command);
    Response deleteFile(const Command& command);
    Response activate(const Command& command);
    Response terminate(const Command& command);
    std::uint16_t adoptKeys();
    [[nodiscard]] base::SecretBytes ownKey() const;
    [[nodiscard]] const FileSystemRules& rules() const { return *m_product->files; }
    /// The file or directory that P1-P2 and data name, as SELECT does; a directory under the name 0000.
    [[nodiscard]] std::optional<ChipMemory::FileKey> named(const Command& command) const;
    [[nodiscard]] bool exists(ChipMemory::FileKey key) const;

    ChipMemory& m_memory;
    PiccFiles& m_files;
    std::shared_ptr<const ChipProduct> m_product;
    RandomSource& m_random;
    bool m_opened = false;
    base::Bytes m_challenge;
};

}  // namespace chip
