// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>

#include "base/files.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/office/institution.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/printing/page_scanner.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

/// A line that has printed and encoded, and whose pages are scanned before they are inspected.
class CameraOffice : public testing::Test {
   protected:
    void SetUp() override {
        m_house.stockAndOrders();
        auto making = run("none");
        making.duties = {"print", "encode"};
        ASSERT_TRUE(m_house.ask("operator", making));
        const auto orders = m_house.ask("operator", OrderList{})->orders;
        for (const auto& order : orders)
            if (order.kind == "passport-ordinary" && order.stage == "encoded") m_orders.push_back(order.order);
        ASSERT_GE(m_orders.size(), 3U);
    }
    static LineRun run(const std::string& camera) {
        LineRun request{"folder", "simulated", std::nullopt, std::nullopt};
        request.patience = 0;
        request.camera = camera;
        return request;
    }
    [[nodiscard]] DocumentShown documentOf(const std::string& order) {
        return *m_house.ask("inspector", DocumentShow{m_house.ask("inspector", OrderShow{order})->order.document});
    }
    /// Lays the page of one order on the scanner, and keeps the picture as that of another.
    void scan(const std::string& order, const std::string& keptAs, const samples::PageScanner& scanner = {}) {
        const auto page = base::readFile(m_files.pages() / (documentOf(order).blank + "-page.pdf"), 1U << 24);
        ASSERT_TRUE(page);
        std::filesystem::create_directories(m_files.scans());
        base::writeFileDurably(m_files.scans() / (documentOf(keptAs).blank + "-page.png"),
                               printing::encodePng(samples::scannedPage(*page, scanner)));
    }
    [[nodiscard]] std::map<std::string, Verdict> verdictsOf(const std::string& order) {
        std::map<std::string, Verdict> verdicts;
        const auto document = documentOf(order);
        for (const auto& verdict : document.verdicts) verdicts[verdict.check] = verdict;
        return verdicts;
    }
    [[nodiscard]] std::string stageOf(const std::string& order) {
        return m_house.ask("inspector", OrderShow{order})->order.stage;
    }

    support::TrainingHouse m_house;
    HomeFiles m_files{m_house.home()};
    std::vector<std::string> m_orders;
};

TEST_F(CameraOffice, JudgesEachPageByItsPicture) {
    const auto &good = m_orders[0], &anothers = m_orders[1], &unmeasured = m_orders[2];
    const auto spoilt = documentOf(anothers).number;
    samples::PageScanner askew;
    askew.tilt = 2;
    scan(good, good, askew);
    scan(good, anothers);
    samples::PageScanner cropped;
    cropped.edges = false;
    scan(unmeasured, unmeasured, cropped);

    auto inspecting = run("folder");
    inspecting.duties = {"inspect"};
    const auto ran = m_house.ask("operator", inspecting);
    ASSERT_TRUE(ran);
    EXPECT_EQ(ran->refused, 1);
    EXPECT_EQ(ran->waitingForRelease, 2) << "the others were not scanned";

    auto verdicts = verdictsOf(good);
    EXPECT_TRUE(verdicts.at("page").passed);
    EXPECT_EQ(verdicts.count("page-doubtful"), 0U) << verdicts["page-doubtful"].reason;
    EXPECT_GT(std::stod(verdicts.at("page-contrast").reason), 0.6);
    EXPECT_TRUE(m_house.ask("inspector", LineRelease{good}));

    verdicts = verdictsOf(unmeasured);
    EXPECT_TRUE(verdicts.at("page").passed);
    EXPECT_EQ(verdicts.at("page-doubtful").reason.find("printing.scan-without-edges (page)"), 0U);
    EXPECT_TRUE(m_house.ask("inspector", LineRelease{unmeasured}).refusal().has("line.page-not-seen"_code));
    EXPECT_TRUE(m_house.ask("inspector", DocumentConfirmPage{documentOf(unmeasured).number}));
    EXPECT_TRUE(m_house.ask("inspector", LineRelease{unmeasured}));

    EXPECT_NE(stageOf(anothers), "inspected");
    const auto refused = m_house.ask("inspector", DocumentShow{spoilt});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->state, "void");
    bool told = false;
    for (const auto& verdict : refused->verdicts)
        told = told || (verdict.check == "page" && !verdict.passed &&
                        verdict.reason.find("printing.page-mrz-differs (mrz line 2 character") != std::string::npos);
    EXPECT_TRUE(told);
}

TEST_F(CameraOffice, TwoPeopleMayFindGoodWhatIsRefusedForItsLooksOnly) {
    const auto &good = m_orders[0], &bad = m_orders[1];
    samples::PageScanner streaked;
    streaked.streaks = {{122, 0.5, true}};
    scan(good, good, streaked);
    scan(bad, bad, streaked);
    auto inspecting = run("folder");
    inspecting.duties = {"inspect"};
    EXPECT_EQ(m_house.ask("operator", inspecting)->refused, 2);
    const auto shown = *m_house.ask("inspector", OrderShow{good});
    EXPECT_EQ(shown.order.standing, "held");
    EXPECT_EQ(shown.holdReason, "line.page-refused-by-looks");
    EXPECT_EQ(verdictsOf(good).at("page").reason.find("printing.page-streak (dark"), 0U);

    const auto overridden = [&](const std::string& person, const std::string& order, const std::string& second,
                                const std::string& reason = "Fuera de los datos") {
        return m_house.ask(person, LineOverride{order, reason}, second);
    };
    EXPECT_FALSE(overridden("inspector", good, ""));
    EXPECT_FALSE(overridden("inspector", good, "clerk"));
    EXPECT_FALSE(overridden("operator", good, "supervisor"));
    EXPECT_TRUE(overridden("inspector", good, "supervisor", "").refusal().has("line.override-reason-missing"_code));
    EXPECT_TRUE(overridden("inspector", m_orders[2], "supervisor").refusal().has("line.nothing-to-override"_code));
    ASSERT_TRUE(overridden("inspector", good, "supervisor"));
    EXPECT_EQ(stageOf(good), "inspected");
    EXPECT_TRUE(m_house.ask("inspector", LineRelease{good}));
    EXPECT_EQ(verdictsOf(good).at("page-overridden").reason, "Fuera de los datos");
    const auto journal = base::textOf(m_house.ask("auditor", JournalExport{})->files.front().content);
    EXPECT_NE(journal.find("line.override"), std::string::npos);

    const auto blank = documentOf(bad).blank;
    ASSERT_TRUE(m_house.ask("supervisor", LineResolve{bad, "spoiled", "Se ve"}));
    EXPECT_EQ(stageOf(bad), "cleared");
    EXPECT_TRUE(overridden("inspector", bad, "supervisor").refusal().has("line.nothing-to-override"_code));
    const auto history = m_house.ask("custodian", StockHistory{blank});
    ASSERT_TRUE(history);
    bool byInspection = false;
    for (const auto& event : history->events)
        byInspection = byInspection || event.detail.find("inspection") != std::string::npos;
    EXPECT_TRUE(byInspection);
}

TEST_F(CameraOffice, KeepsThePictureAndWhereItDiffers) {
    scan(m_orders[0], m_orders[0]);
    auto inspecting = run("folder");
    inspecting.duties = {"inspect"};
    ASSERT_TRUE(m_house.ask("operator", inspecting));
    std::set<std::string> kept;
    const auto files = m_house.ask("inspector", DocumentFiles{documentOf(m_orders[0]).number})->files;
    for (const auto& file : files) kept.insert(file.name);
    EXPECT_TRUE(kept.contains("page.png")) << testing::PrintToString(kept);
    EXPECT_TRUE(kept.contains("page-difference.png"));
}

TEST_F(CameraOffice, IsRefusedWhereThereIsNoSuchCamera) {
    const auto ran = m_house.ask("operator", run("eyes"));
    ASSERT_FALSE(ran);
    EXPECT_TRUE(ran.refusal().has("line.unknown-camera"_code));
}

}  // namespace
}  // namespace issuance
