// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/line_page.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <algorithm>

#include "contract/acts_of_sites.hpp"
#include "gui/supervision/line_picture.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {

LinePage::LinePage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_picture(new LinePicture{this}),
      m_chosen(new QLabel{this}),
      m_pause(new ActionButton{tr("Pausar", "button: a workstation takes no orders"), Qt::Key_F2}),
      m_drain(new ActionButton{tr("Terminar y cerrar", "button: a workstation takes no new orders"), Qt::Key_F3}),
      m_resume(new ActionButton{tr("Reanudar", "button: a workstation works again"), Qt::Key_F4}) {
    layOut();
    connect(m_picture, &LinePicture::stageWanted, this, &LinePage::stageWanted);
    connect(m_picture, &LinePicture::stationChosen, this, &LinePage::tellChosen);
    connect(m_pause, &QPushButton::clicked, this, [this] { rest("pause"); });
    connect(m_drain, &QPushButton::clicked, this, [this] { rest("drain"); });
    connect(m_resume, &QPushButton::clicked, this, &LinePage::resume);
    tellChosen();
}

void LinePage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto* scroll = new QScrollArea{this};
    scroll->setWidget(m_picture);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_banner);
    column->addWidget(scroll, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    m_chosen->setWordWrap(true);
    row->addWidget(m_chosen, 1);
    for (auto* each : {m_pause, m_drain, m_resume}) row->addWidget(each);
    column->addLayout(row);
}

void LinePage::begin() {
    if (!m_place.session.may<contract::WorkstationList>()) return refresh();
    m_place.ask(
        this, contract::WorkstationList{},
        [this](const contract::WorkstationsListed& listed) {
            m_facts.workstations.clear();
            for (const auto& each : listed.workstations)
                if (each.active) m_facts.workstations.push_back(each.workstation);
            refresh();
        },
        [this](const Trouble& trouble) { m_banner->tell(trouble); });
}

// One question at a time: a line at work changes faster than anybody reads.
void LinePage::refresh() {
    if (m_asking || !m_place.session.isOpen() || m_place.session.isLocked()) {
        m_again = m_asking;
        return;
    }
    m_asking = true;
    m_place.ask(
        this, contract::LineStatus{}, [this](const contract::LineStatusTold& status) { take(status); },
        [this](const Trouble& trouble) {
            m_asking = false;
            m_banner->tell(trouble);
        });
}

void LinePage::take(const contract::LineStatusTold& status) {
    m_facts.status = status;
    if (m_place.session.may<contract::ReportLine>()) return askToday();
    showAll();
}

void LinePage::askToday() {
    m_place.ask(
        this, contract::ReportLine{},
        [this](const contract::LineReported& today) {
            m_facts.today = today;
            showAll();
        },
        [this](const Trouble& trouble) {
            showAll();
            m_banner->tell(trouble);
        });
}

void LinePage::showAll() {
    m_asking = false;
    m_banner->clear();
    m_picture->show(stageFaces(m_facts), stationFaces(m_place, m_facts, base::SystemClock{}.now()));
    tellChosen();
    emit looked(m_facts);
    if (std::exchange(m_again, false)) refresh();
}

void LinePage::tellChosen() {
    const auto& chosen = m_picture->chosen();
    const auto& rests = m_facts.status.rests;
    const bool none = chosen.isEmpty();
    const bool restsNow = std::ranges::find(rests, told(chosen), &contract::RestLine::workstation) != rests.end();
    m_chosen->setText(none ? tr("No hay puestos.", "there is no workstation in the picture")
                           : tr("Puesto elegido: %1", "%1 is the chosen workstation").arg(chosen));
    const bool may = m_place.session.may<contract::LineRest>();
    for (auto* each : {m_pause, m_drain}) each->setEnabled(may && !none && !restsNow);
    m_resume->setEnabled(may && restsNow);
}

void LinePage::rest(const std::string& mode) {
    const auto station = m_picture->chosen();
    const bool pause = mode == "pause";
    const FormWords words{
        pause ? tr("Pausar el puesto %1", "title; %1 is a workstation").arg(station)
              : tr("Terminar y cerrar el puesto %1", "title; %1 is a workstation").arg(station),
        pause ? tr("No toma más órdenes. Lo que la máquina tiene a medias se termina.", "what a pause means")
              : tr("Termina las órdenes que empezó y no toma nuevas.", "what draining a workstation means"),
        pause ? tr("Pausar", "button: a workstation takes no orders")
              : tr("Terminar y cerrar", "button: a workstation takes no new orders")};
    const auto make = [station, mode](const FormValues& values) {
        return contract::LineRest{told(station), mode, values.text("reason")};
    };
    new FormSheet{m_place,
                  this,
                  words,
                  {{"reason", tr("Motivo", "label of the reason of a decision"), FormField::Kind::Text, {}, false}},
                  asking(m_place, this, {}, make, [this](const contract::Done&) { refresh(); })};
}

void LinePage::resume() {
    m_place.ask(
        this, contract::LineResume{told(m_picture->chosen())},
        [this](const contract::Done&) {
            m_place.sounds.play(Cue::Done);
            refresh();
        },
        [this](const Trouble& trouble) {
            m_place.sounds.play(Cue::Refused);
            m_banner->tell(trouble);
        });
}

}  // namespace gui
