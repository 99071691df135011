// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_cases.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "gui/supervision/alarms.hpp"
#include "gui/supervision/case_page.hpp"
#include "gui/supervision/line_page.hpp"
#include "gui/supervision/order_page.hpp"
#include "gui/widgets/bar_chart.hpp"
#include "gui/widgets/form_sheet.hpp"
#include "issuance/office/institution.hpp"
#include "records/database/database.hpp"
#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"
#include "tests/printing/page_scanner.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

/// The supervisor's desk over a house in which blanks lie at the workstation and orders wait.
class Supervision : public testing::Test {
   protected:
    Supervision() : m_house(support::copyOfDeskHouse()) {
        for (const char* item : {"booklet-ordinary", "booklet-official"})
            base::expected(m_house->ask("custodian", contract::StockIssue{item, 10, "linea-1"}, "custodian2"), "issue");
        m_orders = listed({});
    }
    [[nodiscard]] std::vector<contract::OrderLine> listed(const contract::OrderList& request) {
        return base::expected(m_house->ask("operator", request), "orders").orders;
    }
    [[nodiscard]] contract::OrderLine order(const std::string& number) {
        return base::expected(m_house->ask("operator", contract::OrderShow{number}), "order").order;
    }
    void runLine(std::vector<std::string> duties = {}) {
        contract::LineRun run{"folder", "simulated", std::nullopt, std::nullopt};
        run.duties = std::move(duties);
        base::expected(m_house->ask("operator", run), "line");
    }
    void execute(const std::string& statement) {
        records::Database::open("sqlite:" + (m_house->home() / "troquel.db").string())->connect()->execute(statement);
    }
    void begin() {
        m_desk = std::make_unique<DeskUnderTest>(m_house->home());
        m_desk->begin("supervisor");
        m_desk->sees("Recibidas");
    }
    [[nodiscard]] DeskUnderTest& desk() { return *m_desk; }
    /// An order's page, found by what is scanned.
    void openOrder(const std::string& scanned) {
        desk().scan(QString::fromStdString(scanned));
        desk().until([&] { return desk().find<OrderPage>() != nullptr; }, "the page of the order that was scanned");
        desk().sees("Captura");
    }
    void decide(Qt::Key key, const QString& reason) {
        desk().press(key);
        desk().until([&] { return desk().find<FormSheet>() != nullptr; }, "the sheet of a decision");
        if (!reason.isEmpty()) {
            desk().focus("reason");
            desk().type(reason);
        }
        desk().press(Qt::Key_F5);
    }

    std::unique_ptr<support::TrainingHouse> m_house;
    std::unique_ptr<DeskUnderTest> m_desk;
    std::vector<contract::OrderLine> m_orders;
};

TEST_F(Supervision, ShowsTheLineAndWhatChangesInItWithoutBeingAsked) {
    begin();
    EXPECT_TRUE(desk().sees("Recibidas\n" + QString::number(m_orders.size())));
    EXPECT_TRUE(desk().sees("linea-1\nSin nadie"));
    EXPECT_TRUE(desk().shown().contains("[Supervisión]"));
    EXPECT_FALSE(desk().shown().contains("[Producción]"));
    base::expected(m_house->ask("supervisor", contract::OrderHold{m_orders[0].order, "revision"}), "hold");
    EXPECT_TRUE(desk().sees("1 retenida"));
    runLine({"print", "encode"});
    EXPECT_TRUE(desk().sees("Grabadas\n" + QString::number(listed({"encoded", {}, {}, {}}).size())));
}

TEST_F(Supervision, LetsAWorkstationRestAndWorkAgain) {
    begin();
    desk().sees("Puesto elegido: linea-1");
    decide(Qt::Key_F2, {});
    EXPECT_TRUE(desk().until(
        [&] { return desk().find<FormSheet>() != nullptr && desk().shown().contains("por qué se detiene"); },
        "the office wants a reason"));
    desk().focus("reason");
    desk().type("Cambio de turno");
    desk().press(Qt::Key_F5);
    EXPECT_TRUE(desk().sees("En pausa: Cambio de turno"));
    EXPECT_TRUE(desk().sees("linea-1: En pausa")) << "among the alarms";
    const auto resting = m_house->ask("operator", contract::LineStatus{});
    ASSERT_EQ(resting->rests.size(), 1U);
    EXPECT_EQ(resting->rests[0].mode, "pause");
    EXPECT_TRUE(desk().sees("(Pausar)")) << "it rests already";
    desk().press(Qt::Key_F4);
    EXPECT_TRUE(desk().sees("(Reanudar)")) << "it rests no more";
    EXPECT_FALSE(desk().shown().contains("En pausa"));
    EXPECT_TRUE(m_house->ask("operator", contract::LineStatus{})->rests.empty());
}

TEST_F(Supervision, FindsAnOrderByAScanAndTellsItsWholePast) {
    runLine();
    begin();
    const auto made = order(m_orders[0].order);
    ASSERT_NE(made.blank, "");
    openOrder(made.blank);
    EXPECT_TRUE(desk().sees("Orden " + QString::fromStdString(made.order)));
    EXPECT_TRUE(desk().sees("Documento " + QString::fromStdString(made.document)));
    auto* past = desk().find<OrderPage>()->findChild<QTableView*>();
    desk().until([&] { return past->model()->rowCount() > 6; }, "the past");
    QStringList words;
    for (int row = 0; row < past->model()->rowCount(); ++row)
        for (int column = 0; column < past->model()->columnCount(); ++column)
            words << past->model()->index(row, column).data().toString();
    for (const char* each : {"Orden recibida", "ingreso", "entrega", "imprimir", "inspeccionar", "operator"})
        EXPECT_TRUE(words.contains(each)) << each << "\n" << words.join('|').toStdString();
    desk().press(Qt::Key_Escape);
    EXPECT_TRUE(desk().sees("[Exportar]"));
}

TEST_F(Supervision, HoldsAndReleasesAnOrderForAReason) {
    begin();
    const auto id = m_orders[1].order;
    openOrder(id);
    decide(Qt::Key_F2, "Falta la foto");
    EXPECT_TRUE(desk().sees("La orden quedó retenida."));
    EXPECT_EQ(order(id).standing, "held");
    EXPECT_TRUE(desk().sees("Motivo: Falta la foto"));
    decide(Qt::Key_F3, "Ya llego");
    EXPECT_TRUE(desk().sees("La orden vuelve a la línea."));
    EXPECT_EQ(order(id).standing, "ready");
}

TEST_F(Supervision, GivesAnOrderAnotherTurnAndSaysWhyNot) {
    begin();
    const auto id = m_orders[2].order;
    openOrder(id);
    desk().press(Qt::Key_F4);
    desk().until([&] { return desk().find<FormSheet>() != nullptr; }, "the sheet");
    desk().find<QComboBox>("priority")->setCurrentIndex(m_orders[2].priority == "urgent" ? 0 : 1);
    desk().find<QLineEdit>("due")->setText("2020-01-01");
    desk().focus("reason");
    desk().type("Viaja antes");
    desk().press(Qt::Key_F5);
    EXPECT_TRUE(desk().sees("ya pasó")) << "the office refuses a day of the past";
    desk().find<QLineEdit>("due")->setText("2099-01-01");
    desk().press(Qt::Key_F5);
    EXPECT_TRUE(desk().sees("La orden tiene otro turno."));
    EXPECT_EQ(order(id).due, "2099-01-01");
    EXPECT_NE(order(id).priority, m_orders[2].priority);
}

TEST_F(Supervision, CancelsAndSendsBackAndKeepsForACounter) {
    begin();
    openOrder(m_orders[3].order);
    decide(Qt::Key_F7, "Desistio");
    EXPECT_TRUE(desk().sees("La orden quedó cancelada."));
    EXPECT_EQ(order(m_orders[3].order).stage, "cancelled");
    openOrder(m_orders[4].order);
    decide(Qt::Key_F6, "La foto es de otra persona");
    EXPECT_TRUE(desk().sees("La orden volvió a captura."));
    EXPECT_EQ(order(m_orders[4].order).stage, "sent_back");
    openOrder(m_orders[5].order);
    desk().press(Qt::Key_F8);
    desk().until([&] { return desk().find<FormSheet>() != nullptr; }, "the sheet");
    desk().focus("workstation");
    desk().type("linea-1");
    desk().focus("reason");
    desk().type("Titular espera");
    desk().press(Qt::Key_F5);
    EXPECT_TRUE(desk().sees("El mostrador de la orden quedó anotado."));
    EXPECT_EQ(m_house->ask("operator", contract::OrderShow{m_orders[5].order})->counter, "linea-1");
}

TEST_F(Supervision, AsksAnInspectorBeforeARefusedPageIsTakenForGood) {
    begin();
    openOrder(m_orders[0].order);
    decide(Qt::Key_F10, "La pagina esta bien");
    EXPECT_TRUE(desk().sees("Inspector que miró la página"));
    desk().logIn("operator");
    EXPECT_TRUE(desk().sees("no permiten esta acción"));
    desk().logIn("inspector");
    EXPECT_TRUE(desk().sees("no está retenida por el aspecto de su página")) << "inspection has refused nothing";
    EXPECT_EQ(order(m_orders[0].order).stage, "received");
}

TEST_F(Supervision, TakesForGoodWithAnInspectorWhatWasRefusedForItsLooks) {
    runLine({"print", "encode"});
    const auto encoded = listed({"encoded", {}, {}, {}}).at(0);
    const issuance::HomeFiles files{m_house->home()};
    const auto page = base::readFile(files.pages() / (encoded.blank + "-page.pdf"), 1U << 24);
    ASSERT_TRUE(page);
    samples::PageScanner streaked;
    streaked.streaks = {{122, 0.5, true}};
    std::filesystem::create_directories(files.scans());
    base::writeFileDurably(files.scans() / (encoded.blank + "-page.png"),
                           printing::encodePng(samples::scannedPage(*page, streaked)));
    contract::LineRun inspecting{"folder", "simulated", std::nullopt, std::nullopt};
    inspecting.duties = {"inspect"};
    inspecting.camera = "folder";
    inspecting.patience = 0;
    base::expected(m_house->ask("operator", inspecting), "inspection");
    ASSERT_EQ(order(encoded.order).standing, "held");
    begin();
    openOrder(encoded.order);
    decide(Qt::Key_F10, "La raya esta fuera de los datos");
    desk().sees("Inspector que miró la página");
    desk().logIn("inspector");
    EXPECT_TRUE(desk().sees("La página quedó por buena"));
    EXPECT_EQ(order(encoded.order).stage, "inspected");
    EXPECT_EQ(order(encoded.order).standing, "ready");
}

TEST_F(Supervision, TellsOfCasesThatAreOverdueAndIsNoOtherRolesDesk) {
    const contract::StockCloseShort shorter{
        "linea-1", {"A0000001-A0000009", "B0000001-B0000010"}, "No aparece en el puesto"};
    base::expected(m_house->ask("custodian", shorter, "supervisor"), "closing");
    execute("DROP TRIGGER stock_case_refuses_UPDATE");
    execute("UPDATE stock_case SET deadline = '2020-01-01'");
    begin();
    EXPECT_TRUE(desk().sees("1 caso vencido"));
    desk().press(Qt::Key_0, Qt::ControlModifier);
    EXPECT_TRUE(desk().sees("CASO-"));
    desk().press(Qt::Key_Escape);
    desk().press(Qt::Key_F9);
    desk().logIn("inspector");
    EXPECT_TRUE(desk().sees("Persona: Persona inspector"));
    EXPECT_FALSE(desk().shown().contains("Supervisión"));
}

TEST_F(Supervision, ResolvesADoubtThatAnAlarmTells) {
    runLine({"print"});
    const auto printed = listed({"printed", {}, {}, {}}).at(0).order;
    execute("UPDATE line_task SET standing = 'in_doubt', step = 'encode' WHERE order_id = '" + printed + "'");
    begin();
    EXPECT_TRUE(desk().sees("1 orden en duda"));
    desk().press(Qt::Key_3, Qt::ControlModifier);
    EXPECT_TRUE(desk().sees("No se sabe cómo terminó la grabación del chip"));
    desk().focus("seen");
    desk().type("El chip no se toco");
    desk().press(Qt::Key_F3);
    EXPECT_TRUE(desk().sees("No hay órdenes en duda")) << "one supervisor is enough";
    EXPECT_EQ(order(printed).standing, "ready");
}

TEST_F(Supervision, FollowsACaseUntilItIsResolved) {
    const contract::StockCloseShort shorter{
        "linea-1", {"A0000001-A0000009", "B0000001-B0000010"}, "No aparece en el puesto"};
    const auto closed = base::expected(m_house->ask("custodian", shorter, "supervisor"), "closing");
    ASSERT_EQ(closed.cases.size(), 1U);
    begin();
    desk().press(Qt::Key_4, Qt::ControlModifier);
    desk().until(
        [&] {
            auto* table = desk().find<QTableView>();
            return table != nullptr && table->model()->rowCount() == 1;
        },
        "the case");
    desk().press(Qt::Key_Return);
    EXPECT_TRUE(desk().sees("Caso " + QString::fromStdString(closed.cases[0])));
    decide(Qt::Key_F2, "Se busca en la gaveta");
    EXPECT_TRUE(desk().sees("Quedó anotado."));
    const auto noted = m_house->ask("supervisor", contract::CaseShow{closed.cases[0]});
    ASSERT_EQ(noted->notes.size(), 1U);
    EXPECT_EQ(noted->notes[0].text, "Se busca en la gaveta");
    decide(Qt::Key_F3, "No se hallo");
    desk().until([&] { return desk().shown().contains("A0000010") || desk().shown().contains("Segunda persona"); },
                 "why it is not resolved, or who else is wanted");
    EXPECT_EQ(m_house->ask("supervisor", contract::CaseShow{closed.cases[0]})->line.state, "open");
}

TEST_F(Supervision, PlansAndReportsAndKeepsTheReportsFiles) {
    runLine();
    base::expected(m_house->ask("inspector", contract::LineRelease{}), "release");
    begin();
    desk().press(Qt::Key_5, Qt::ControlModifier);
    EXPECT_TRUE(desk().sees("Plan de la línea"));
    EXPECT_TRUE(desk().sees("Calculado con lo que se midió"));
    desk().press(Qt::Key_6, Qt::ControlModifier);
    const auto released = listed({"released", {}, {}, {}}).size();
    EXPECT_TRUE(desk().sees(QString{"Liberadas %1"}.arg(released)));
    EXPECT_TRUE(desk().find<BarChart>()->accessibleDescription().contains(QString{": %1"}.arg(released)));
    const support::ScratchFolder folder;
    desk().press(Qt::Key_F6);
    desk().until([&] { return desk().find<FormSheet>() != nullptr; }, "the sheet");
    desk().find<QLineEdit>("folder")->setText(QString::fromStdString(folder.path().string()));
    desk().press(Qt::Key_F5);
    EXPECT_TRUE(desk().sees("El informe quedó guardado."));
    const auto files = QDir{QString::fromStdString(folder.path().string())}.entryList(QDir::Files);
    EXPECT_EQ(files.filter(".pdf").size(), 1) << files.join(' ').toStdString();
    EXPECT_GE(files.filter(".csv").size(), 1) << files.join(' ').toStdString();
    for (const auto& each : files) EXPECT_GT(QFileInfo{folder.path() / each.toStdString()}.size(), 0);
    desk().press(Qt::Key_F6);
    desk().until([&] { return desk().find<FormSheet>() != nullptr; }, "the sheet");
    desk().find<QLineEdit>("folder")->setText("/no/such/folder");
    desk().press(Qt::Key_F5);
    EXPECT_TRUE(desk().sees("No se pudo escribir"));
}

}  // namespace
}  // namespace gui
