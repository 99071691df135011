// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/draw_page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "tests/printing/sample_pages.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

base::Bytes drawn(const std::string& name, samples::Names names) {
    const auto design = samples::design(name);
    auto pdf = drawPage(design, samples::valuesFor(design, names));
    EXPECT_TRUE(pdf) << name << ": "
                     << (pdf ? "" : pdf.refusal().first().code.name() + " " + pdf.refusal().first().where);
    return pdf ? *pdf : base::Bytes{};
}

/// What other people's program prints about a PDF.
std::string outputOf(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    char part[4096];
    while (pipe != nullptr && std::fgets(part, sizeof part, pipe) != nullptr) output += part;
    EXPECT_TRUE(pipe != nullptr && pclose(pipe) == 0) << command << "\n" << output;
    return output;
}

TEST(DrawPage, DrawsEveryDesignThatIsShipped) {
    const auto names = samples::designNames();
    ASSERT_EQ(names.size(), 7U);
    const auto folder = support::binaryDir() / "pages";
    std::filesystem::create_directories(folder);
    for (const auto& name : names)
        for (const auto& [suffix, kind] :
             {std::pair{"", samples::Names::Usual}, {"-longest", samples::Names::Longest}}) {
            const auto pdf = drawn(name, kind);
            ASSERT_FALSE(pdf.empty());
            base::writeFileDurably(folder / (name + suffix + ".pdf"), pdf);
        }
}

TEST(DrawPage, EqualValuesMakeEqualFiles) {
    EXPECT_EQ(drawn("passport-data-page", samples::Names::Usual), drawn("passport-data-page", samples::Names::Usual));
}

TEST(DrawPage, ThreadsDrawTheSamePageAtTheSameTime) {
    const auto design = samples::design("border-worker-card-back");
    const auto values = samples::valuesFor(design);
    std::vector<base::Bytes> files(8);
    std::vector<std::thread> threads;
    for (auto& file : files) threads.emplace_back([&] { file = *drawPage(design, values); });
    for (auto& thread : threads) thread.join();
    for (const auto& file : files) EXPECT_EQ(file, files.front());
}

TEST(DrawPage, OtherProgramsFindNoFaultAndReadTheSpanishText) {
    const support::ScratchFolder folder;
    const auto file = folder.path() / "page.pdf";
    base::writeFileDurably(file, drawn("passport-data-page", samples::Names::Usual));
    EXPECT_NE(outputOf("qpdf --check " + file.string()).find("No syntax or stream encoding errors"), std::string::npos);
    const std::string text = outputOf("pdftotext -layout " + file.string() + " - 2>&1");
    for (const char* expected : {"NÚÑEZ DE LEÓN", "MARÍA JOSÉ", "Fecha de emisión / Date of issue", "07 ENE/JAN 1990",
                                 "PPGTMNUNEZ<DE<LEON<<MARIA<JOSE<<<<<<<<<<<<<<"})
        EXPECT_NE(text.find(expected), std::string::npos) << expected << "\n" << text;
    EXPECT_EQ(text.find("Warning"), std::string::npos) << text;
    const std::string about = outputOf("pdfinfo " + file.string());
    EXPECT_NE(about.find("Title:           PASAPORTE"), std::string::npos) << about;
    EXPECT_NE(about.find("Page size:       354.331 x 249.449 pts"), std::string::npos) << about;
}

}  // namespace
}  // namespace printing
