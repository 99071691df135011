// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/files.hpp"
#include "chip/personalization/file_system_rules.hpp"

namespace chip {

/// Control parameters of a file that holds octets: descriptor, identifier, short identifier where there is one, size,
/// life cycle "initialisation", security attribute (ISO/IEC 7816-4 5.3.3).
struct FileControl {
    enum class Kind { Working, Internal };
    Kind kind = Kind::Working;
    std::uint16_t identifier = 0;
    std::optional<std::uint8_t> shortIdentifier = {};
    std::size_t size = 0;
    AccessRule access = {};
};
base::Bytes encodeFileControl(const FileSystemRules& rules, const FileControl& file);

/// Control parameters of the application's directory, in which nothing is made or deleted once it is active.
base::Bytes encodeDirectoryControl(const FileSystemRules& rules, base::BytesView name);

}  // namespace chip
