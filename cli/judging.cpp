// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/judging.hpp"

#include <iostream>

namespace cli {
namespace {

/// The standard's place in the user's language.
std::string sourceIn(const Desk& desk, std::string source) {
    const std::pair<const char*, const char*> words[] = {
        {" table ", " tabla "}, {" and ", " y "}, {"appendix", "apéndice"}, {"annex", "anexo"}, {" note", " nota"}};
    for (const auto& [english, spanish] : words)
        for (auto at = source.find(english); at != std::string::npos; at = source.find(english, at + 1))
            source.replace(at, std::string_view{english}.size(), desk.in(spanish, english));
    return source;
}

}  // namespace

void printFinding(const Desk& desk, const contract::LintFinding& finding) {
    base::Fault fault{base::FailureCode{finding.code}, {}, {}};
    for (const auto& [name, value] : finding.arguments)
        fault.arguments.emplace_back(name, name == "what" || name == "field" ? desk.word(value) : value);
    std::cout << (finding.grade == "deviation" ? "✗ " : "· ") << (finding.where.empty() ? "" : finding.where + ": ")
              << desk.sentence(fault) << " [" << sourceIn(desk, finding.source) << "]\n";
}

std::string tallyOf(const Desk& desk, std::int64_t deviations, std::int64_t advice) {
    return counted(deviations, desk.in("desviación", "deviation"), desk.in("desviaciones", "deviations")) + ", " +
           counted(advice, desk.in("recomendación sin seguir", "recommendation not followed"),
                   desk.in("recomendaciones sin seguir", "recommendations not followed"));
}

std::string counted(std::int64_t number, const std::string& one, const std::string& many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

}  // namespace cli
