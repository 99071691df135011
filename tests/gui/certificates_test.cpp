// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QStackedWidget>
#include <QTest>

#include "base/files.hpp"
#include "contract/acts_of_notifications.hpp"
#include "gui/certificates/awaiting_page.hpp"
#include "gui/certificates/certificate_page.hpp"
#include "gui/certificates/draft_page.hpp"
#include "gui/certificates/list_pages.hpp"
#include "gui/certificates/request_page.hpp"
#include "gui/certificates/search_page.hpp"
#include "gui/certificates/verification_page.hpp"
#include "gui/widgets/page_view.hpp"
#include "tests/gui/certificate_house.hpp"
#include "tests/gui/desk_under_test.hpp"

namespace gui {
namespace {

using support::CertificateHouse;
using support::DeskUnderTest;

QString text(const std::string& words) { return QString::fromStdString(words); }

/// Goes down the choices until the one is there.
void choose(DeskUnderTest& desk, const QString& name, const QString& words) {
    desk.focus(name);
    auto* choice = desk.find<QComboBox>(name);
    ASSERT_NE(choice, nullptr);
    desk.press(Qt::Key_Home);
    for (int at = 0; at < choice->count() && !choice->currentText().contains(words); ++at) desk.press(Qt::Key_Down);
    EXPECT_TRUE(choice->currentText().contains(words)) << words.toStdString();
}

void fill(DeskUnderTest& desk, const QString& name, const QString& words) {
    desk.focus(name);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(words);
}

/// In the dialog that asks for a file.
void chooseFile(DeskUnderTest& desk, const std::filesystem::path& file) {
    desk.until([&] { return desk.find<QFileDialog>() != nullptr; }, "a dialog for files");
    auto* dialog = desk.find<QFileDialog>();
    auto* name = dialog->findChild<QLineEdit*>("fileNameEdit");
    ASSERT_NE(name, nullptr);
    name->setText(text(file.string()));
    QTest::keyClick(name, Qt::Key_Return);
    desk.until([&] { return QApplication::activeModalWidget() == nullptr; }, "the dialog to be gone");
    desk.window().activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&desk.window()));
}

/// Until all that was asked is answered.
void settle(DeskUnderTest& desk) {
    desk.until([&] { return desk.place().link.pending() == 0; }, "the answers");
}

template <class Page>
void comesTo(DeskUnderTest& desk, const char* what) {
    desk.until([&] { return desk.find<Page>() != nullptr; }, what);
}

QString pageText(DeskUnderTest& desk) {
    QString text;
    for (const auto* view : desk.window().findChildren<PageView*>())
        if (view->isVisible()) text += view->text();
    return text;
}

void fillRequest(DeskUnderTest& desk) {
    choose(desk, "type", "negativa");
    fill(desk, "applicant.name", "Maria Nunez Cabrera");
    fill(desk, "applicant.identification", "DPI 2456 78901 0101");
    fill(desk, "holder.surnames", "Nunez Cabrera");
    fill(desk, "holder.given_names", "Maria");
    fill(desk, "holder.born", "1990-02-28");
    fill(desk, "holder.nationality", "guatemalteca");
    fill(desk, "holder.document_type", "pasaporte");
    fill(desk, "holder.document", "A1234567");
    fill(desk, "receipt", "63-A 1");
}

TEST(Desk, FitsIntoTheSmallestScreen) {
    constexpr int kWidth = 1280, kHeight = 600;  // of 720, above and below stands the window's own
    CertificateHouse house;
    DeskUnderTest desk{house.home()};
    desk.begin("clerk");
    for (const auto* page : desk.window().desk()->findChild<QStackedWidget*>()->findChildren<QWidget*>(
             QString{}, Qt::FindDirectChildrenOnly)) {
        const auto least = page->minimumSizeHint();
        EXPECT_LE(least.width(), kWidth) << page->metaObject()->className();
        EXPECT_LE(least.height(), kHeight) << page->metaObject()->className();
    }
}

TEST(Request, IsTakenAtTheCounterWithItsScanAndItsReceipt) {
    CertificateHouse house;
    const auto scan = house.home() / "dpi.pdf";
    base::writeFileDurably(scan, base::bytesOf("%PDF-1.7 copia"));
    DeskUnderTest desk{house.home()};
    desk.begin("clerk");
    EXPECT_TRUE(desk.sees("Nada le espera"));
    desk.press(Qt::Key_F2);
    comesTo<RequestPage>(desk, "the page for requests");
    fillRequest(desk);
    EXPECT_TRUE(desk.sees("Cuesta USD 10.00"));
    desk.focus("requirements");
    desk.press(Qt::Key_F4);
    chooseFile(desk, scan);
    desk.until([&] { return desk.find<QListWidget>("requirements")->item(0)->text().contains("dpi.pdf"); }, "the scan");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Contraseña para el solicitante"));
    desk.until([&] { return pageText(desk).contains("Maria Nunez Cabrera"); }, "the slip");
    desk.press(Qt::Key_Escape);
    EXPECT_TRUE(desk.sees("recibida; lista a más tardar"));
    const auto listed = house.house().ask("clerk", contract::CertificateList{"requested", {}, {}, {}});
    ASSERT_EQ(listed->certificates.size(), 1U);
    const auto shown = house.shown(listed->certificates.front().request);
    EXPECT_EQ(shown.holder->surnames, "Nunez Cabrera");
    ASSERT_EQ(shown.brought.size(), 1U);
    EXPECT_TRUE(shown.brought.front().scan);
}

TEST(Request, ThatLacksThingsIsRefusedWithTheNameOfEach) {
    CertificateHouse house;
    DeskUnderTest desk{house.home()};
    desk.begin("clerk");
    desk.sees("Nada le espera");
    desk.press(Qt::Key_F2);
    comesTo<RequestPage>(desk, "the page for requests");
    fillRequest(desk);
    fill(desk, "applicant.name", " ");
    fill(desk, "paid", "USD 9.00");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("nombre de quien solicita: Falta este dato."));
    EXPECT_TRUE(desk.shown().contains("USD 10.00"));
    EXPECT_TRUE(desk.shown().contains("La solicitud no se recibió"));
    EXPECT_TRUE(house.house().ask("clerk", contract::CertificateList{"", {}, {}, {}})->certificates.empty());
}

TEST(Draft, CitesTheSearchInWhichANamesakeWasDiscarded) {
    CertificateHouse house;
    const auto request = house.requested();
    DeskUnderTest desk{house.home()};
    desk.begin("clerk");
    EXPECT_TRUE(desk.sees("Redacte el documento"));
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("[Redactar]"));
    desk.press(Qt::Key_F5);
    comesTo<DraftPage>(desk, "the page for drafts");
    EXPECT_TRUE(desk.sees("Falta buscar al titular"));
    desk.press(Qt::Key_F3);
    comesTo<SearchPage>(desk, "the page for searches");
    EXPECT_TRUE(desk.sees("Falta 1 candidato por decidir"));
    desk.press(Qt::Key_F7);
    EXPECT_TRUE(desk.sees("motivo")) << "no verdict without a reason";
    fill(desk, "reason", "Otra fecha de nacimiento");
    desk.press(Qt::Key_F7);
    EXPECT_TRUE(desk.sees("Todos decididos"));
    desk.press(Qt::Key_F8);
    comesTo<DraftPage>(desk, "the draft again");
    EXPECT_TRUE(desk.sees("Búsqueda DIL-"));
    fill(desk, "value.fundamento", "el acuerdo interno 12-2026");
    fill(desk, "value.registro", "de movimiento migratorio");
    fill(desk, "value.desde", "2016-01-01");
    fill(desk, "value.hasta", "2015-01-01");
    EXPECT_TRUE(desk.until([&] { return desk.shown().contains("período") || desk.shown().contains("periodo"); },
                           "why these days are no period"));
    fill(desk, "value.hasta", "2026-11-25");
    EXPECT_TRUE(desk.sees("Así quedará."));
    desk.until([&] { return pageText(desk).contains("MARIA NUNEZ"); }, "the preview");
    EXPECT_EQ(house.shown(request).draft, 0) << "looking is not writing";
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("El borrador quedó guardado"));
    EXPECT_EQ(house.shown(request).line.stage, "drafted");
    EXPECT_EQ(house.shown(request).values.at("hasta"), "2026-11-25");
}

TEST(Draft, IsReviewedBySomebodyElseOrGoesBackWithRemarks) {
    CertificateHouse house;
    const auto request = house.drafted();
    DeskUnderTest desk{house.home()};
    desk.begin("clerk2");
    EXPECT_TRUE(desk.sees("Confronte el borrador con sus fuentes"));
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("[Está bien: confrontado]"));
    desk.until([&] { return pageText(desk).contains("SIN NÚMERO"); }, "the draft's pages");
    desk.press(Qt::Key_F3);
    desk.sees("Qué hay que corregir");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Falta llenar: Qué hay que corregir.")) << "nothing goes back without a word";
    desk.type("Falta el segundo apellido");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Devuelto a quien redactó."));
    EXPECT_EQ(house.shown(request).line.stage, "requested");
    EXPECT_EQ(house.shown(request).steps.back().remarks, "Falta el segundo apellido");
}

TEST(Signature, WantsTheSecretOfThePersonsOwnKey) {
    CertificateHouse house;
    const auto request = house.reviewed();
    DeskUnderTest desk{house.home()};
    desk.begin("certifier");
    EXPECT_TRUE(desk.sees("Firme el documento"));
    desk.press(Qt::Key_F5);
    desk.sees("[Firmar]");
    desk.press(Qt::Key_F5);
    desk.sees("PIN o contraseña de su llave de firma");
    desk.type("otra clave larga");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("La frase de paso no es la"));
    EXPECT_EQ(house.shown(request).line.stage, "reviewed");
    EXPECT_TRUE(desk.find<QLineEdit>("secret")->text().isEmpty()) << "a secret is not kept";
    fill(desk, "secret", support::kSigningSecret);
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Firmado: CN-CENTRAL-"));
    const auto shown = house.shown(request);
    EXPECT_EQ(shown.line.stage, "issued");
    desk.until([&] { return pageText(desk).contains(text(shown.line.number)); }, "the signed pages");
}

TEST(Signature, OfAllThatAwaitsItIsOneStep) {
    CertificateHouse house;
    house.reviewed("63-A 1");
    house.reviewed("63-A 2");
    DeskUnderTest desk{house.home()};
    desk.begin("certifier");
    EXPECT_TRUE(desk.sees("Le esperan 2 documentos"));
    desk.press(Qt::Key_F5, Qt::ControlModifier);
    desk.sees("PIN o contraseña");
    desk.type(support::kSigningSecret);
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("2 documentos firmados."));
    EXPECT_EQ(house.house().ask("clerk", contract::CertificateList{"issued", {}, {}, {}})->certificates.size(), 2U);
}

TEST(Resolution, PassesTheLegalAdviser) {
    CertificateHouse house;
    const auto request = house.forLaw();
    DeskUnderTest desk{house.home()};
    desk.begin("legal_adviser");
    EXPECT_TRUE(desk.sees("Revise jurídicamente el borrador"));
    desk.press(Qt::Key_F5);
    desk.sees("[De acuerdo]");
    desk.press(Qt::Key_F5);
    desk.sees("Observaciones o dictamen");
    desk.type("Dictamen 4-2026");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("De acuerdo. Pasa a firma."));
    EXPECT_EQ(house.shown(request).line.stage, "reviewed");
}

TEST(Certificate, IsPrintedOnNumberedPaperAndHandedOver) {
    CertificateHouse house;
    const auto number = house.issued().number;
    DeskUnderTest desk{house.home()};
    desk.begin("clerk");
    EXPECT_TRUE(desk.sees("Entréguelo cuando lo recojan"));
    desk.scan(text(number));
    desk.sees("[Imprimir en papel]");
    desk.press(Qt::Key_F2);
    EXPECT_TRUE(desk.sees("Impreso el ejemplar 1."));
    settle(desk);
    desk.press(Qt::Key_F5);
    desk.sees("Con qué se identificó");
    desk.press(Qt::Key_Return);
    desk.type("DPI 2456 78901 0101");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Entregado."));
    const auto shown = house.shown(number);
    EXPECT_EQ(shown.line.stage, "delivered");
    ASSERT_EQ(shown.copies.size(), 1U);
    EXPECT_EQ(shown.copies.front().state, "printed");
}

TEST(Certificate, IsAnnulledByTwoPeopleInTheSameWindow) {
    CertificateHouse house;
    const auto number = house.issued().number;
    DeskUnderTest desk{house.home()};
    desk.begin("certifier");
    desk.sees("Nada le espera");
    desk.scan("CN-NADA-1");
    EXPECT_TRUE(desk.sees("Nada le espera")) << "who it is of is told where one was";
    desk.scan(text(number));
    desk.sees("[Anular]");
    desk.press(Qt::Key_F6);
    desk.sees("Causa de la anulación");
    desk.type("Error en el registro");
    desk.press(Qt::Key_Return);
    desk.sees("Segunda persona que puede anular");
    desk.logIn("clerk");
    EXPECT_TRUE(desk.sees("no permiten esta acción"));
    EXPECT_EQ(house.shown(number).line.stage, "issued");
    desk.logIn("supervisor");
    EXPECT_TRUE(desk.sees("Anulado. Quien verifique el documento lo verá."));
    EXPECT_EQ(house.shown(number).line.stage, "annulled");
}

TEST(Verification, SaysOfAFileWhetherItIsOursAndWhy) {
    CertificateHouse house;
    const auto number = house.issued().number;
    auto pdf = house.house().ask("clerk", contract::CertificateFiles{number})->files.front().content;
    const auto good = house.home() / "bueno.pdf", changed = house.home() / "cambiado.pdf";
    base::writeFileDurably(good, pdf);
    pdf.at(pdf.size() / 2) ^= 1U;
    base::writeFileDurably(changed, pdf);
    DeskUnderTest desk{house.home()};
    desk.begin("legal_adviser");
    desk.sees("[Verificar un archivo]");
    desk.press(Qt::Key_F7);
    comesTo<VerificationPage>(desk, "the page that verifies");
    desk.press(Qt::Key_F5);
    chooseFile(desk, good);
    EXPECT_TRUE(desk.sees("Auténtico y vigente"));
    EXPECT_TRUE(desk.sees("íntegra y de confianza"));
    EXPECT_TRUE(desk.sees("Sello digital visible auténtico"));
    // Dropped on the window, wherever in it.
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(text(changed.string()))});
    QDropEvent drop{QPointF{300, 300}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier};
    static_cast<QObject*>(desk.window().desk())->event(&drop);
    EXPECT_TRUE(
        desk.until([&] { return desk.shown().contains("ALTERADO") || desk.shown().contains("No se puede leer"); },
                   "a verdict on what was changed"));
}

TEST(Pages, AreSearchedEnlargedAndCopied) {
    CertificateHouse house;
    house.drafted();
    DeskUnderTest desk{house.home()};
    desk.begin("clerk2");
    desk.sees("Confronte el borrador");
    desk.press(Qt::Key_F5);
    desk.until([&] { return pageText(desk).contains("MARIA NUNEZ"); }, "the draft's pages");
    auto* view = desk.find<PageView>();
    desk.press(Qt::Key_F, Qt::ControlModifier);
    desk.type("maria nunez");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("1 de "));
    desk.type("zzzz");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("no está"));
    auto* sheet = view->findChild<QWidget*>("page-sheet");
    ASSERT_NE(sheet, nullptr);
    const int before = sheet->width();
    desk.press(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_TRUE(desk.until([&] { return sheet->width() > before; }, "a larger page"));
    desk.press(Qt::Key_0, Qt::ControlModifier);
    EXPECT_TRUE(desk.until([&] { return sheet->width() == before; }, "the page as wide as before"));
    desk.focus("page-area");
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QApplication::clipboard()->text().contains("MARIA NUNEZ"));
}

TEST(Pages, ThatAreNoneAreToldAsSuch) {
    PageView view{"nada", "consejo"};
    view.resize(600, 600);
    view.showFile(base::bytesOf("%PDF-1.7 esto no es un PDF"));
    EXPECT_FALSE(QTest::qWaitFor([&] { return view.pages() > 0; }, 500));
    base::Bytes large(PageSource::kLargestFile + 1, 0x20);
    view.showFile(large);
    EXPECT_EQ(view.pages(), 0);
}

TEST(Notification, IsRecordedFromTheListOfThePending) {
    CertificateHouse house;
    const auto request = house.forLaw();
    auto& people = house.house();
    using namespace contract;
    base::expected(people.ask("legal_adviser", CertificateLegalReview{request, 1, "agreed", "Dictamen 4"}), "law");
    const auto secret = [] { return base::SecretBytes::copyOf(support::kSigningSecret); };
    base::expected(people.ask("certifier", CertificateSign{{request}, secret(), "chief"}), "sign");
    base::expected(people.ask("chief", CertificateEndorse{{request}, secret()}), "endorse");
    DeskUnderTest desk{house.home()};
    desk.begin("clerk");
    desk.sees("[Notificaciones]");
    desk.press(Qt::Key_F6);
    comesTo<NotificationsPage>(desk, "the page for notifications");
    desk.until([&] { return desk.shown().contains("1"); }, "the list");
    desk.until(
        [&] {
            desk.press(Qt::Key_F5);
            return desk.find<QLineEdit>("day") != nullptr;
        },
        "the sheet of an attempt");
    fill(desk, "detail", "La recibio en persona");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Notificada el "));
    EXPECT_TRUE(people.ask("clerk", NotificationList{"pending"})->notifications.empty());
}

}  // namespace
}  // namespace gui
