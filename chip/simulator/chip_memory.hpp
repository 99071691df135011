// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <utility>

#include "base/secret_bytes.hpp"
#include "chip/simulator/chip_life.hpp"

namespace chip {

/// Which directory of the chip is meant.
enum class Directory : std::uint8_t { MasterFile = 0, Application = 1 };

/// What a chip of files (ISO/IEC 7816-9) notes of a file or directory beside its content.
struct FileAttributes {
    std::uint8_t descriptor = 0x01;
    std::uint8_t lifeCycle = 0x03;  ///< 03 initialisation, 05 active, 0C terminated
    std::uint8_t read = 0x00;       ///< security conditions in the compact form
    std::uint8_t update = 0x00;
};

/// What a simulated chip keeps without power: its life, unique identifier, files and secrets. It has an end.
class ChipMemory {
   public:
    using FileKey = std::pair<Directory, std::uint16_t>;

    ChipMemory(base::Bytes uid, std::size_t capacity);

    ChipLife life = ChipLife::Blank;

    [[nodiscard]] const base::Bytes& uid() const { return m_uid; }
    [[nodiscard]] std::size_t free() const;

    [[nodiscard]] base::Bytes* file(FileKey key);
    /// False where the memory is full; the file is filled with zeros.
    [[nodiscard]] bool createFile(FileKey key, std::size_t size);
    /// Within the file's size. In a worn-out file the last octet is kept with a wrong bit.
    void write(FileKey key, std::size_t offset, base::BytesView data);
    void deleteFile(FileKey key);
    [[nodiscard]] std::vector<FileKey> filesIn(Directory directory) const;
    /// Of a directory under the name 0000; null where nothing was noted.
    [[nodiscard]] FileAttributes* attributes(FileKey key);
    void note(FileKey key, const FileAttributes& attributes) { m_attributes[key] = attributes; }
    /// A fault, not kept: which file, in whatever directory, is worn out.
    std::optional<std::uint16_t> wornOut = {};

    /// Secrets by the number under which they were put: the PUT DATA identifier, PACE passwords as 0065 << 8 |
    /// reference.
    [[nodiscard]] const base::SecretBytes* secret(std::uint32_t name) const;
    [[nodiscard]] bool keepSecret(std::uint32_t name, base::SecretBytes value);
    void forgetSecret(std::uint32_t name) { m_secrets.erase(name); }

    /// All of it as octets (docs/formats/simulated-chip-memory.md) and back. `fromOctets` throws Failure
    /// "simulator.memory-malformed".
    [[nodiscard]] base::SecretBytes octets() const;
    static ChipMemory fromOctets(base::BytesView octets);

   private:
    base::Bytes m_uid;
    std::size_t m_capacity;
    std::map<FileKey, base::Bytes> m_files;
    std::map<FileKey, FileAttributes> m_attributes;
    std::map<std::uint32_t, base::SecretBytes> m_secrets;
};

}  // namespace chip
