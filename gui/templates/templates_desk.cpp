// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/templates/templates_desk.hpp"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "gui/templates/template_list.hpp"
#include "gui/templates/template_page.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

TemplatesDesk::TemplatesDesk(const Workplace& place, QWidget* parent)
    : Desk(place, parent),
      m_pages(new QStackedWidget{this}),
      m_list(new TemplateList{place, this}),
      m_template(new TemplatePage{place, this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kSpace, kSpace, kSpace, kGap);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_template);
    column->addWidget(m_pages);
    setAcceptDrops(true);
    follow();
}

void TemplatesDesk::follow() {
    connect(m_list, &TemplateList::opened, this, [this](const QString& name, std::optional<std::int64_t> version) {
        m_pages->setCurrentWidget(m_template);
        m_template->open(name, version);
    });
    connect(m_list, &TemplateList::fileWanted, this, &TemplatesDesk::openFile);
    connect(m_template, &TemplatePage::left, this, [this] {
        m_pages->setCurrentWidget(m_list);
        m_list->banner().clear();
        m_list->refresh();
    });
    connect(m_template, &TemplatePage::approved, this, [this](const contract::TemplateLine& line) {
        m_pages->setCurrentWidget(m_list);
        m_list->refresh();
        m_list->banner().tell(Standing::Done, tr("%1, versión %2, se usará desde el %3.",
                                                 "after a template was approved; %1 its name, %3 a day")
                                                  .arg(shown(line.name))
                                                  .arg(line.version)
                                                  .arg(shown(line.effective)));
    });
}

void TemplatesDesk::refresh() {
    if (m_pages->currentWidget() == m_list) m_list->refresh();
}

void TemplatesDesk::openFile() {
    askFile(
        this, m_place.link, tr("Archivo de la plantilla", "title of the dialog that asks for a template"),
        tr("Plantillas (*.xml)", "kinds of files in a dialog; keep the parentheses"),
        [this](const ChosenFile& file) {
            m_pages->setCurrentWidget(m_template);
            m_template->open(file);
        },
        [this](const Trouble& why) { m_list->banner().tell(why); });
}

void TemplatesDesk::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && !m_template->isChanged()) event->acceptProposedAction();
}

void TemplatesDesk::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.front().isLocalFile()) return;
    event->acceptProposedAction();
    readFile(
        this, m_place.link, urls.front().toLocalFile(),
        [this](const ChosenFile& file) {
            m_pages->setCurrentWidget(m_template);
            m_template->open(file);
        },
        [this](const Trouble& why) { m_list->banner().tell(why); });
}

QString TemplatesDesk::staysFor() const {
    if (m_pages->currentWidget() != m_template || !m_template->isChanged()) return {};
    return tr("La plantilla tiene cambios sin guardar: guárdelos con Ctrl+S, o vuelva a la lista con Esc.",
              "why the person may not leave the workstation");
}

}  // namespace gui
