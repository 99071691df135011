// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/sites_page.hpp"

#include <QFile>
#include <algorithm>

#include "gui/security/act_sheet.hpp"
#include "gui/security/days_left.hpp"
#include "gui/security/outcome_sheet.hpp"
#include "gui/session/consent.hpp"
#include "gui/text.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/list_view.hpp"

namespace gui {
namespace {

using namespace base::literals;

constexpr qint64 kLargestRequest = qint64{64} * 1024;

ListShape shapeOfWorkstations() {
    return {.name = "puestos",
            .title = SitesPage::tr("Sedes y puestos", "title of the page"),
            .columns = {{SitesPage::tr("Puesto", "column: id of a workstation"), 130},
                        {SitesPage::tr("Nombre", "column: name of a workstation"), 210},
                        {SitesPage::tr("Sede", "column: name of a site"), 210},
                        {SitesPage::tr("Activo", "column: whether the workstation is active"), 80},
                        {SitesPage::tr("Turno", "column: whether a shift is open"), 110},
                        {SitesPage::tr("Certificado", "column: state of the certificate"), 150},
                        {SitesPage::tr("Vence", "column: when the certificate ends"), 290}},
            .sorts = {{"0", SitesPage::tr("Por puesto", "order of a list"), 0},
                      {"2", SitesPage::tr("Por sede", "order of a list"), 2},
                      {"6", SitesPage::tr("Por vencimiento", "order of a list"), 6}},
            .filterHint = SitesPage::tr("Escriba un puesto o una sede", "hint in the filter"),
            .nothing = SitesPage::tr("No hay puestos", "an empty list"),
            .advice = SitesPage::tr("Agregue uno con F2.", "advice at an empty list")};
}

}  // namespace

SitesPage::SitesPage(const Workplace& place, QWidget* parent)
    : Section(place, parent),
      m_list(new ListView{place, shapeOfWorkstations(),
                          [this](const ListQuery& query, const ListAnswer& answer) { fetch(query, answer); }, this}) {
    m_content->addWidget(m_list);
    addActions();
}

void SitesPage::addActions() {
    addButtonOf<contract::WorkstationCreate>(tr("Nuevo puesto", "button"), Qt::Key_F2, [this] { createWorkstation(); });
    addButtonOf<contract::SiteCreate>(tr("Nueva sede", "button"), Qt::Key_F3, [this] { createSite(); });
    addButtonOf<contract::WorkstationClose>(tr("Cerrar puesto", "button"), Qt::Key_F4, [this] {
        withChosen([this](const auto& line) { closeWorkstation(line); });
    });
    addButtonOf<contract::SiteClose>(tr("Cerrar sede", "button"), Qt::Key_F6, [this] { closeSite(); });
    addButtonOf<contract::WorkstationEnroll>(tr("Certificar puesto", "button: certifies a workstation's key"),
                                             Qt::Key_F7, [this] { enrol(); });
    addButtonOf<contract::WorkstationRevoke>(tr("Dejar fuera", "button: revokes a workstation's certificates"),
                                             Qt::Key_F8,
                                             [this] { withChosen([this](const auto& line) { revoke(line); }); });
}

void SitesPage::refresh() { m_list->refresh(); }

void SitesPage::takeScan(const QString& read) { m_list->narrow(read); }

void SitesPage::fetch(const ListQuery& query, const ListAnswer& answer) {
    m_place.ask(
        this, contract::SiteList{},
        [this, query, answer](const contract::SitesListed& sites) {
            m_sites = sites.sites;
            m_place.ask(
                this, contract::WorkstationList{},
                [this, query, answer](const contract::WorkstationsListed& listed) {
                    m_workstations = listed.workstations;
                    std::vector<ListRow> rows;
                    for (const auto& line : m_workstations) rows.push_back(rowOf(line));
                    answer.arrived(narrowed(std::move(rows), query));
                },
                answer.troubled);
        },
        answer.troubled);
}

ListRow SitesPage::rowOf(const contract::WorkstationLine& line) const {
    const auto site = std::ranges::find(m_sites, line.site, &contract::SiteLine::site);
    const auto* certificate = line.certificates.empty() ? nullptr : &line.certificates.front();
    const auto left = certificate ? daysLeftUntil(certificate->validUntil) : std::nullopt;
    return {shown(line.workstation),
            {shown(line.workstation), shown(line.name), shown(site == m_sites.end() ? line.site : site->name),
             line.active ? tr("sí", "the workstation is active") : tr("no", "the workstation is not active"),
             line.shiftOpen ? tr("abierto", "a shift is open") : tr("–", "no shift is open"),
             certificate ? shown(m_place.wording.word(certificate->state))
                         : tr("no tiene", "a workstation without a certificate"),
             left ? left->text : QString{}}};
}

void SitesPage::withChosen(const std::function<void(const contract::WorkstationLine&)>& act) {
    m_banner->clear();
    const auto found =
        std::ranges::find(m_workstations, told(m_list->current()), &contract::WorkstationLine::workstation);
    if (found != m_workstations.end()) return act(*found);
    m_banner->tell(Standing::Caution, tr("Elija antes el puesto en la lista.", "no workstation was chosen"));
    m_list->focusRows();
}

void SitesPage::createSite() {
    askByActSheet<contract::SiteCreate>(
        m_place, this,
        {tr("Nueva sede", "title"), tr("La clave es corta y no cambia más.", "what the form does"),
         tr("Agregar", "button: adds a site or workstation")},
        {{"site", tr("Clave (letras, cifras, guiones)", "field")}, {"name", tr("Nombre", "field")}},
        [](const ActValues& values) {
            return contract::SiteCreate{values.text("site"), values.text("name")};
        },
        [this](const contract::Done&) { finish(tr("La sede quedó agregada.", "after a site was added")); });
}

void SitesPage::closeSite() {
    QList<std::pair<QString, QString>> sites;
    for (const auto& site : m_sites)
        if (site.active) sites << std::pair{shown(site.site), shown(site.name)};
    askByActSheet<contract::SiteClose>(
        m_place, this,
        {tr("Cerrar una sede", "title"), tr("Para siempre. Antes se cierran sus puestos.", "what the form does"),
         tr("Cerrar sede", "button")},
        {{"site", tr("Sede", "field"), ActField::Kind::Choice, true, {}, sites},
         {"reason", tr("Motivo", "field: reason")}},
        [](const ActValues& values) {
            return contract::SiteClose{values.text("site"), values.text("reason")};
        },
        [this](const contract::Done&) { finish(tr("La sede quedó cerrada.", "after a site was closed")); });
}

void SitesPage::createWorkstation() {
    QList<std::pair<QString, QString>> sites;
    for (const auto& site : m_sites)
        if (site.active) sites << std::pair{shown(site.site), shown(site.name)};
    askByActSheet<contract::WorkstationCreate>(
        m_place, this,
        {tr("Nuevo puesto", "title"),
         tr("Después, en la máquina del puesto: «troquel workstation request», y aquí F7 para certificarlo.",
            "what the form does"),
         tr("Agregar", "button: adds a site or workstation")},
        {{"workstation", tr("Clave (letras, cifras, guiones)", "field")},
         {"name", tr("Nombre", "field")},
         {"site", tr("Sede", "field"), ActField::Kind::Choice, true, {}, sites}},
        [](const ActValues& values) {
            return contract::WorkstationCreate{values.text("workstation"), values.text("name"), values.text("site")};
        },
        [this](const contract::Done&) { finish(tr("El puesto quedó agregado.", "after a workstation was added")); });
}

void SitesPage::closeWorkstation(const contract::WorkstationLine& line) {
    askByActSheet<contract::WorkstationClose>(
        m_place, this,
        {tr("Cerrar el puesto %1", "title; %1 is a workstation").arg(shown(line.workstation)),
         tr("Para siempre: las sesiones que haya allí terminan ahora.", "what the form does"),
         tr("Cerrar puesto", "button")},
        {{"reason", tr("Motivo", "field: reason")}},
        [id = line.workstation](const ActValues& values) {
            return contract::WorkstationClose{id, values.text("reason")};
        },
        [this](const contract::Done&) { finish(tr("El puesto quedó cerrado.", "after a workstation was closed")); });
}

// The request lies in a file that was brought from the workstation; its fingerprint was read there aloud.
void SitesPage::enrol() {
    new ActSheet{
        m_place,
        this,
        {tr("Certificar un puesto", "title"),
         tr("En el puesto se hizo la solicitud con «troquel workstation request». Traiga el archivo y escriba las "
            "primeras 20 cifras de la huella que se lee allá. Dos personas responden por ella.",
            "what the form does"),
         tr("Seguir con las dos personas", "button: goes on to the consent of two")},
        {{"file", tr("Archivo de la solicitud", "field: path of a file")},
         {"fingerprint", tr("Huella leída en el puesto", "field")},
         {"days", tr("Días que vale (365 si se deja vacío)", "field"), ActField::Kind::Text, false}},
        [this](const ActValues& values, const ActSheetEnds& ends) {
            QFile file{shown(values.text("file"))};
            if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestRequest)
                return ends.troubled(
                    Trouble{base::Refusal{base::Fault{"gui.file-not-read"_code, {{"file", values.text("file")}}}}});
            const auto octets = file.readAll();
            ends.done();
            askConsented(
                m_place, this,
                {tr("Certificar un puesto", "title"),
                 tr("Huella %1: es la que se leyó en el puesto.", "what is consented to; %1 is a fingerprint")
                     .arg(shown(values.text("fingerprint"))),
                 tr("Primera persona: escriba sus datos", "the one who consents"),
                 tr("Segunda persona: escriba sus datos", "the second who consents")},
                contract::WorkstationEnroll{base::Bytes{octets.begin(), octets.end()}, values.text("fingerprint"),
                                            values.number("days")},
                OfficeLink::OnAnswer<contract::WorkstationEnroll>{[this](
                                                                      const contract::WorkstationCertified& certified) {
                    finish(tr("El puesto quedó certificado.", "after a workstation was certified"));
                    new OutcomeSheet{
                        m_place,
                        this,
                        tr("Certificado del puesto %1", "title; %1 is a workstation").arg(shown(certified.workstation)),
                        {tr("Vale hasta %1. Lleve el archivo al puesto e instálelo allí con «troquel "
                            "workstation install».",
                            "%1 is a day")
                             .arg(shown(certified.validUntil.substr(0, 10)))},
                        {certified.file}};
                }});
        }};
}

void SitesPage::revoke(const contract::WorkstationLine& line) {
    askByActSheet<contract::WorkstationRevoke>(
        m_place, this,
        {tr("Dejar fuera al puesto %1", "title; %1 is a workstation").arg(shown(line.workstation)),
         tr("Desde ahora el servicio no lo deja entrar: sus certificados y sesiones terminan. Se usa cuando la máquina "
            "se "
            "perdió o cambió de manos.",
            "what the form does"),
         tr("Dejar fuera", "button: revokes a workstation's certificates")},
        {{"reason", tr("Motivo", "field: reason")}},
        [id = line.workstation](const ActValues& values) {
            return contract::WorkstationRevoke{id, values.text("reason")};
        },
        [this](const contract::Done&) { finish(tr("El puesto quedó fuera.", "after a workstation was shut out")); });
}

}  // namespace gui
