// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paths.hpp"

#include "base/digest.hpp"

namespace support {

std::filesystem::path sourceDir() { return TROQUEL_SOURCE_DIR; }

std::filesystem::path binaryDir() { return TROQUEL_BINARY_DIR; }

std::filesystem::path testData(std::string_view name) { return sourceDir() / "tests" / "data" / name; }

ScratchFolder::ScratchFolder() : m_path(std::filesystem::temp_directory_path() / ("troquel-" + base::randomId())) {
    std::filesystem::create_directories(m_path);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

}  // namespace support
