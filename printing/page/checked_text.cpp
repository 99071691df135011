// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/page/checked_text.hpp"

#include <set>

#include "printing/page/text.hpp"

namespace printing {

using namespace base::literals;

base::Result<std::u32string> checkedText(std::string_view utf8, const Typeface& face, const std::string& field) {
    auto text = composed(utf8);
    if (!text) return base::Fault{text.refusal().first().code, {{"field", field}}, field};
    std::set<char32_t> faulty;
    for (const char32_t character : *text)
        if (isCombiningMark(character) || isInvisible(character) || !face.covers(character)) faulty.insert(character);
    if (faulty.empty()) return text;
    std::vector<base::Fault> faults;
    for (const char32_t character : faulty)
        faults.push_back(
            {isCombiningMark(character) ? "printing.text-not-composed"_code : "printing.character-missing"_code,
             {{"field", field}, {"character", characterName(character)}},
             field});
    return base::Refusal{std::move(faults)};
}

}  // namespace printing
