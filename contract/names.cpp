// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.hpp"

#include "base/failure.hpp"
#include "base/xml.hpp"

namespace contract {

Names Names::load(const std::filesystem::path& templates, Language language) {
    const std::string wanted = language == Language::Spanish ? "es" : "en";
    Names names;
    for (const char* folder : {"items", "kinds"})
        for (const auto& entry : std::filesystem::directory_iterator{templates / folder}) {
            if (entry.path().extension() != ".xml") continue;
            const auto file = base::expected(base::xml::Document::parseFile(entry.path()), entry.path().string());
            for (const auto& name : file.root().children("name"))
                if (name.attributeOr("lang", "") == wanted)
                    names.m_names[file.root().attributeOr("id", "")] = name.text();
        }
    return names;
}

std::string Names::of(const std::string& id) const {
    const auto found = m_names.find(id);
    return found == m_names.end() ? id : found->second;
}

}  // namespace contract
