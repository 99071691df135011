// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QLineEdit>
#include <QTableWidget>

#include "contract/acts_of_inspections.hpp"
#include "gui/inspection/comparison_table.hpp"
#include "gui/inspection/picture_view.hpp"
#include "gui/inspection/waiting_page.hpp"
#include "records/database/database.hpp"
#include "tests/gui/desk_under_test.hpp"
#include "tests/gui/inspected_house.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

contract::InspectionShown inspectionOf(support::TrainingHouse& house, const std::string& blank) {
    return *house.ask("inspector", contract::InspectionShow{blank});
}

std::string stageOf(support::TrainingHouse& house, const std::string& order) {
    return house.ask("inspector", contract::OrderShow{order})->order.stage;
}

void change(support::TrainingHouse& house, const std::string& statement) {
    records::Database::open("sqlite:" + (house.home() / "troquel.db").string())->connect()->execute(statement, {});
}

void openInspection(DeskUnderTest& desk, const std::string& user, const std::string& blank) {
    desk.begin(QString::fromStdString(user));
    desk.press(Qt::Key_6, Qt::AltModifier);
    desk.sees("[Cola]");
    desk.scan(QString::fromStdString(blank));
    desk.sees("pieza " + QString::fromStdString(blank));
}

TEST(Inspection, OpensWithWhatWaitsAndReleasesIt) {
    const auto made = support::copyOfInspectedHouse();
    const auto waiting = made.house->ask("inspector", contract::InspectionList{})->waiting;
    ASSERT_GE(waiting.size(), 3U);
    const auto first = QString::fromStdString(waiting.front().document);
    DeskUnderTest desk{made.house->home()};
    desk.begin("inspector");
    EXPECT_TRUE(desk.sees(first));
    EXPECT_TRUE(desk.sees("Mire la página impresa y compárela con la orden"));
    EXPECT_TRUE(desk.sees(QString{"Esperan: %1"}.arg(waiting.size())));
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("El documento " + first + " quedó liberado."));
    EXPECT_EQ(stageOf(*made.house, waiting.front().order), "released");
    EXPECT_TRUE(desk.sees(QString::fromStdString(waiting.at(1).document))) << "the next is on the screen";
    desk.press(Qt::Key_F8);
    EXPECT_TRUE(desk.sees(QString::fromStdString(waiting.at(2).document))) << "it was left for later";
    EXPECT_NE(stageOf(*made.house, waiting.at(1).order), "released");
}

TEST(Inspection, ShowsOrderPageAndChipSideBySide) {
    const auto made = support::copyOfInspectedHouse();
    DeskUnderTest desk{made.house->home()};
    openInspection(desk, "inspector", made.blanks.scanned);
    const auto shown = inspectionOf(*made.house, made.blanks.scanned);
    auto* table = desk.find<ComparisonTable>();
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->rowCount(), static_cast<int>(shown.parts.size())) << "what all say is said once";
    EXPECT_TRUE(std::ranges::none_of(shown.parts, &contract::InspectedPart::differs));
    auto* pictures = desk.find<PictureView>();
    ASSERT_NE(pictures, nullptr);
    EXPECT_EQ(pictures->accessibleName(), "Retrato de la orden, Retrato del chip");
    desk.press(Qt::Key_2, Qt::ControlModifier);
    EXPECT_TRUE(pictures->accessibleName().contains("Como la vio el escáner"));
    desk.press(Qt::Key_Plus);
    desk.until([&] { return pictures->nearness() > 1; }, "a nearer picture");
    desk.press(Qt::Key_0);
    desk.until([&] { return pictures->nearness() == 1; }, "the whole picture");
}

TEST(Inspection, MarksWhatDiffers) {
    const auto made = support::copyOfInspectedHouse();
    change(
        *made.house,
        "UPDATE document_file SET content = (SELECT other.content FROM document_file other JOIN document d ON d.id = "
        "other.document_id WHERE d.blank_serial = '" +
            made.blanks.streaked +
            "' AND other.purpose = 'made' AND other.name = 'EF.DG1') WHERE purpose = 'read' AND name = 'EF.DG1' AND "
            "document_id = (SELECT id FROM document WHERE blank_serial = '" +
            made.blanks.doubtful + "')");
    DeskUnderTest desk{made.house->home()};
    openInspection(desk, "inspector", made.blanks.doubtful);
    auto* table = desk.find<ComparisonTable>();
    ASSERT_NE(table, nullptr);
    EXPECT_TRUE(table->item(0, 0)->text().startsWith("≠")) << "what differs comes first";
    const auto zone = table->findItems("línea 1, chip", Qt::MatchContains);
    ASSERT_EQ(zone.size(), 1) << "the lines of the zone are one below the other";
    const int row = zone.front()->row();
    EXPECT_NE(table->item(row, 1)->text(), table->item(row - 2, 1)->text());
    EXPECT_EQ(table->item(row - 1, 1)->text(), table->item(row - 2, 1)->text()) << "the page says what was ordered";
}

TEST(Inspection, ReadsTheChipAndChecksTheFiles) {
    const auto made = support::copyOfInspectedHouse();
    DeskUnderTest desk{made.house->home()};
    openInspection(desk, "inspector", made.blanks.doubtful);
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("El chip es auténtico y dice lo mismo que la orden."));
    desk.press(Qt::Key_Escape);
    desk.until([&] { return !desk.shown().contains("El chip es auténtico"); }, "the sheet to be gone");
    desk.press(Qt::Key_F7);
    EXPECT_TRUE(desk.sees("Página, chip y firma concuerdan con la orden."));
    desk.press(Qt::Key_Escape);
    change(*made.house,
           "UPDATE document SET mrz = REPLACE(mrz, '<', 'X') WHERE blank_serial = '" + made.blanks.doubtful + "'");
    desk.until([&] { return !desk.shown().contains("concuerdan"); }, "the sheet to be gone");
    desk.press(Qt::Key_F7);
    EXPECT_TRUE(desk.sees("Algo no concuerda"));
}

TEST(Inspection, RefusesWithACauseAndTheOrderIsMadeAgain) {
    const auto made = support::copyOfInspectedHouse();
    const auto before = inspectionOf(*made.house, made.blanks.doubtful);
    DeskUnderTest desk{made.house->home()};
    openInspection(desk, "inspector", made.blanks.doubtful);
    desk.press(Qt::Key_F4);
    desk.sees("irá a cuarentena");
    desk.press(Qt::Key_Down);
    desk.focus("reason");
    desk.type("otro apellido");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("quedó rechazado"));
    EXPECT_EQ(stageOf(*made.house, before.document.order), "cleared");
    const auto after = inspectionOf(*made.house, made.blanks.doubtful);
    EXPECT_EQ(after.document.state, "void");
    const auto stages = made.house->ask("inspector", contract::OrderShow{before.document.order})->stages;
    EXPECT_EQ(stages.back().cause, "Los datos no son los de la orden: otro apellido");
}

TEST(Inspection, TwoPeopleFindGoodWhatIsRefusedForItsLooks) {
    const auto made = support::copyOfInspectedHouse();
    const auto order = inspectionOf(*made.house, made.blanks.streaked).document.order;
    DeskUnderTest desk{made.house->home()};
    openInspection(desk, "inspector", made.blanks.streaked);
    EXPECT_TRUE(desk.sees("La inspección la rechazó por cómo se ve"));
    EXPECT_TRUE(desk.find<PictureView>()->accessibleName().contains("Sobra en rojo"));
    desk.press(Qt::Key_F5);
    desk.sees("no se pueden dar por buenos");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Escriba el motivo."));
    desk.focus("reason");
    desk.type("fuera de los datos");
    desk.press(Qt::Key_Return);
    desk.sees("Supervisor que miró la página");
    desk.logIn("clerk");
    EXPECT_TRUE(desk.sees("no permiten esta acción"));
    desk.logIn("supervisor");
    EXPECT_TRUE(desk.sees("Ya puede liberarse."));
    EXPECT_TRUE(desk.sees("[Está bien: liberar]"));
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("quedó liberado"));
    EXPECT_EQ(stageOf(*made.house, order), "released");
}

TEST(Inspection, LeavesToOthersWhatThePersonMade) {
    const auto made = support::copyOfInspectedHouse();
    auto& house = *made.house;
    ASSERT_TRUE(house.ask("admin", contract::OperatorGrant{"operator", "auditor"}));
    ASSERT_TRUE(house.ask("admin", contract::OperatorRevoke{"operator", "operator"}));
    ASSERT_TRUE(house.ask("admin", contract::OperatorGrant{"operator", "inspector"}));
    DeskUnderTest desk{house.home()};
    desk.begin("operator");
    desk.press(Qt::Key_6, Qt::AltModifier);
    EXPECT_TRUE(desk.sees("Nada espera a un inspector"));
    desk.scan(QString::fromStdString(made.blanks.scanned));
    EXPECT_TRUE(desk.sees("Usted hizo este documento"));
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("El documento sigue sin liberar."));
    EXPECT_NE(stageOf(house, inspectionOf(house, made.blanks.scanned).document.order), "released");
}

TEST(Inspection, SaysThatACodeIsOfNoDocument) {
    const auto made = support::copyOfInspectedHouse();
    DeskUnderTest desk{made.house->home()};
    openInspection(desk, "auditor", made.blanks.scanned);
    EXPECT_FALSE(desk.shown().contains("Está bien: liberar")) << "an auditor only looks";
    desk.scan("Z9999999");
    EXPECT_TRUE(desk.sees("Z9999999"));
    desk.press(Qt::Key_F2);
    desk.until([&] { return desk.find<WaitingPage>() != nullptr; }, "the queue");
    EXPECT_TRUE(desk.sees("Documentos que esperan a un inspector"));
}

}  // namespace
}  // namespace gui
