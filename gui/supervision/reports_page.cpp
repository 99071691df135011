// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/reports_page.hpp"

#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include "gui/supervision/fact_table.hpp"
#include "gui/supervision/report_files.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/bar_chart.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/export_sheet.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {
namespace {

QString seconds(std::int64_t milliseconds) { return QString::number(static_cast<double>(milliseconds) / 1000, 'f', 1); }

/// The hour of Guatemala in which something began.
QString hourOf(const std::string& begin) {
    const auto moment = QDateTime::fromString(shown(begin).left(19) + 'Z', Qt::ISODate);
    return moment.toOffsetFromUtc(-6 * 3600).toString("HH:mm");
}

}  // namespace

ReportsPage::ReportsPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_day(new QDateEdit{QDateTime::currentDateTimeUtc().toOffsetFromUtc(-6 * 3600).date(), this}),
      m_workstation(new QLineEdit{this}),
      m_summary(new QLabel{this}),
      m_steps(new FactTable{tr("Pasos del día", "accessible name of a table of a report"),
                            {{tr("Paso", "column: step of the line"), 110},
                             {tr("Puesto", "column: workstation"), 95},
                             {tr("Hechos", "column: how many passes"), 85},
                             {tr("Rechazos", "column: how many were refused"), 105},
                             {tr("Dudas", "column: how many were in doubt"), 85},
                             {tr("Trabajo (s)", "column: median of the work in seconds"), 120},
                             {tr("Espera (s)", "column: median of the waiting in seconds"), 110}},
                            this}),
      m_refusals(new FactTable{tr("Rechazos del día", "accessible name of a table of a report"),
                               {{tr("Paso", "column: step of the line"), 110},
                                {tr("Puesto", "column: workstation"), 95},
                                {tr("Veces", "column: how often"), 75},
                                {tr("Causa", "column: why"), 200}},
                               this}),
      m_production(new FactTable{tr("Producción contra órdenes", "accessible name of a table of a report"),
                                 {{tr("Clase", "column: kind of document"), 165},
                                  {tr("Órdenes", "column: how many orders"), 95},
                                  {tr("Abiertas", "column: orders that are open"), 100},
                                  {tr("Liberadas", "column: documents that were released"), 110},
                                  {tr("Canceladas", "column: orders that were cancelled"), 130},
                                  {tr("Devueltas", "column: orders that were sent back"), 100}},
                                 this}),
      m_chart(new BarChart{tr("Liberadas por hora", "title of a chart of a report"), this}),
      m_busy(new BusyOverlay{this}) {
    layOut();
}

void ReportsPage::layOut() {
    auto* title = new QLabel{tr("Informes", "title of the page"), this};
    setRole(*title, "large");
    auto* day = new QLabel{tr("Día", "label of the day of a report"), this};
    auto* station = new QLabel{tr("Puesto", "label of the workstation of a report"), this};
    day->setBuddy(m_day);
    station->setBuddy(m_workstation);
    m_day->setDisplayFormat("yyyy-MM-dd");
    m_day->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_day->setFixedWidth(130);
    m_day->setAccessibleName(day->text());
    m_workstation->setAccessibleName(station->text());
    m_workstation->setPlaceholderText(tr("todos", "in the field of a workstation: all"));
    m_workstation->setObjectName("workstation");
    m_workstation->setMaximumWidth(160);
    for (QWidget* each : std::initializer_list<QWidget*>{m_day, m_workstation}) each->setMinimumHeight(kTarget - kGap);
    auto* look = new ActionButton{tr("Mostrar", "button: shows the report"), Qt::Key_F5, ActionButton::Weight::Main};
    auto* save = new ActionButton{tr("Guardar PDF y CSV", "button: writes the files of a report"), Qt::Key_F6};
    connect(look, &QPushButton::clicked, this, &ReportsPage::refresh);
    connect(save, &QPushButton::clicked, this, &ReportsPage::openSaving);
    connect(m_workstation, &QLineEdit::returnPressed, this, &ReportsPage::refresh);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGap);
    head->addWidget(title, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{day, m_day, station, m_workstation, look, save})
        head->addWidget(each);
    m_summary->setWordWrap(true);
    auto* grid = new QGridLayout;
    grid->setSpacing(kGap);
    grid->addWidget(m_steps->titled(), 0, 0);
    grid->addWidget(m_chart, 0, 1);
    grid->addWidget(m_production->titled(), 1, 0);
    grid->addWidget(m_refusals->titled(), 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    for (const int at : {0, 1}) grid->setRowStretch(at, 1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addWidget(m_summary);
    column->addLayout(grid, 1);
}

contract::ReportLine ReportsPage::request() const {
    return {told(m_day->date().toString(Qt::ISODate)), told(m_workstation->text().trimmed())};
}

void ReportsPage::refresh() {
    m_banner->clear();
    m_busy->begin(tr("Haciendo el informe…", "shown while a report is made"));
    const auto troubled = [this](const Trouble& trouble) {
        m_busy->end();
        m_banner->tell(trouble);
    };
    m_place.ask(
        this, request(), [this](const contract::LineReported& report) { fillLine(report); }, troubled);
    m_place.ask(
        this, contract::ReportProduction{},
        [this](const contract::ProductionReported& report) { fillProduction(report); }, troubled);
}

void ReportsPage::fillLine(const contract::LineReported& report) {
    m_busy->end();
    m_summary->setText(tr("Liberadas %1, de la primera pieza %2; canceladas %3, devueltas %4, retenidas %5.",
                          "what the line did on a day; numbers of orders")
                           .arg(report.released)
                           .arg(report.releasedAtFirst)
                           .arg(report.cancelled)
                           .arg(report.sentBack)
                           .arg(report.held));
    QList<QStringList> steps, refusals;
    const auto stationOf = [](const std::string& workstation) {
        return workstation.empty() ? tr("todos", "in the field of a workstation: all") : shown(workstation);
    };
    for (const auto& each : report.steps)
        steps << QStringList{shown(m_place.wording.word(each.step)),
                             stationOf(each.workstation),
                             QString::number(each.done),
                             QString::number(each.refused),
                             QString::number(each.doubts),
                             seconds(each.workMedian),
                             seconds(each.waitingMedian)};
    for (const auto& each : report.refusals)
        refusals << QStringList{shown(m_place.wording.word(each.step)), stationOf(each.workstation),
                                QString::number(each.count), shown(m_place.wording.reasons(each.cause).front())};
    QList<BarChart::Bar> bars;
    for (const auto& each : report.hours) bars << BarChart::Bar{hourOf(each.begin), static_cast<double>(each.released)};
    m_steps->show(steps);
    m_refusals->show(refusals);
    m_chart->show(bars);
}

void ReportsPage::fillProduction(const contract::ProductionReported& report) {
    QList<QStringList> rows;
    for (const auto& each : report.lines)
        rows << QStringList{shown(m_place.names.of(each.kind)), QString::number(each.orders),
                            QString::number(each.open),         QString::number(each.released),
                            QString::number(each.cancelled),    QString::number(each.sentBack)};
    m_production->show(rows);
    if (report.findings.empty()) return;
    QStringList findings;
    for (const auto& each : report.findings)
        findings << tr("%1: documento %2, orden %3, piezas %4",
                       "a finding of production against orders; %2, %3 and %4 may be empty")
                        .arg(shown(m_place.wording.word(each.what)), shown(each.document), shown(each.order),
                             shown(each.serials));
    m_banner->tell(
        Standing::Refused,
        tr("%n hallazgo(s) en producción contra órdenes", "findings of a report", static_cast<int>(findings.size())),
        findings.join(u'\n'));
}

void ReportsPage::openSaving() {
    const auto submit = [this](const FormValues& values, const FormSheet::Ends& ends) {
        saveReport(m_place, this, request(), shown(values.text("folder")),
                   {[this, ends](const QStringList& paths) {
                        ends.done();
                        m_banner->tell(Standing::Done, tr("El informe quedó guardado.", "after a report was written"),
                                       paths.join(u'\n'));
                    },
                    ends.troubled});
    };
    new FormSheet{
        m_place,
        this,
        {tr("Guardar el informe", "title of the sheet that writes a report's files"),
         tr("Se guardan el PDF y el CSV que hace la oficina.", "what is written of a report"),
         tr("Guardar", "button: writes the files of a report")},
        {{"folder", tr("Carpeta", "label of the folder that the file goes to"), FormField::Kind::Text, usualFolder()}},
        submit};
}

}  // namespace gui
