// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTableWidget>
#include <QTest>
#include <QTextBlock>

#include "base/clock.hpp"
#include "base/files.hpp"
#include "contract/acts_of_certifiers.hpp"
#include "gui/templates/source_edit.hpp"
#include "gui/templates/template_list.hpp"
#include "gui/templates/template_page.hpp"
#include "gui/widgets/page_view.hpp"
#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

QString pageText(DeskUnderTest& desk) {
    auto* view = desk.find<PageView>();
    return view == nullptr ? QString{} : view->text();
}

/// The desk over the shipped template "negativa", once its pages are there.
void openNegative(DeskUnderTest& desk) {
    desk.begin("certifier");
    desk.press(Qt::Key_5, Qt::AltModifier);
    desk.sees("sin aprobar, que se usan solo en capacitación");
    auto* list = desk.find<QTableWidget>();
    ASSERT_NE(list, nullptr);
    for (int at = 0; at < list->rowCount() && list->item(list->currentRow(), 0)->text() != "negativa"; ++at)
        desk.press(Qt::Key_Down);
    ASSERT_EQ(list->item(list->currentRow(), 0)->text(), "negativa");
    desk.press(Qt::Key_F5);
    desk.sees("Está bien:");
    desk.until([&] { return pageText(desk).contains("Folio"); }, "the pages with samples");
}

/// The text is put in the place of another, as if it had been typed there.
void replace(DeskUnderTest& desk, const QString& what, const QString& by) {
    auto* source = desk.find<SourceEdit>();
    ASSERT_NE(source, nullptr);
    source->moveCursor(QTextCursor::Start);
    ASSERT_TRUE(source->find(what)) << what.toStdString();
    source->insertPlainText(by);
}

TEST(Templates, SayTheirFaultsAtTheirLines) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    openNegative(desk);
    replace(desk, "{titular.nombre", "{titular.apodo");
    EXPECT_TRUE(desk.sees(" errores. Intro en la lista"));
    auto* faults = desk.find<QListWidget>();
    ASSERT_NE(faults, nullptr);
    EXPECT_TRUE(faults->item(0)->text().contains("Línea ")) << faults->item(0)->text().toStdString();
    EXPECT_TRUE(faults->item(0)->text().contains("apodo"));
    faults->setFocus();
    faults->setCurrentRow(0);
    desk.press(Qt::Key_Return);
    const auto* source = desk.find<SourceEdit>();
    EXPECT_TRUE(source->textCursor().block().text().contains("apodo")) << "the cursor is at the fault";
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Corrija primero lo que le falta."));
    replace(desk, "{titular.apodo", "{titular.nombre");
    EXPECT_TRUE(desk.sees("Está bien:"));
}

TEST(Templates, AreComparedWithTheVersionInForce) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    openNegative(desk);
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("Comparación: 0 cambios en el texto"));
    replace(desk, "Y para los usos", "Y para todos los usos");
    desk.sees("Está bien:");
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("Comparación: 1 cambio en el texto"));
    desk.press(Qt::Key_Escape);
    EXPECT_TRUE(desk.sees("Hay cambios sin guardar."));
    desk.press(Qt::Key_Escape);
    EXPECT_TRUE(desk.until([&] { return desk.find<TemplateList>() != nullptr; }, "the list"));
}

TEST(Templates, ArePutIntoUseByTwoPeople) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    openNegative(desk);
    desk.press(Qt::Key_F5);
    desk.sees("Segunda persona que puede aprobar");
    desk.logIn("clerk");
    EXPECT_TRUE(desk.sees("no permiten esta acción"));
    EXPECT_TRUE(house->ask("auditor", contract::TemplateList{})->templates.empty());
    desk.logIn("supervisor");
    EXPECT_TRUE(desk.sees("se usará desde el"));
    EXPECT_TRUE(desk.until(
        [&] {
            const auto* list = desk.find<QTableWidget>();
            return list != nullptr && list->rowCount() > 0 && list->item(0, 4)->text() == "aprobada";
        },
        "the version in the list"));
    const auto listed = house->ask("auditor", contract::TemplateList{});
    ASSERT_EQ(listed->templates.size(), 1U);
    EXPECT_EQ(listed->templates.front().name, "negativa");
    EXPECT_EQ(listed->templates.front().person, "certifier");
    EXPECT_EQ(listed->templates.front().second, "supervisor");
}

TEST(Templates, AreOpenedFromFilesAndStayUntilTheyAreKept) {
    const auto house = support::copyOfDeskHouse();
    const auto file = house->home() / "rota.xml";
    base::writeFileDurably(file, base::bytesOf("<plantilla nombre=\"rota\"\n  tipo=\"nada\"/>"));
    DeskUnderTest desk{house->home()};
    desk.begin("certifier");
    desk.press(Qt::Key_5, Qt::AltModifier);
    desk.sees("[Abrir un archivo]");
    desk.press(Qt::Key_F2);
    desk.until([&] { return desk.find<QFileDialog>() != nullptr; }, "a dialog for files");
    auto* name = desk.find<QFileDialog>()->findChild<QLineEdit*>("fileNameEdit");
    name->setText(QString::fromStdString(file.string()));
    QTest::keyClick(name, Qt::Key_Return);
    desk.until([&] { return QApplication::activeModalWidget() == nullptr; }, "the dialog to be gone");
    desk.window().activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&desk.window()));
    EXPECT_TRUE(desk.sees("Archivo rota.xml"));
    EXPECT_TRUE(desk.sees("error"));
    replace(desk, "nada", "otra");
    desk.press(Qt::Key_F9);
    EXPECT_TRUE(desk.sees("La plantilla tiene cambios sin guardar"));
    EXPECT_TRUE(desk.place().session.isOpen());
}

}  // namespace
}  // namespace gui
