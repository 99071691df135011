// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/export_sheet.hpp"

#include <QDateTime>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QStandardPaths>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

QString usualFolder() {
    const auto documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir{documents}.exists() ? documents : QDir::homePath();
}

ExportSheet::ExportSheet(const Workplace& place, QWidget* over, ExportedList list)
    : Sheet(over, tr("Exportar la lista", "title of the sheet that exports a list")),
      m_place(place),
      m_list(std::move(list)),
      m_banner(new FaultBanner{place.wording, this}),
      m_folder(new QLineEdit{usualFolder(), this}),
      m_count(new QLabel{this}),
      m_bar(new QProgressBar{this}),
      m_csv(new ActionButton{tr("Escribir CSV", "button: exports as CSV"), Qt::Key_F2, ActionButton::Weight::Main}),
      m_pdf(new ActionButton{tr("Escribir PDF", "button: exports as PDF"), Qt::Key_F3}) {
    auto* what = new QLabel{
        tr("Se escriben todas las filas de la lista como está filtrada y ordenada, con las columnas que se ven.",
           "what is exported"),
        this};
    auto* label = new QLabel{tr("Carpeta", "label of the folder that the file goes to"), this};
    label->setBuddy(m_folder);
    m_folder->setAccessibleName(label->text());
    m_folder->setObjectName("folder");
    m_folder->setMinimumHeight(kTarget - kGap);
    for (auto* each : {what, m_count}) each->setWordWrap(true);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    for (QWidget* each : std::initializer_list<QWidget*>{what, label, m_folder, m_banner, m_bar, m_count})
        content().addWidget(each);
    for (QWidget* each : std::initializer_list<QWidget*>{m_bar, m_count}) each->hide();
    auto* leave = new ActionButton{tr("Volver", "button: closes the sheet, and stops what it writes"), Qt::Key_Escape};
    auto* row = new QHBoxLayout;
    for (auto* each : {m_csv, m_pdf, leave}) row->addWidget(each);
    content().addLayout(row);
    connect(m_csv, &QPushButton::clicked, this, [this] { begin(Format::Csv); });
    connect(m_pdf, &QPushButton::clicked, this, [this] { begin(Format::Pdf); });
    connect(leave, &QPushButton::clicked, this, [this] { close(); });
    open(m_folder);
}

QString ExportSheet::pathFor(Format format) const {
    const auto name = QStringLiteral("%1-%2.%3")
                          .arg(m_list.name, QDateTime::currentDateTime().toString("yyyy-MM-dd-HHmmss"),
                               format == Format::Csv ? "csv" : "pdf");
    return QDir{m_folder->text().trimmed()}.filePath(name);
}

void ExportSheet::begin(Format format) {
    if (!QDir{m_folder->text().trimmed()}.exists())
        return m_banner->tell(Standing::Caution,
                              tr("La carpeta %1 no existe.", "%1 is a folder").arg(m_folder->text().trimmed()));
    const auto path = pathFor(format);
    auto head = m_list.head;
    head.lines << tr("Hecho el %1 por %2", "over an exported list; %1 is a moment, %2 a person")
                      .arg(QLocale{}.toString(QDateTime::currentDateTime(), QLocale::ShortFormat),
                           m_place.session.person().fullName());
    head.lines.removeAll(QString{});
    if (m_place.session.person().isTraining())
        head.mark = tr("CAPACITACIÓN – SIN VALOR", "over each page of a list of a training institution");
    m_export = new ListExport{m_list.source, m_list.query, m_list.columns,
                              [format, path, head]() -> std::unique_ptr<RowsFile> {
                                  if (format == Format::Csv) return std::make_unique<CsvRows>(path, head);
                                  return std::make_unique<PdfRows>(path, head);
                              },
                              this};
    follow(path);
    m_banner->clear();
    for (auto* each : {m_csv, m_pdf}) each->setEnabled(false);
    m_folder->setEnabled(false);
    for (QWidget* each : std::initializer_list<QWidget*>{m_bar, m_count}) each->show();
    m_export->begin();
}

void ExportSheet::follow(const QString& path) {
    connect(m_export, &ListExport::progressed, this,
            [this](int rows) { m_count->setText(tr("%n fila(s) escritas", "progress of an export", rows)); });
    connect(m_export, &ListExport::finished, this, [this, path](int rows) {
        end();
        m_banner->tell(Standing::Done, tr("Se escribieron %n fila(s).", "an export is done", rows),
                       tr("El archivo es %1", "%1 is a file").arg(path));
        m_place.sounds.play(Cue::Done);
    });
    connect(m_export, &ListExport::failed, this, [this](const Trouble& trouble) {
        end();
        m_banner->tell(trouble, tr("No quedó ningún archivo.", "what a failed export means"));
    });
    connect(m_export, &ListExport::cannotWrite, this, [this](const QString& why) {
        end();
        m_banner->tell(Standing::Refused, tr("No se pudo escribir el archivo: %1", "%1 says why").arg(why),
                       tr("No quedó ningún archivo.", "what a failed export means"),
                       tr("Qué hacer ahora: elija otra carpeta, o libere espacio en el disco.",
                          "advice after an export that failed"));
    });
}

void ExportSheet::end() {
    m_export->deleteLater();
    m_export = nullptr;
    for (auto* each : {m_csv, m_pdf}) each->setEnabled(true);
    m_folder->setEnabled(true);
    for (QWidget* each : std::initializer_list<QWidget*>{m_bar, m_count}) each->hide();
}

}  // namespace gui
