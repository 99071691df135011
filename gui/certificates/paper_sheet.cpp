// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/paper_sheet.hpp"

#include "contract/acts_of_papers.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/file_choice.hpp"
#include "gui/widgets/page_view.hpp"

namespace gui {
namespace {

constexpr int kHeight = 460;

}  // namespace

PaperSheet::PaperSheet(const Workplace& place, QWidget* over, const QString& title, const std::string& number)
    : Sheet(over, title),
      m_place(place),
      m_number(number),
      m_banner(new FaultBanner{place.wording, this}),
      m_pages(new PageView{tr("El papel no está aquí", "a signed paper is not there"),
                           tr("Arriba dice por qué.", "where a signed paper is not there"), this}) {
    m_pages->setFixedHeight(kHeight);
    content().addWidget(m_banner);
    content().addWidget(m_pages);
    auto* save = new ActionButton{tr("Guardar PDF", "button: saves the signed file"), Qt::CTRL | Qt::Key_S,
                                  ActionButton::Weight::Main};
    auto* back = new ActionButton{tr("Cerrar", "button: closes a sheet"), Qt::Key_Escape};
    auto* row = new QHBoxLayout;
    row->addWidget(save);
    row->addWidget(back);
    row->addStretch();
    content().addLayout(row);
    connect(save, &QPushButton::clicked, this, &PaperSheet::save);
    connect(back, &QPushButton::clicked, this, [this] { close(); });
    open(back);
    m_pages->setBusy(tr("Trayendo el papel…", "shown while a signed paper is fetched"));
    m_place.ask(
        this, contract::PaperShow{number},
        [this](const contract::PaperShown& paper) {
            m_file = paper.content;
            m_pages->showFile(paper.content);
        },
        [this](const Trouble& why) {
            m_pages->clear();
            m_banner->tell(why);
        });
}

void PaperSheet::save() {
    if (m_file.empty()) return;
    askWhereTo(
        this, m_place.link, {shown(m_number) + ".pdf", m_file},
        [this](const QString& path) {
            m_banner->tell(Standing::Done, tr("Guardado en %1", "%1 is the path of a file").arg(path));
        },
        [this](const Trouble& why) { m_banner->tell(why); });
}

}  // namespace gui
