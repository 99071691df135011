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
    /// The same, whatever the chip's life.
    Response write(const Command& command);
    [[nodiscard]] Directory directory() const { return m_directory; }
    /// The file that UPDATE BINARY of this command means, selected by its short identifier where it says so.
    [[nodiscard]] std::optional<ChipMemory::FileKey> fileOf(const Command& command);
    /// Makes a file or a directory current.
    void choose(ChipMemory::FileKey key) { m_current = key; }
    void enter(Directory directory) { (void)selectDirectory(directory); }
    Response readBinary(const Command& command, const Standing& standing);
    /// The content, for the chip's own use.
    [[nodiscard]] const base::Bytes* content(ChipMemory::FileKey key) const { return m_memory.file(key); }

   private:
    Response selectDirectory(Directory directory);
    Response selectFile(base::BytesView id, const Standing& standing);
    /// The file meant by P1 (short identifier or current file); a status word where there is none.
    std::uint16_t resolve(const Command& command);
    [[nodiscard]] bool mayRead(ChipMemory::FileKey key, const Standing& standing) const;
    /// A file that its own attributes leave open to anybody, or keep from everybody.
    [[nodiscard]] bool isFree(ChipMemory::FileKey key) const;
    [[nodiscard]] bool isInternal(ChipMemory::FileKey key) const;

    ChipMemory& m_memory;
    Directory m_directory = Directory::MasterFile;
    std::optional<ChipMemory::FileKey> m_current;
};

}  // namespace chip
