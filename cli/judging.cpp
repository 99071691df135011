// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/judging.hpp"

namespace cli {

std::string sourceIn(const Desk& desk, std::string source) {
    const std::pair<const char*, const char*> words[] = {
        {" table ", " tabla "}, {" and ", " y "}, {"appendix", "apéndice"}, {"annex", "anexo"}, {" note", " nota"}};
    for (const auto& [english, spanish] : words)
        for (auto at = source.find(english); at != std::string::npos; at = source.find(english, at + 1))
            source.replace(at, std::string_view{english}.size(), desk.in(spanish, english));
    return source;
}

}  // namespace cli
