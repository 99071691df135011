// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.hpp"

#include "base/files.hpp"
#include "tests/support/paths.hpp"

namespace architecture {
namespace {

constexpr const char* kRooms[] = {"base",     "contract", "records", "signing", "inventory", "chip",
                                  "printing", "issuance", "service", "cli",     "gui"};
constexpr std::size_t kLargestSource = 1024 * 1024;

}  // namespace

std::vector<SourceFile> productSources() {
    std::vector<SourceFile> sources;
    const auto root = support::sourceDir();
    for (const char* room : kRooms) {
        if (!std::filesystem::exists(root / room)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{root / room}) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            const auto text = base::readFile(entry.path(), kLargestSource);
            sources.push_back({std::filesystem::relative(entry.path(), root), room, base::textOf(text.value())});
        }
    }
    return sources;
}

}  // namespace architecture
