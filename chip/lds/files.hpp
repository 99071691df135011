// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/tlv.hpp"

/// The logical data structure of electronic travel documents (ICAO Doc 9303-10): its files, written and read.
namespace chip::lds {

/// The transparent files that our documents and those we read may hold.
enum class File : std::uint8_t {
    CardAccess,
    Com,
    Dg1,
    Dg2,
    Dg3,
    Dg4,
    Dg5,
    Dg6,
    Dg7,
    Dg8,
    Dg9,
    Dg10,
    Dg11,
    Dg12,
    Dg13,
    Dg14,
    Dg15,
    Dg16,
    Sod,
    CardSecurity,
    Directory,
    AtrInfo
};

/// Where a file lies; an identifier means another file in another home.
enum class Home { MasterFile, Lds1Application };

/// What 9303-10 tables 38 and 43 say of a file.
struct FileEntry {
    File file;
    std::string_view name;         ///< "EF.DG1"
    std::uint16_t identifier;      ///< FID
    std::uint8_t shortIdentifier;  ///< SFI, valid in its home only
    base::tlv::Tag tag;            ///< of the object the file holds, or of the first where it holds several
    Home home;
};

/// A0 00 00 02 47 10 01, the application that holds the data groups (9303-10 3.10).
base::BytesView lds1Application();

std::span<const FileEntry> allFiles();
const FileEntry& entryOf(File file);
inline std::string_view nameOf(File file) { return entryOf(file).name; }
std::optional<File> fileNamed(std::string_view name);

/// "DG n" for n of 1 to 16; throws std::out_of_range for any other.
File dataGroup(int number);
/// 1 to 16, or nothing for files that are no data group.
std::optional<int> dataGroupNumber(File file);
/// The data group whose object has the tag, as EF.COM lists it.
std::optional<File> dataGroupOfTag(base::tlv::Tag tag);

}  // namespace chip::lds
