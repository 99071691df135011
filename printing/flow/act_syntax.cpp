// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_syntax.hpp"

#include <regex>

namespace printing {

using namespace base::literals;

base::Fault inPlainWords(const base::Fault& fault) {
    static const std::regex kMismatch{"Opening and ending tag mismatch: (\\S+) line (\\d+) and (\\S+)\\s*"};
    static const std::regex kOpen{"Premature end of data in tag (\\S+) line (\\d+)\\s*"};
    static const std::regex kAmpersand{"(xmlParseEntityRef|EntityRef|Entity '|Undefined entity|Char).*\\s*"};
    static const std::regex kLessThan{"(Unescaped '<'|StartTag: invalid element name).*\\s*"};
    if (fault.code != "xml.not-well-formed"_code || fault.arguments.empty()) return fault;
    const std::string& said = fault.arguments.front().second;
    std::smatch parts;
    if (std::regex_match(said, parts, kMismatch))
        return {"printing.act-tag-mismatch"_code,
                {{"field", parts[1]}, {"line", parts[2]}, {"detail", parts[3]}},
                fault.where};
    if (std::regex_match(said, parts, kOpen))
        return {"printing.act-tag-open"_code, {{"field", parts[1]}, {"line", parts[2]}}, fault.where};
    if (std::regex_match(said, kAmpersand)) return {"printing.act-ampersand"_code, {}, fault.where};
    if (std::regex_match(said, kLessThan)) return {"printing.act-less-than"_code, {}, fault.where};
    return fault;
}

}  // namespace printing
