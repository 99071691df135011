// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "contract/messages.hpp"

namespace contract {

/// What people call the items and kinds of documents of the program's templates: "Libreta de pasaporte ordinario" is
/// "booklet-ordinary".
class Names {
   public:
    /// Throws where a template is broken: they are part of the program.
    static Names load(const std::filesystem::path& templates, Language language);

    /// The id itself where nobody named it.
    [[nodiscard]] std::string of(const std::string& id) const;

   private:
    std::map<std::string, std::string> m_names;
};

}  // namespace contract
