// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "tests/support/paths.hpp"

namespace support {

/// While it lives, this process and those that it starts work with a copy of the templates in which a kind of document
/// says something else.
class KindTemplates {
   public:
    KindTemplates(const std::string& kind, const std::string& what, const std::string& with) {
        std::filesystem::copy(sourceDir() / "templates", m_folder.path() / "templates",
                              std::filesystem::copy_options::recursive);
        const auto file = m_folder.path() / "templates" / "kinds" / (kind + ".xml");
        auto text = base::textOf(base::expected(base::readFile(file, kLargestKind), file.string()));
        const auto at = text.find(what);
        if (at == std::string::npos) throw std::runtime_error{kind + " does not say " + what};
        base::writeFileDurably(file, text.replace(at, what.size(), with));
        ::setenv("TROQUEL_TEMPLATES", (m_folder.path() / "templates").c_str(), 1);
    }
    ~KindTemplates() { ::unsetenv("TROQUEL_TEMPLATES"); }
    KindTemplates(const KindTemplates&) = delete;
    KindTemplates& operator=(const KindTemplates&) = delete;

   private:
    static constexpr std::size_t kLargestKind = 64 * 1024;
    ScratchFolder m_folder;
};

}  // namespace support
