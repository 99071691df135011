// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scans.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace cli {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestScanFile = std::size_t{16} * 1024 * 1024;

/// All of standard input, within the limit of a scanner's file.
std::string standardInput(const Desk& desk) {
    std::string text;
    for (char letter = 0; std::cin.get(letter); text += letter)
        if (text.size() == kLargestScanFile)
            desk.accepted(base::Outcome{
                base::Fault{"file.too-large"_code, {{"file", "-"}, {"limit", std::to_string(kLargestScanFile)}}, {}}});
    return text;
}

}  // namespace

void addScans(const Desk& desk, const std::string& file, std::vector<std::string>& scans) {
    if (file.empty()) return;
    const auto text = file == "-" ? standardInput(desk) : base::textOf(readArgument(desk, file, kLargestScanFile));
    constexpr std::string_view kEnds = "\n\r\t";
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(kEnds, at), text.size());
        auto scan = text.substr(at, end - at);
        scan.erase(0, scan.find_first_not_of(' '));
        scan.erase(scan.find_last_not_of(' ') + 1);
        if (!scan.empty()) scans.push_back(std::move(scan));
        at = end + 1;
    }
}

void addScanFileOption(CLI::App& command, const Desk& desk, std::string& file) {
    command.add_option("--file", file,
                       desk.in("Archivo del lector, una serie, rango o etiqueta por línea; «-» lee la entrada",
                               "The scanner's file, a serial, range or label a line; “-” reads standard input"));
}

}  // namespace cli
