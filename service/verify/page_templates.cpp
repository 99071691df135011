// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/verify/page_templates.hpp"

#include <functional>

#include "base/files.hpp"
#include "base/xml.hpp"

namespace service {
namespace {

using namespace base::literals;

constexpr std::size_t kLargest = std::size_t{1} << 20;

[[noreturn]] void throwBroken(const std::string& where) {
    throw base::Failure{"page.template-broken"_code, base::NextStep::Stop, where};
}

enum class Kind { Value, Word, Html };

/// A text with each of its places replaced.
std::string replaced(const std::string& text, const std::function<std::string(Kind, const std::string&)>& give) {
    std::string made;
    std::size_t at = 0;
    for (auto open = text.find("{{"); open != std::string::npos; open = text.find("{{", at)) {
        made.append(text, at, open - at);
        const bool html = text.compare(open, 3, "{{{") == 0;
        const std::string closing = html ? "}}}" : "}}";
        const auto begin = open + closing.size();
        const auto close = text.find(closing, begin);
        if (close == std::string::npos) throwBroken(text.substr(open));
        const auto name = text.substr(begin, close - begin);
        made += html                    ? give(Kind::Html, name)
                : name.starts_with('=') ? give(Kind::Word, name.substr(1))
                                        : give(Kind::Value, name);
        at = close + closing.size();
    }
    return made.append(text, at);
}

}  // namespace

PageTemplates::PageTemplates(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".html")
            m_templates[entry.path().stem()] =
                base::textOf(base::expected(base::readFile(entry.path(), kLargest), entry.path().string()));
    readWords(folder / "words.xml");
    checkWords();
}

void PageTemplates::readWords(const std::filesystem::path& file) {
    const auto document = base::expected(base::xml::Document::parseFile(file), file.string());
    for (const auto& word : document.root().children("word"))
        m_words[word.attributeOr("name", "")] = {word.childText("es"), word.childText("en")};
    for (const auto& type : document.root().children("type")) m_types[type.attributeOr("code", "")] = type.text();
}

void PageTemplates::checkWords() const {
    for (const auto& [name, text] : m_templates)
        replaced(text, [&](Kind kind, const std::string& asked) {
            return kind == Kind::Word ? word(contract::Language::Spanish, asked) : std::string{};
        });
}

const std::string& PageTemplates::word(contract::Language language, const std::string& name) const {
    const auto found = m_words.find(name);
    if (found == m_words.end()) throwBroken(name);
    return language == contract::Language::English ? found->second.english : found->second.spanish;
}

std::string PageTemplates::englishType(const std::string& code) const {
    const auto found = m_types.find(code);
    return found == m_types.end() ? std::string{} : found->second;
}

std::string PageTemplates::filled(contract::Language language, const std::string& name, const Values& values) const {
    const auto found = m_templates.find(name);
    if (found == m_templates.end()) throwBroken(name);
    return replaced(found->second, [&](Kind kind, const std::string& asked) {
        if (kind == Kind::Word) return base::xml::escape(word(language, asked));
        const auto value = values.find(asked);
        if (value == values.end()) throwBroken(name + ": " + asked);
        return kind == Kind::Html ? value->second : base::xml::escape(value->second);
    });
}

}  // namespace service
