// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "cli/commands_chip_lint.hpp"
#include "cli/judging.hpp"
#include "cli/terminal.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestFile = std::size_t{1} << 20U;

/// The regular files of a folder by name.
std::vector<contract::NamedFile> filesIn(const Desk& desk, const std::filesystem::path& folder) {
    std::vector<contract::NamedFile> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.is_regular_file())
            files.push_back({entry.path().filename().string(), readArgument(desk, entry.path(), kLargestFile)});
    std::ranges::sort(files, {}, &contract::NamedFile::name);
    return files;
}

void printFindings(const Desk& desk, const contract::ChipWasLinted& linted) {
    for (const auto& finding : linted.findings) printFinding(desk, finding);
    for (const auto& name : linted.unused)
        std::cout << desk.in("No se usó de la carpeta: ", "Not used from the folder: ") << name << '\n';
    std::cout << counted(std::ssize(linted.judged), desk.in("archivo", "file"), desk.in("archivos", "files")) << ", "
              << tallyOf(desk, linted.deviations, linted.advice) << '\n';
}

}  // namespace

void addChipLint(CLI::App& family, Desk& desk) {
    auto* linting = addCommand(family, desk, "lint",
                               desk.in("Nombra cada desviación del Doc 9303 en los archivos de un chip",
                                       "Names each deviation from Doc 9303 in the files of a chip"),
                               "troquel chip lint leido");
    auto folder = std::make_shared<std::string>();
    linting
        ->add_option("folder", *folder,
                     desk.in("Carpeta con los archivos, como la deja chip read --out",
                             "Folder with the files, as chip read --out leaves it"))
        ->required()
        ->check(CLI::ExistingDirectory);
    linting->callback([folder, &desk] {
        const auto linted = judge(desk, contract::ChipLint{filesIn(desk, *folder)});
        desk.show(linted, [&](const auto& told) { printFindings(desk, told); });
        if (linted.deviations > 0) throw Refused{};
    });
}

}  // namespace cli
