// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// What the architecture tests read: the sources of the house, room by room.
namespace architecture {

struct SourceFile {
    std::filesystem::path path;  ///< relative to the checkout
    std::string room;            ///< its first folder
    std::string text;
};

/// Every C++ source and header of the rooms (not of `tests`).
std::vector<SourceFile> productSources();

}  // namespace architecture
