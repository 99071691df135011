// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "contract/messages.hpp"

namespace service {

/// The templates of the public page and its words in both languages (templates/verify). In a template {{name}} is a
/// value,
/// {{=name}} a word, both made safe for HTML; {{{name}}} is HTML that another template made.
class PageTemplates {
   public:
    using Values = std::map<std::string, std::string>;
    /// Throws "page.template-broken" where a file is missing, or asks for a word that is not there.
    explicit PageTemplates(const std::filesystem::path& folder);

    /// Throws "page.template-broken" where the template wants a value that was not given.
    [[nodiscard]] std::string filled(contract::Language language, const std::string& name, const Values& values) const;
    [[nodiscard]] bool hasWord(const std::string& name) const { return m_words.contains(name); }
    [[nodiscard]] const std::string& word(contract::Language language, const std::string& name) const;
    /// The English name of a type of certificate; empty where there is none.
    [[nodiscard]] std::string englishType(const std::string& code) const;

   private:
    struct Word {
        std::string spanish, english;
    };
    void readWords(const std::filesystem::path& file);
    void checkWords() const;

    std::map<std::string, std::string> m_templates;
    std::map<std::string, Word> m_words;
    std::map<std::string, std::string> m_types;
};

}  // namespace service
