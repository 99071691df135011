// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/service/page_house.hpp"

namespace issuance {
namespace {

using support::RunningProgram;

/// A house whose page a browser looks at: tests/service/page/page.test.mjs.
class PageInABrowser : public PageHouse {
   protected:
    void leave(const std::string& name, base::BytesView content) {
        base::writeFileDurably(m_desk.path() / name, content);
    }
};

TEST_P(PageInABrowser, IsReadByEverybody) {
    const auto good = issued("63-A 1"), ended = issued("63-A 2");
    leave("autentico.pdf", pdfOf(good.number));
    leave("alterado.pdf", alteredOf(pdfOf(good.number)));
    leave("fotografia.jpg", photographOf(pdfOf(good.number)));
    leave("anulado.pdf", pdfOf(ended.number));
    leave("carta.pdf", base::bytesOf("una carta"));
    leave("enorme.pdf", base::Bytes(std::size_t{3} << 20, std::uint8_t{'A'}));
    annul(ended.number);
    const RunningProgram page{TROQUEL_VERIFY_PROGRAM, settings()};
    leave("page.json", base::bytesOf(nlohmann::json{
                           {"url", page.url()}, {"code", good.code}, {"number", good.number}, {"annulled", ended.code}}
                                         .dump()));
    const auto tests = support::sourceDir() / "tests" / "service" / "page" / "page.test.mjs";
    const auto pictures = support::binaryDir() / "page";
    const auto ran = cli::run("PAGE_FILES=" + m_desk.path().string() + " PAGE_PICTURES=" + pictures.string() +
                              " node --test " + tests.string());
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
}

INSTANTIATE_TEST_SUITE_P(Engines, PageInABrowser, testing::Values(records::Engine::Sqlite), support::engineName);

}  // namespace
}  // namespace issuance
