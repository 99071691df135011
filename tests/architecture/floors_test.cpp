// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/architecture/source_tree.hpp"

namespace architecture {
namespace {

/// Who may include whom (docs/architecture.md); every room may include itself and base.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"contract", {}},
    {"records", {}},
    {"signing", {}},
    {"inventory", {"records"}},
    {"chip", {"signing"}},
    {"printing", {}},
    {"issuance", {"inventory", "chip", "printing", "records", "signing", "contract"}},
    {"service", {"issuance", "contract"}},
    {"cli", {"contract"}},
    {"gui", {"contract"}},
};

/// The ways from a face into the house: the factories that open a local office, one behind a door and the machines that
/// are lent to it, a house that only simulates its line, and the files by which a workstation is known there.
const std::set<std::string> kFactory = {"issuance/office/local_office_factory.hpp",
                                        "issuance/office/station.hpp",
                                        "issuance/office/training_institution.hpp",
                                        "issuance/simulation/simulation.hpp",
                                        "service/remote_office.hpp",
                                        "service/workstation_home.hpp"};

std::vector<std::string> includesOf(const std::string& text) {
    static const std::regex kInclude{R"(^[ \t]*#[ \t]*include[ \t]+"([^"]+)\")"};
    std::vector<std::string> includes;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::smatch match;
        const std::string line = text.substr(begin, end - begin);
        if (std::regex_search(line, match, kInclude)) includes.push_back(match[1]);
        begin = end + 1;
    }
    return includes;
}

bool allowed(const SourceFile& source, const std::string& include) {
    const std::string target = include.substr(0, include.find('/'));
    if (target == source.room || target == "base") return true;
    if ((source.room == "cli" || source.room == "gui") && kFactory.count(include) > 0) return true;
    return kMayInclude.at(source.room).count(target) > 0;
}

TEST(Floors, NoRoomIncludesWhatTheDrawingDoesNotAllow) {
    const auto sources = productSources();
    ASSERT_FALSE(sources.empty());
    for (const auto& source : sources)
        for (const auto& include : includesOf(source.text))
            EXPECT_TRUE(allowed(source, include)) << source.path << " includes " << include;
}

TEST(Floors, TheRuleRefusesAnArrowThatIsNotDrawn) {
    EXPECT_FALSE(allowed({"chip/x.cpp", "chip", ""}, "printing/page.hpp"));
    EXPECT_FALSE(allowed({"cli/x.cpp", "cli", ""}, "issuance/line/stage.hpp"));
    EXPECT_TRUE(allowed({"chip/x.cpp", "chip", ""}, "signing/key.hpp"));
}

TEST(Floors, EveryIncludeIsRootedAtTheRepository) {
    for (const auto& source : productSources())
        for (const auto& include : includesOf(source.text))
            EXPECT_TRUE(kMayInclude.count(include.substr(0, include.find('/'))) > 0 &&
                        include.find('/') != std::string::npos)
                << source.path << " includes " << include;
}

TEST(Floors, EveryHeaderIsGuardedByPragmaOnce) {
    for (const auto& source : productSources()) {
        if (source.path.extension() != ".hpp") continue;
        EXPECT_NE(source.text.find("#pragma once"), std::string::npos) << source.path;
    }
}

}  // namespace
}  // namespace architecture
