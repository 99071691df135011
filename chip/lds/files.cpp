// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/files.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace chip::lds {
namespace {

constexpr std::array<std::uint8_t, 7> kLds1Application{0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};

constexpr std::array<FileEntry, 22> kFiles{{
    {File::CardAccess, "EF.CardAccess", 0x011C, 0x1C, 0x31, Home::MasterFile},
    {File::Com, "EF.COM", 0x011E, 0x1E, 0x60, Home::Lds1Application},
    {File::Dg1, "EF.DG1", 0x0101, 0x01, 0x61, Home::Lds1Application},
    {File::Dg2, "EF.DG2", 0x0102, 0x02, 0x75, Home::Lds1Application},
    {File::Dg3, "EF.DG3", 0x0103, 0x03, 0x63, Home::Lds1Application},
    {File::Dg4, "EF.DG4", 0x0104, 0x04, 0x76, Home::Lds1Application},
    {File::Dg5, "EF.DG5", 0x0105, 0x05, 0x65, Home::Lds1Application},
    {File::Dg6, "EF.DG6", 0x0106, 0x06, 0x66, Home::Lds1Application},
    {File::Dg7, "EF.DG7", 0x0107, 0x07, 0x67, Home::Lds1Application},
    {File::Dg8, "EF.DG8", 0x0108, 0x08, 0x68, Home::Lds1Application},
    {File::Dg9, "EF.DG9", 0x0109, 0x09, 0x69, Home::Lds1Application},
    {File::Dg10, "EF.DG10", 0x010A, 0x0A, 0x6A, Home::Lds1Application},
    {File::Dg11, "EF.DG11", 0x010B, 0x0B, 0x6B, Home::Lds1Application},
    {File::Dg12, "EF.DG12", 0x010C, 0x0C, 0x6C, Home::Lds1Application},
    {File::Dg13, "EF.DG13", 0x010D, 0x0D, 0x6D, Home::Lds1Application},
    {File::Dg14, "EF.DG14", 0x010E, 0x0E, 0x6E, Home::Lds1Application},
    {File::Dg15, "EF.DG15", 0x010F, 0x0F, 0x6F, Home::Lds1Application},
    {File::Dg16, "EF.DG16", 0x0110, 0x10, 0x70, Home::Lds1Application},
    {File::Sod, "EF.SOD", 0x011D, 0x1D, 0x77, Home::Lds1Application},
    {File::CardSecurity, "EF.CardSecurity", 0x011D, 0x1D, 0x30, Home::MasterFile},
    {File::Directory, "EF.DIR", 0x2F00, 0x1E, 0x61, Home::MasterFile},
    {File::AtrInfo, "EF.ATR/INFO", 0x2F01, 0x01, 0x47, Home::MasterFile},
}};

}  // namespace

base::BytesView lds1Application() { return kLds1Application; }

std::span<const FileEntry> allFiles() { return kFiles; }

const FileEntry& entryOf(File file) { return kFiles.at(static_cast<std::size_t>(file)); }

std::optional<File> fileNamed(std::string_view name) {
    const auto found = std::ranges::find(kFiles, name, &FileEntry::name);
    return found == kFiles.end() ? std::nullopt : std::optional{found->file};
}

File dataGroup(int number) {
    if (number < 1 || number > 16) throw std::out_of_range{"no such data group"};
    return static_cast<File>(static_cast<int>(File::Dg1) + number - 1);
}

std::optional<int> dataGroupNumber(File file) {
    if (file < File::Dg1 || file > File::Dg16) return std::nullopt;
    return static_cast<int>(file) - static_cast<int>(File::Dg1) + 1;
}

std::optional<File> dataGroupOfTag(base::tlv::Tag tag) {
    const auto found = std::ranges::find(kFiles, tag, &FileEntry::tag);
    if (found == kFiles.end() || !dataGroupNumber(found->file)) return std::nullopt;
    return found->file;
}

}  // namespace chip::lds
