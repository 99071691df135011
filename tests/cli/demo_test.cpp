// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "base/files.hpp"
#include "base/tlv.hpp"
#include "chip/lds/dg1.hpp"
#include "signing/sod/security_object.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/paths.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kLargest = std::size_t{32} * 1024 * 1024;

base::Bytes contentOf(const fs::path& file) {
    auto content = base::readFile(file, kLargest);
    EXPECT_TRUE(content) << file;
    return content ? *content : base::Bytes{};
}

/// The demonstration, run once; the tests look at what it left.
class Demonstration : public testing::Test {
   protected:
    static void SetUpTestSuite() {
        s_folder = new support::ScratchFolder;
        s_ran = troquel("demo --out " + s_folder->path().string());
    }
    static void TearDownTestSuite() {
        delete s_folder;
        s_folder = nullptr;
    }
    static fs::path out() { return s_folder->path(); }
    static std::vector<fs::path> documents() {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator{out() / "documents"}) found.push_back(entry.path());
        std::sort(found.begin(), found.end());
        return found;
    }
    static json reportOf(const fs::path& document) {
        return json::parse(base::textOf(contentOf(document / "report.json")));
    }
    static support::ScratchFolder* s_folder;
    static Ran s_ran;
};
support::ScratchFolder* Demonstration::s_folder = nullptr;
Ran Demonstration::s_ran;

TEST_F(Demonstration, LeavesChipFilesThatDeviateInNothing) {
    int judged = 0;
    for (const auto& document : documents()) {
        if (!fs::exists(document / "lds")) continue;
        const auto ran = troquel("chip lint " + (document / "lds").string());
        EXPECT_EQ(ran.exitCode, 0) << document << '\n' << ran.output;
        EXPECT_NE(ran.output.find("0 desviaciones, 0 recomendaciones"), std::string::npos) << ran.output;
        ++judged;
    }
    EXPECT_GE(judged, 5);
}

TEST_F(Demonstration, MakesDocumentsOfAllKindsRefusesOneOrderAndRemakesOneDocument) {
    ASSERT_EQ(s_ran.exitCode, 0) << s_ran.output;
    std::set<std::string> kinds;
    bool remade = false;
    for (const auto& document : documents()) {
        const auto report = reportOf(document);
        kinds.insert(report["kind"]);
        for (const auto& stage : report["stages"]) {
            remade = remade || stage["outcome"] == "refuse";
            EXPECT_FALSE(stage["ended"].get<std::string>().empty());
        }
        for (const auto& verdict : report["verdicts"])
            EXPECT_TRUE(verdict["passed"]) << document << " " << verdict["check"];
    }
    EXPECT_GE(documents().size(), 12U);
    EXPECT_EQ(kinds.size(), 5U);
    EXPECT_TRUE(remade);
    EXPECT_NE(s_ran.output.find("T-2026-9999"), std::string::npos) << "the refused order is named";
}

TEST_F(Demonstration, IssuesCertificatesThatVerifyAgainstTheirRoot) {
    std::set<std::string> series;
    for (const auto& entry : fs::directory_iterator{out() / "certificates"}) {
        if (entry.path().extension() != ".pdf") continue;
        const auto ran = troquel("verify " + entry.path().string() + " --trust " + (out() / "pki").string());
        EXPECT_EQ(ran.exitCode, 0) << entry.path() << '\n' << ran.output;
        EXPECT_EQ(ran.output.find("AUTÉNTICO"), 0U) << entry.path() << '\n' << ran.output;
        series.insert(entry.path().filename().string().substr(0, 2));
    }
    EXPECT_GE(series.size(), 10U);
}

TEST_F(Demonstration, CertifiesADocumentThatItReleasedAndNotItsSpoiledBooklet) {
    int seen = 0;
    for (const auto& entry : fs::directory_iterator{out() / "certificates"}) {
        if (entry.path().extension() != ".json") continue;
        const auto certificate = json::parse(base::textOf(contentOf(entry.path())));
        if (certificate["type"] != "pasaportes") continue;
        ++seen;
        const auto& listed = certificate["values"]["documentos"];
        ASSERT_EQ(listed.size(), 1U) << listed;
        const std::string number = listed[0]["numero"];
        EXPECT_TRUE(fs::exists(out() / "documents" / number)) << number;
        EXPECT_EQ(listed[0]["tipo"], "Pasaporte ordinario");
        EXPECT_EQ(listed[0]["estado"], "vigente");
        auto pdf = entry.path();
        const auto page = run("pdftotext -layout " + pdf.replace_extension(".pdf").string() + " -");
        EXPECT_NE(page.output.find(number), std::string::npos) << page.output;
    }
    EXPECT_EQ(seen, 1);
}

TEST_F(Demonstration, EachSecurityObjectSpeaksForItsFilesAndOpensslAcceptsIt) {
    const auto csca = signing::certificateOfPem(base::textOf(contentOf(out() / "pki" / "csca.pem")));
    ASSERT_TRUE(csca);
    const std::vector<signing::Certificate> anchors{*signing::readCertificate(*csca)};
    std::size_t chips = 0, unsignedChips = 0;
    for (const auto& document : documents()) {
        const auto sodFile = document / "lds" / "EF.SOD";
        if (!fs::exists(sodFile)) continue;
        ++chips;
        const auto sod = contentOf(sodFile);
        const auto verdict = signing::verifySecurityObject(sod, {anchors, base::SystemClock{}.now()});
        EXPECT_TRUE(verdict.holds()) << document;
        const bool isSigned = fs::exists(document / "lds" / "EF.DG7");
        EXPECT_EQ(verdict.hashes.count(7) == 1, isSigned);
        EXPECT_EQ(verdict.hashes.size(), isSigned ? 7U : 6U);
        unsignedChips += isSigned ? 0 : 1;
        for (const auto& [group, hash] : verdict.hashes)
            EXPECT_TRUE(verdict.speaksFor(group, contentOf(document / "lds" / ("EF.DG" + std::to_string(group)))))
                << document << group;
        const auto cms = out() / "sod.cms";
        base::writeFileDurably(cms, base::tlv::readFirst(sod)->value);
        // OpenSSL refuses explicit curve parameters in chains, so the path is checked above and the signature here.
        const auto checked = run("openssl cms -verify -noverify -inform DER -in " + cms.string() + " -out /dev/null");
        EXPECT_EQ(checked.exitCode, 0) << checked.output;
    }
    EXPECT_EQ(chips, 10U);
    EXPECT_EQ(unsignedChips, 1U) << "the small child's";
}

TEST_F(Demonstration, TheZoneIsTheSameOnPageChipAndReport) {
    for (const auto& document : documents()) {
        const auto lines = reportOf(document)["mrz"].get<std::vector<std::string>>();
        const bool card = fs::exists(document / "back.pdf");
        const auto page = run("pdftotext -layout " + (document / (card ? "back.pdf" : "page.pdf")).string() + " -");
        for (const auto& line : lines)
            EXPECT_NE(page.output.find(line), std::string::npos) << document << "\n" << page.output;
        const auto dg1 = document / "lds" / "EF.DG1";
        if (!fs::exists(dg1)) continue;
        const auto decoded = chip::lds::decodeDg1(contentOf(dg1));
        ASSERT_TRUE(decoded);
        EXPECT_EQ(decoded->content.lines, lines) << document;
    }
}

TEST_F(Demonstration, EachPageAndCertificateSaysThatItWasMadeForTraining) {
    int seen = 0;
    for (const auto* folder : {"documents", "certificates"})
        for (const auto& entry : fs::recursive_directory_iterator{out() / folder}) {
            if (entry.path().extension() != ".pdf") continue;
            const auto text = run("pdftotext -raw " + entry.path().string() + " - | tr -d ' \\n'").output;
            EXPECT_NE(text.find("SINVALOR"), std::string::npos) << entry.path();
            ++seen;
        }
    EXPECT_GT(seen, 20);
}

TEST_F(Demonstration, EachPageIsASoundPdf) {
    for (const auto& document : documents())
        for (const char* page : {"page.pdf", "front.pdf", "back.pdf"}) {
            if (!fs::exists(document / page)) continue;
            const auto checked = run("qpdf --check " + (document / page).string());
            EXPECT_EQ(checked.exitCode, 0) << checked.output;
        }
}

TEST_F(Demonstration, LeavesTheStockAndAnIntactJournal) {
    const auto stock = base::textOf(contentOf(out() / "stock.csv"));
    EXPECT_EQ(std::count(stock.begin(), stock.end(), '\n'), 201);
    EXPECT_NE(s_ran.output.find("Sin explicación: 0"), std::string::npos);
    const auto journal = base::textOf(contentOf(out() / "journal.ndjson"));
    EXPECT_GT(std::count(journal.begin(), journal.end(), '\n'), 200);
    const std::string home = "--home " + (out() / "institution").string() + " --as raul ";
    EXPECT_EQ(troquel(home + "journal verify").exitCode, 0);
}

}  // namespace
}  // namespace cli
