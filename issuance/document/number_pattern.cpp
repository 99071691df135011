// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/number_pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace issuance {

using namespace base::literals;

base::Result<DocumentNumber> writeNumber(std::string_view pattern, int year, std::uint64_t running) {
    static const std::regex kForm{R"(([A-Z0-9]*)(\{year\})?([A-Z0-9]*)\{number:([1-9])\})"};
    std::smatch part;
    const std::string text{pattern};
    if (!std::regex_match(text, part, kForm)) return base::Fault{"number.bad-pattern"_code, {{"pattern", text}}};
    const auto width = static_cast<std::size_t>(std::stoi(part[4]));
    const std::string digits = fmt::format("{:0{}}", running, width);
    if (digits.size() > width) return base::Fault{"number.exhausted"_code, {{"pattern", text}}};
    const std::string years = part[2].matched ? fmt::format("{:02}", year % 100) : "";
    return DocumentNumber{part[1].str() + years + part[3].str() + digits};
}

}  // namespace issuance
