// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/apdu/apdu.hpp"
#include "chip/simulator/chip_memory.hpp"

namespace chip {

/// What the terminal has attained: whether it opened the chip by an access protocol, and what terminal authentication
/// allows it (bits of 9303-11 K.1).
struct Standing {
    bool opened = false;
    std::uint8_t rights = 0;
};

/// The chip's file commands: SELECT, CREATE FILE, UPDATE BINARY, READ BINARY, and who may do what when.
class PiccFiles {
   public:
    explicit PiccFiles(ChipMemory& memory) : m_memory(memory) {}

    /// Nothing selected, the master file current.
    void powerUp();

    Response select(const Command& command, const Standing& standing);
    Response createFile(const Command& command);
    Response updateBinary(const Command& command);
    Response readBinary(const Command& command, const Standing& standing);
    /// The content, for the chip's own use.
    [[nodiscard]] const base::Bytes* content(ChipMemory::FileKey key) const { return m_memory.file(key); }

   private:
    Response selectDirectory(Directory directory);
    Response selectFile(base::BytesView id, const Standing& standing);
    /// The file meant by P1 (short identifier or current file); a status word where there is none.
    std::uint16_t resolve(const Command& command);
    [[nodiscard]] bool mayRead(ChipMemory::FileKey key, const Standing& standing) const;

    ChipMemory& m_memory;
    Directory m_directory = Directory::MasterFile;
    std::optional<ChipMemory::FileKey> m_current;
};

}  // namespace chip
