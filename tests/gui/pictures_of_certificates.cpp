// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <algorithm>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "gui/certificates/request_page.hpp"
#include "gui/certificates/verification_page.hpp"
#include "gui/templates/source_edit.hpp"
#include "gui/widgets/list_view.hpp"
#include "gui/widgets/page_view.hpp"
#include "tests/gui/album.hpp"
#include "tests/gui/certificate_house.hpp"

namespace support {
namespace {

void fill(DeskUnderTest& desk, const QString& name, const QString& words) {
    desk.focus(name);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(words);
}

void awaitPages(DeskUnderTest& desk, const QString& words) {
    desk.until(
        [&] {
            return std::ranges::any_of(desk.window().findChildren<gui::PageView*>(), [&](const auto* view) {
                return view->isVisible() && view->text().contains(words);
            });
        },
        "pages with " + words);
}

void chooseFile(DeskUnderTest& desk, const std::filesystem::path& file) {
    desk.until([&] { return desk.find<QFileDialog>() != nullptr; }, "a dialog for files");
    auto* name = desk.find<QFileDialog>()->findChild<QLineEdit*>("fileNameEdit");
    name->setText(QString::fromStdString(file.string()));
    QTest::keyClick(name, Qt::Key_Return);
    desk.until([&] { return QApplication::activeModalWidget() == nullptr; }, "the dialog to be gone");
    desk.window().activateWindow();
    desk.until([&] { return desk.window().isActiveWindow(); }, "the window in front");
}

void takeRequest(Album& album, DeskUnderTest& desk, const std::filesystem::path& home) {
    desk.press(Qt::Key_F2);
    desk.until([&] { return desk.find<gui::RequestPage>() != nullptr; }, "the page for requests");
    auto* type = desk.find<QComboBox>("type");
    type->setCurrentIndex(type->findData("negativa"));
    fill(desk, "applicant.name", "Oscar Quinonez");
    fill(desk, "applicant.identification", "DPI 1987 70201 0101");
    fill(desk, "holder.surnames", "Quinonez Del Aguila");
    fill(desk, "holder.given_names", "Oscar Ivan");
    fill(desk, "holder.born", "1984-11-02");
    fill(desk, "holder.nationality", "guatemalteca");
    fill(desk, "holder.document_type", "pasaporte");
    fill(desk, "holder.document", "A1987702");
    fill(desk, "receipt", "63-A 0187443");
    album.take(desk, "certificaciones-solicitud");
    desk.press(Qt::Key_F5);
    desk.sees("no se recibió");
    album.take(desk, "certificaciones-solicitud-rechazada");
    base::writeFileDurably(home / "dpi.pdf", base::bytesOf("%PDF-1.7 copia"));
    desk.focus("requirements");
    desk.press(Qt::Key_F4);
    chooseFile(desk, home / "dpi.pdf");
    desk.until([&] { return desk.find<QListWidget>("requirements")->item(0)->text().contains("dpi.pdf"); }, "the scan");
    desk.press(Qt::Key_F5);
    desk.sees("Contraseña para el solicitante");
    awaitPages(desk, "Oscar");
    album.take(desk, "certificaciones-contrasena");
    desk.press(Qt::Key_Escape);
    desk.sees("recibida; lista a más tardar");
    desk.press(Qt::Key_Escape);
}

void takeDraft(Album& album, DeskUnderTest& desk) {
    desk.sees("Redacte el documento");
    desk.press(Qt::Key_F5);
    desk.sees("[Redactar]");
    desk.press(Qt::Key_F5);
    desk.sees("Falta buscar al titular");
    desk.press(Qt::Key_F3);
    desk.sees("por decidir");
    fill(desk, "reason", "Otra fecha de nacimiento y otro documento");
    album.take(desk, "certificaciones-homonimos");
    desk.press(Qt::Key_F7);
    desk.sees("Todos decididos");
    desk.press(Qt::Key_F8);
    desk.sees("Búsqueda DIL-");
    fill(desk, "value.fundamento", "el acuerdo interno 12-2026");
    fill(desk, "value.registro", "de movimiento migratorio");
    fill(desk, "value.desde", "2016-01-01");
    fill(desk, "value.hasta", "2026-11-25");
    desk.sees("Así quedará.");
    awaitPages(desk, "MARIA NUNEZ");
    album.take(desk, "certificaciones-borrador");
    desk.press(Qt::Key_F5);
    desk.sees("El borrador quedó guardado");
}

void takeSigning(Album& album, CertificateHouse& house) {
    house.reviewed("63-A 7");
    house.reviewed("63-A 8");
    DeskUnderTest desk{album.settingsFor(house.home())};
    desk.begin("certifier");
    desk.sees("Firme el documento");
    album.take(desk, "certificaciones-firmar-todo");
    desk.press(Qt::Key_F5);
    desk.sees("[Firmar]");
    awaitPages(desk, "SIN NÚMERO");
    album.take(desk, "certificaciones-documento");
    desk.press(Qt::Key_F5);
    desk.sees("PIN o contraseña");
    desk.type("una clave que no es");
    desk.press(Qt::Key_Return);
    desk.sees("La frase de paso no es la");
    album.take(desk, "certificaciones-firma");
    fill(desk, "secret", kSigningSecret);
    desk.press(Qt::Key_Return);
    desk.sees("Firmado: CN-");
    awaitPages(desk, "CN-CENTRAL");
    album.take(desk, "certificaciones-firmado");
}

void takeVerification(Album& album, CertificateHouse& house) {
    const auto number = house.issued("63-A 9").number;
    const auto pdf = house.house().ask("clerk", contract::CertificateFiles{number})->files.front().content;
    base::writeFileDurably(house.home() / "certificacion.pdf", pdf);
    auto changed = pdf;
    changed.at(changed.size() / 2) ^= 1U;
    base::writeFileDurably(house.home() / "alterada.pdf", changed);
    DeskUnderTest desk{album.settingsFor(house.home())};
    desk.begin("legal_adviser");
    desk.sees("Nada le espera");
    album.take(desk, "certificaciones-nada");
    desk.press(Qt::Key_F7);
    desk.sees("Verificar un documento");
    album.take(desk, "certificaciones-verificar");
    desk.press(Qt::Key_F5);
    chooseFile(desk, house.home() / "certificacion.pdf");
    desk.sees("Auténtico y vigente");
    awaitPages(desk, "CN-CENTRAL");
    album.take(desk, "certificaciones-autentico");
    desk.press(Qt::Key_F5);
    chooseFile(desk, house.home() / "alterada.pdf");
    desk.until([&] { return desk.shown().contains("ALTERADO") || desk.shown().contains("No se puede leer"); },
               "another verdict");
    QTest::qWait(500);
    album.take(desk, "certificaciones-alterado");
}

void takeLists(Album& album, CertificateHouse& house) {
    DeskUnderTest desk{album.settingsFor(house.home())};
    desk.begin("clerk");
    desk.sees("[Todos los documentos]");
    desk.press(Qt::Key_F4);
    desk.until([&] { return desk.find<gui::ListView>() != nullptr; }, "the list");
    QTest::qWait(300);
    album.take(desk, "certificaciones-todos");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_F6);
    QTest::qWait(300);
    album.take(desk, "certificaciones-notificaciones");
}

void takeTemplates(Album& album, CertificateHouse& house) {
    DeskUnderTest desk{album.settingsFor(house.home())};
    desk.begin("certifier");
    desk.press(Qt::Key_5, Qt::AltModifier);
    desk.sees("sin aprobar");
    album.take(desk, "plantillas-lista");
    desk.press(Qt::Key_F5);
    desk.sees("Está bien:");
    awaitPages(desk, "INSTITUTO");
    album.take(desk, "plantillas-vista");
    auto* source = desk.find<gui::SourceEdit>();
    source->find("<parrafo>");
    source->insertPlainText("<parafo>");
    desk.sees("error");
    album.take(desk, "plantillas-errores");
    source->undo();
    desk.sees("Está bien:");
    source->moveCursor(QTextCursor::Start);
    source->find("version=\"1\"");
    source->insertPlainText("version=\"2\"");
    desk.sees("versión 2");
    desk.press(Qt::Key_F6);
    desk.sees("Comparación:");
    awaitPages(desk, "versión");
    album.take(desk, "plantillas-comparacion");
}

}  // namespace

void takeCertificates(Album& album) {
    CertificateHouse house;
    {
        DeskUnderTest desk{album.settingsFor(house.home())};
        desk.begin("clerk");
        desk.sees("Nada le espera");
        takeRequest(album, desk, house.home());
    }
    CertificateHouse other;
    other.requested();
    other.drafted("63-A 3");
    other.issued("63-A 4");
    {
        DeskUnderTest desk{album.settingsFor(other.home())};
        desk.begin("clerk");
        desk.sees("Redacte el documento");
        album.take(desk, "certificaciones-espera");
        takeDraft(album, desk);
    }
    takeLists(album, other);
    takeSigning(album, house);
    takeVerification(album, house);
    takeTemplates(album, house);
}

}  // namespace support
