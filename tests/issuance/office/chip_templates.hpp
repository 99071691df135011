// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "tests/support/paths.hpp"

namespace support {

/// While it lives, this process and those that it starts work with a copy of the templates in which the ordinary
/// passport's chip is of another profile, or of the same with a further attribute.
class ChipTemplates {
   public:
    explicit ChipTemplates(const std::string& profile, const std::string& attribute = {}) {
        std::filesystem::copy(sourceDir() / "templates", m_folder.path() / "templates",
                              std::filesystem::copy_options::recursive);
        const auto file = m_folder.path() / "templates" / "kinds" / "passport-ordinary.xml";
        auto text = base::textOf(base::expected(base::readFile(file, kLargestKind), file.string()));
        const std::string named = "profile=\"icao-applet\"";
        text.replace(text.find(named), named.size(), "profile=\"" + profile + "\" " + attribute);
        base::writeFileDurably(file, text);
        ::setenv("TROQUEL_TEMPLATES", (m_folder.path() / "templates").c_str(), 1);
    }
    ~ChipTemplates() { ::unsetenv("TROQUEL_TEMPLATES"); }
    ChipTemplates(const ChipTemplates&) = delete;
    ChipTemplates& operator=(const ChipTemplates&) = delete;

   private:
    static constexpr std::size_t kLargestKind = 64 * 1024;
    ScratchFolder m_folder;
};

}  // namespace support
