// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "base/files.hpp"
#include "base/xml.hpp"
#include "tests/architecture/source_tree.hpp"
#include "tests/support/paths.hpp"

namespace architecture {
namespace {

/// Every code that the product's sources name, with one file that names it.
std::map<std::string, std::string> codesInSources() {
    static const std::regex kCode{R"re("([^"\n]+)"_code\b)re"};
    std::map<std::string, std::string> codes;
    for (const auto& source : productSources())
        for (std::sregex_iterator at{source.text.begin(), source.text.end(), kCode}, end; at != end; ++at)
            codes.emplace((*at)[1], source.path.string());
    return codes;
}

/// Every code of the message catalogue with its sentences.
std::map<std::string, base::xml::Document> catalogueFiles() {
    std::map<std::string, base::xml::Document> files;
    for (const auto& entry : std::filesystem::directory_iterator{support::sourceDir() / "templates" / "messages"})
        if (entry.path().extension() == ".xml")
            files.emplace(entry.path().filename().string(), *base::xml::Document::parseFile(entry.path()));
    return files;
}

std::set<std::string> codesInCatalogue() {
    std::set<std::string> codes;
    for (const auto& [name, document] : catalogueFiles())
        for (const auto& message : document.root().children("message"))
            EXPECT_TRUE(codes.insert(message.attributeOr("code", "")).second)
                << "twice: " << message.attributeOr("code", "");
    return codes;
}

TEST(FailureCodes, EachHasTheFormRoomDotWhatHappened) {
    static const std::regex kForm{"[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*"};
    for (const auto& [code, file] : codesInSources())
        EXPECT_TRUE(std::regex_match(code, kForm)) << code << " in " << file;
}

TEST(FailureCodes, EachHasASentenceForTheUser) {
    const auto catalogue = codesInCatalogue();
    const auto sources = codesInSources();
    ASSERT_FALSE(sources.empty());
    for (const auto& [code, file] : sources) EXPECT_TRUE(catalogue.count(code) > 0) << code << " in " << file;
}

TEST(FailureCodes, TheCatalogueHoldsNoCodeThatNobodyUses) {
    const auto sources = codesInSources();
    for (const auto& code : codesInCatalogue()) EXPECT_TRUE(sources.count(code) > 0) << code;
}

TEST(FailureCodes, EachMessageIsWrittenInBothLanguagesAndExplained) {
    for (const auto& [name, document] : catalogueFiles())
        for (const auto& message : document.root().children("message"))
            for (const char* part : {"es", "en", "means"})
                EXPECT_FALSE(message.childText(part).empty())
                    << name << ": " << message.attributeOr("code", "") << " lacks " << part;
}

TEST(FailureCodes, EachHasItsEntryOnThePage) {
    const auto page = base::readFile(support::sourceDir() / "docs" / "failure-codes.md", 10 * 1024 * 1024);
    ASSERT_TRUE(page);
    const std::string text = base::textOf(*page);
    for (const auto& code : codesInCatalogue())
        EXPECT_NE(text.find("### `" + code + "`"), std::string::npos) << code << ": run scripts/failure-codes";
}

}  // namespace
}  // namespace architecture
