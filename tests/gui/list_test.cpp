// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QTableView>
#include <QTest>

#include "base/failure.hpp"
#include "contract/acts_of_orders.hpp"
#include "gui/production/orders_page.hpp"
#include "gui/widgets/export_sheet.hpp"
#include "gui/widgets/list_sheets.hpp"
#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"
#include "tests/support/paths.hpp"

namespace gui {
namespace {

using namespace base::literals;
using support::DeskUnderTest;

TEST(PagedTable, DropsAPageThatWasAskedForBefore) {
    std::vector<ListAnswer> asked;
    std::vector<ListQuery> queries;
    PagedTable table{{"a"}, [&](const ListQuery& query, ListAnswer answer) {
                         queries.push_back(query);
                         asked.push_back(std::move(answer));
                     }};
    table.ask({"A", {}, {}, {}, 0});
    table.ask({"AB", {}, {}, {}, 0});
    asked.at(1).arrived({{"2", {"AB"}}});
    asked.at(0).arrived({{"1", {"A"}}, {"2", {"AB"}}});
    ASSERT_EQ(table.rowCount(), 1);
    EXPECT_EQ(table.row(0).cells, QStringList{"AB"});
    EXPECT_TRUE(table.isWhole());
}

TEST(PagedTable, GoesOnAfterTheLastRowAndKeepsWhatIsSeenUntilItIsReplaced) {
    std::vector<ListAnswer> asked;
    std::vector<ListQuery> queries;
    PagedTable table{{"a"}, [&](const ListQuery& query, ListAnswer answer) {
                         queries.push_back(query);
                         asked.push_back(std::move(answer));
                     }};
    table.ask({});
    std::vector<ListRow> page;
    for (int at = 0; at < PagedTable::kPage; ++at) page.push_back({QString::number(at), {QString::number(at)}});
    asked.at(0).arrived(page);
    ASSERT_TRUE(table.canFetchMore({}));
    table.fetchMore({});
    EXPECT_EQ(queries.at(1).after, QString::number(PagedTable::kPage - 1));
    asked.at(1).arrived({{"last", {"last"}}});
    EXPECT_EQ(table.rowCount(), PagedTable::kPage + 1);
    EXPECT_FALSE(table.canFetchMore({}));
    table.askAgain();
    EXPECT_EQ(table.rowCount(), PagedTable::kPage + 1) << "nothing goes before something comes";
    EXPECT_EQ(queries.at(2).limit, 2 * PagedTable::kPage);
    asked.at(2).troubled(base::Refusal{base::Fault{"gui.broken"_code}});
    EXPECT_EQ(table.rowCount(), PagedTable::kPage + 1);
}

TEST(Csv, QuotesAndMakesNoFormula) {
    EXPECT_EQ(csvCell("López, \"Ana\""), "\"López, \"\"Ana\"\"\"");
    for (const char* dangerous : {"=1+1", "@SUM(A1)", "+cmd", "-cmd", "\tx"})
        EXPECT_TRUE(csvCell(dangerous).startsWith('\'')) << dangerous;
    EXPECT_EQ(csvCell("-5"), "-5");
    EXPECT_EQ(csvCell("=A1,B1"), "\"'=A1,B1\"");
}

TEST(Csv, SaysWhyNoFileWasWritten) {
    CsvRows file{"/no/such/folder/list.csv", {"t", {}, {}, {"a"}, {1}}};
    file.write({{"1"}});
    EXPECT_NE(file.finish(), "");
}

TEST(Narrowed, FindsInAnyCellAndSortsByAColumn) {
    const std::vector<ListRow> rows{{"1", {"a", "zeta"}}, {"2", {"b", "Alfa"}}, {"3", {"c", "beta"}}};
    const auto found = narrowed(rows, {"TA", {}, "-1", {}, 200});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].key, "1");
    EXPECT_EQ(found[1].key, "3");
    EXPECT_TRUE(narrowed(rows, {{}, {}, {}, "3", 200}).empty()) << "all came with the first page";
}

TEST(ListView, SaysThatItCouldNotBeHadAndAsksAgain) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    bool away = true;
    auto* list = new ListView{desk.place(),
                              {"prueba", "Prueba", {{"A"}}, {}, {}, {}, "Nada hay", "Espere"},
                              [&](const ListQuery&, const ListAnswer& answer) {
                                  if (away) return answer.troubled(base::Refusal{base::Fault{"gui.broken"_code}});
                                  answer.arrived({});
                              },
                              &desk.window()};
    list->setGeometry(desk.window().rect());
    list->show();
    list->refresh();
    EXPECT_TRUE(desk.sees("No se pudo traer la lista"));
    EXPECT_TRUE(desk.sees("El programa falló en algo inesperado."));
    away = false;
    list->refresh();
    EXPECT_TRUE(desk.sees("Nada hay"));
    EXPECT_FALSE(desk.shown().contains("No se pudo traer la lista"));
}

class OrdersOnTheScreen : public testing::Test {
   protected:
    OrdersOnTheScreen() : m_house(support::copyOfDeskHouse()), m_desk(m_house->home()) {
        m_orders = base::expected(m_house->ask("operator", contract::OrderList{}), "orders").orders;
        m_desk.begin("operator");
        m_desk.sees("Abra el turno");
        m_desk.press(Qt::Key_F4);
        m_desk.until([&] { return rows() == count(); }, "the orders");
    }
    [[nodiscard]] int count() const { return static_cast<int>(m_orders.size()); }
    [[nodiscard]] QTableView* table() { return m_desk.find<QTableView>(); }
    [[nodiscard]] int rows() { return table() == nullptr ? 0 : table()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    [[nodiscard]] QString orderAt(std::size_t at) const { return QString::fromStdString(m_orders.at(at).order); }

    std::unique_ptr<support::TrainingHouse> m_house;
    DeskUnderTest m_desk;
    std::vector<contract::OrderLine> m_orders;
};

TEST_F(OrdersOnTheScreen, AreNarrowedWhileOneTypesAndByAScan) {
    m_desk.type(orderAt(3));
    m_desk.until([&] { return rows() == 1; }, "the order that was typed");
    EXPECT_EQ(cell(0, 0), orderAt(3));
    EXPECT_EQ(m_desk.find<QLineEdit>("filter")->text(), orderAt(3)) << "letters typed at the rows go to the filter";
    m_desk.press(Qt::Key_Escape);
    m_desk.until([&] { return rows() == count(); }, "all again");
    m_desk.scan(orderAt(5));
    m_desk.until([&] { return rows() == 1 && cell(0, 0) == orderAt(5); }, "the order that was scanned");
    m_desk.focus("filter");
    m_desk.press(Qt::Key_A, Qt::ControlModifier);
    m_desk.type("zzz");
    EXPECT_TRUE(m_desk.sees("Nada coincide con lo que se busca"));
    EXPECT_TRUE(m_desk.sees("Borre lo escrito (Esc)"));
    m_desk.press(Qt::Key_Escape);
    m_desk.until([&] { return rows() == count(); }, "all again");
    m_desk.press(Qt::Key_Escape);
    EXPECT_TRUE(m_desk.sees("[Empezar]")) << "Escape leads back once nothing is typed";
}

TEST_F(OrdersOnTheScreen, AreSortedByTheOffice) {
    m_desk.find<QComboBox>("sort")->setCurrentIndex(1);
    EXPECT_TRUE(m_desk.until([&] { return cell(0, 0) == orderAt(m_orders.size() - 1); }, "the newest first"));
}

TEST_F(OrdersOnTheScreen, AreCopiedWithTheColumnsThatAreSeen) {
    m_desk.find<OrdersPage>()->refresh();
    m_desk.press(Qt::Key_K, Qt::ControlModifier);
    m_desk.until([&] { return m_desk.find<ColumnsSheet>() != nullptr; }, "the columns");
    m_desk.press(Qt::Key_Tab);
    m_desk.type(" ");  // the second, the kind, is shown no more
    m_desk.press(Qt::Key_F5);
    m_desk.until([&] { return table()->isColumnHidden(1); }, "a column less");
    table()->setFocus();
    table()->selectRow(0);
    m_desk.press(Qt::Key_Down, Qt::ShiftModifier);
    m_desk.press(Qt::Key_C, Qt::ControlModifier);
    const auto lines = QGuiApplication::clipboard()->text().split('\n');
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[0].section('\t', 0, 1), orderAt(0) + "\trecibida") << lines[0].toStdString();
    EXPECT_TRUE(lines[1].startsWith(orderAt(1)));
    m_desk.press(Qt::Key_F9);
    m_desk.begin("operator");
    m_desk.sees("Abra el turno");
    m_desk.press(Qt::Key_F4);
    m_desk.until([&] { return rows() == count(); }, "the orders");
    EXPECT_TRUE(table()->isColumnHidden(1)) << "kept from one day to the next";
    m_desk.press(Qt::Key_F9);
    m_desk.begin("operator2");
    m_desk.sees("Abra el turno");
    m_desk.press(Qt::Key_F4);
    m_desk.until([&] { return rows() == count(); }, "the orders");
    EXPECT_FALSE(table()->isColumnHidden(1)) << "and by each person";
}

TEST_F(OrdersOnTheScreen, AreFoundAgainByAFilterThatWasKept) {
    m_desk.type(orderAt(2));
    m_desk.until([&] { return rows() == 1; }, "one order");
    m_desk.press(Qt::Key_G, Qt::ControlModifier);
    m_desk.until([&] { return m_desk.find<FiltersSheet>() != nullptr; }, "the filters");
    EXPECT_TRUE(m_desk.sees("Buscado: " + orderAt(2)));
    m_desk.type("La de ayer");
    m_desk.press(Qt::Key_F5);
    m_desk.until([&] { return m_desk.find<FiltersSheet>()->findChild<QListWidget*>()->count() == 1; }, "the name");
    m_desk.press(Qt::Key_Escape);
    m_desk.press(Qt::Key_Escape);
    m_desk.until([&] { return rows() == count(); }, "all again");
    m_desk.press(Qt::Key_G, Qt::ControlModifier);
    m_desk.until([&] { return m_desk.find<FiltersSheet>() != nullptr; }, "the filters");
    m_desk.press(Qt::Key_F2);
    m_desk.until([&] { return rows() == 1 && cell(0, 0) == orderAt(2); }, "the order of the filter");
}

/// Where the file is that an export tells of.
QString exportInto(DeskUnderTest& desk, const std::filesystem::path& folder, Qt::Key key) {
    desk.press(Qt::Key_E, Qt::ControlModifier);
    desk.until([&] { return desk.find<ExportSheet>() != nullptr; }, "the sheet");
    desk.find<QLineEdit>("folder")->setText(QString::fromStdString(folder.string()));
    desk.press(key);
    desk.sees("Se escribieron");
    desk.press(Qt::Key_Escape);
    const QDir there{QString::fromStdString(folder.string())};
    const auto files = there.entryList(QDir::Files);
    EXPECT_EQ(files.size(), 1);
    return there.filePath(files.value(0));
}

TEST_F(OrdersOnTheScreen, AreExportedWholeAsCsv) {
    const support::ScratchFolder folder;
    QFile file{exportInto(m_desk, folder.path(), Qt::Key_F2)};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto text = file.readAll();
    EXPECT_TRUE(
        text.startsWith("\xEF\xBB\xBF"
                        "Orden,"))
        << text.left(40).toStdString();
    EXPECT_EQ(text.count("\r\n"), count() + 1);
    for (const auto& order : m_orders) EXPECT_TRUE(text.contains(order.order.c_str())) << order.order;
}

TEST_F(OrdersOnTheScreen, AreExportedAsPdfWithTheirFilter) {
    m_desk.type(orderAt(0).left(5));
    m_desk.until([&] { return m_desk.find<QLineEdit>("filter")->text() == orderAt(0).left(5); }, "the filter");
    m_desk.press(Qt::Key_Return);
    m_desk.until([&] { return m_desk.place().link.pending() == 0; }, "the answer");
    const support::ScratchFolder folder;
    const auto path = exportInto(m_desk, folder.path(), Qt::Key_F3);
    QProcess reads;
    reads.start("pdftotext", {"-layout", path, "-"});
    ASSERT_TRUE(reads.waitForFinished());
    const auto text = QString::fromUtf8(reads.readAllStandardOutput());
    for (const QString& words : {QString{"Órdenes"}, "Buscado: " + orderAt(0).left(5), QString{"Página 1"},
                                 QString{"Persona operator"}, QString{"CAPACITACIÓN"}, orderAt(0)})
        EXPECT_TRUE(text.contains(words)) << words.toStdString() << "\nin\n" << text.toStdString();
}

TEST_F(OrdersOnTheScreen, SayWhereNoFileCanBeWritten) {
    m_desk.press(Qt::Key_E, Qt::ControlModifier);
    m_desk.until([&] { return m_desk.find<ExportSheet>() != nullptr; }, "the sheet");
    m_desk.find<QLineEdit>("folder")->setText("/no/such/folder");
    m_desk.press(Qt::Key_F2);
    EXPECT_TRUE(m_desk.sees("La carpeta /no/such/folder no existe."));
}

}  // namespace
}  // namespace gui
