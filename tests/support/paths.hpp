// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

/// Where tests find what they read and leave what they write.
namespace support {

/// The checkout's root.
std::filesystem::path sourceDir();
/// The build tree's root.
std::filesystem::path binaryDir();
/// `tests/data/<name>`.
std::filesystem::path testData(std::string_view name);

/// A folder of the test's own that disappears with it.
class ScratchFolder {
   public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

   private:
    std::filesystem::path m_path;
};

}  // namespace support
