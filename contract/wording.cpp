// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/wording.hpp"

#include <regex>

#include "contract/page_words.hpp"
#include "contract/words.hpp"

namespace contract {

Wording::Wording(const std::filesystem::path& templates, Language language)
    : m_messages(Messages::load(templates / "messages", language)) {}

std::string Wording::word(std::string_view code) const { return wordFor(code, language()); }

std::string Wording::sentence(base::Fault fault) const {
    fault.where = word(fault.where);
    for (auto& [name, value] : fault.arguments) {
        if (name == "stage" || name == "standing" || name == "event" || name == "state" || name == "capacity" ||
            name == "roles")
            value = word(value);
        if (name == "known") value = wordsFor(value, language());
        value.erase(value.find_last_not_of(" \r\n") + 1);
    }
    return m_messages.sentenceOf(fault);
}

std::vector<std::string> Wording::reasons(const std::string& said) const {
    static const std::regex kOne{R"(([^\s,]+)(?: \(([^():]*)(?:: ([0-9.]+)/([0-9.]+))?\))?(?:, |$))"};
    std::vector<std::string> told;
    for (std::sregex_iterator one{said.begin(), said.end(), kOne}, none; one != none; ++one) {
        const auto& match = *one;
        base::Fault fault{base::FailureCode{match[1].str()}, {}, {}};
        if (match[2].matched) fault.arguments.emplace_back("field", partOfPage(match[2], language()));
        if (match[3].matched)
            fault.arguments.insert(fault.arguments.end(), {{"measured", match[3]}, {"limit", match[4]}});
        auto text = sentence(fault);
        if (text == match[1].str()) return {word(said)};
        if (text.find('{') != std::string::npos) return {said};
        told.push_back(std::move(text));
    }
    return told.empty() ? std::vector{said} : told;
}

}  // namespace contract
