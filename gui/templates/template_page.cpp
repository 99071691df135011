// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/templates/template_page.hpp"

#include <QLabel>
#include <QListWidget>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "gui/session/consent.hpp"
#include "gui/templates/judging.hpp"
#include "gui/templates/source_edit.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/page_view.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {
namespace {

/// So long after the last key the template is judged anew.
constexpr std::chrono::milliseconds kJudgingPause{500};
constexpr int kFaultsHeight = 130;

/// "line 2, column 38" as it stands in a fault; zeros where it is another place.
std::pair<int, int> placeOf(const std::string& where) {
    static const QRegularExpression form{"line (\\d+)(?:, column (\\d+))?"};
    const auto found = form.match(shown(where));
    return {found.captured(1).toInt(), std::max(1, found.captured(2).toInt())};
}

}  // namespace

TemplatePage::TemplatePage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_title(new QLabel{this}),
      m_source(new SourceEdit{this}),
      m_standing(new StatusSign{this}),
      m_faults(new QListWidget{this}),
      m_shown(new StatusSign{this}),
      m_pages(new PageView{tr("La vista aparece aquí", "there is no preview of a template yet"),
                           tr("Se compone con los ejemplos de la plantilla cuando no le falta nada.",
                              "advice where there is no preview of a template"),
                           this}) {
    layOut();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kJudgingPause);
    connect(&m_pause, &QTimer::timeout, this, &TemplatePage::check);
    connect(m_source, &QPlainTextEdit::textChanged, this, &TemplatePage::change);
    connect(m_faults, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        const auto [line, column] = m_places.at(static_cast<std::size_t>(m_faults->row(item)));
        if (line > 0) m_source->goTo(line, column);
    });
}

void TemplatePage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    setRole(*m_title, "head");
    column->addWidget(m_title);
    column->addWidget(m_banner);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(kSpace);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGap);
    right->addWidget(m_shown);
    right->addWidget(m_pages, 1);
    middle->addWidget(makeSource(), 1);
    middle->addLayout(right, 1);
    column->addLayout(middle, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGap);
    layOutActions(*actions);
    column->addLayout(actions);
}

QWidget* TemplatePage::makeSource() {
    auto* side = new QWidget{this};
    auto* column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    m_source->setAccessibleName(tr("Texto de la plantilla", "name of a field, for screen readers"));
    m_source->setObjectName("source");
    m_faults->setAccessibleName(tr("Lo que le falta a la plantilla", "name of a list, for screen readers"));
    m_faults->setWordWrap(true);
    m_faults->setFixedHeight(kFaultsHeight);
    column->addWidget(m_source, 1);
    column->addWidget(m_standing);
    column->addWidget(m_faults);
    return side;
}

void TemplatePage::layOutActions(QHBoxLayout& row) {
    const std::tuple<QString, QKeySequence, void (TemplatePage::*)()> all[] = {
        {tr("Aprobar entre dos", "button: puts a template into use"), Qt::Key_F5, &TemplatePage::approve},
        {tr("Comparar con la vigente", "button: compares with the version in force"), Qt::Key_F6,
         &TemplatePage::compareWithInForce},
        {tr("Con un archivo", "button: compares with a file"), Qt::Key_F7, &TemplatePage::compareWithFile},
        {tr("Ver las hojas", "button: shows the pages again after a comparison"), Qt::Key_F8, &TemplatePage::draw},
        {tr("Guardar", "button: saves a template's file"), Qt::CTRL | Qt::Key_S, &TemplatePage::save},
        {tr("Volver", "button: back to the list"), Qt::Key_Escape, &TemplatePage::leave}};
    for (const auto& [text, key, act] : all) {
        const bool main = key == QKeySequence{Qt::Key_F5};
        auto* button = new ActionButton{text, key, main ? ActionButton::Weight::Main : ActionButton::Weight::Usual};
        connect(button, &QPushButton::clicked, this, act);
        row.addWidget(button);
    }
    row.addStretch();
}

void TemplatePage::open(const QString& name, std::optional<std::int64_t> version) {
    m_name = name + ".xml";
    m_place.ask(
        this, contract::TemplateShow{told(name), version},
        [this](const contract::TemplateShown& answer) {
            const auto& line = answer.line;
            show(line.approvedAt.empty()
                     ? tr("%1 · versión %2, sin aprobar", "a template; %1 its name")
                           .arg(shown(line.name))
                           .arg(line.version)
                     : tr("%1 · versión %2, vigente desde el %3", "a template; %1 its name, %3 a day")
                           .arg(shown(line.name))
                           .arg(line.version)
                           .arg(shown(line.effective)),
                 answer.file);
        },
        [this](const Trouble& why) { refuse(why); });
}

void TemplatePage::open(const ChosenFile& file) {
    m_name = file.name;
    show(tr("Archivo %1", "a template; %1 is the name of its file").arg(file.name), file.content);
}

void TemplatePage::show(const QString& title, const base::Bytes& file) {
    m_title->setText(title);
    m_banner->clear();
    m_pages->clear();
    m_comparing = false;
    m_source->setPlainText(QString::fromUtf8(reinterpret_cast<const char*>(file.data()), std::ssize(file)));
    m_changed = false;
    m_source->setFocus();
    check();
}

contract::NamedFile TemplatePage::file() const {
    const auto text = m_source->toPlainText().toUtf8();
    return {told(m_name), base::Bytes(text.begin(), text.end())};
}

void TemplatePage::change() {
    m_changed = true;
    m_standing->tell(Standing::Busy, tr("Revisando…", "while a template is being judged"));
    m_pause.start();
}

// One judgement at a time: they draw pages, and the person is typing meanwhile.
void TemplatePage::check() {
    m_pause.stop();
    m_again = m_judging;
    if (m_judging) return;
    m_judging = true;
    judge(m_place, this, contract::TemplateCheck{file()},
          OfficeLink::OnAnswer<contract::TemplateCheck>{[this](const contract::TemplateWasChecked& checked) {
              m_judging = false;
              if (m_again) return check();
              tell(checked);
          }},
          [this](const Trouble& why) {
              m_judging = false;
              refuse(why);
          });
}

void TemplatePage::tell(const contract::TemplateWasChecked& checked) {
    m_checked = checked;
    m_faults->clear();
    m_places.clear();
    std::set<int> lines;
    for (const auto& fault : checked.faults) {
        const auto place = placeOf(fault.where);
        auto sentence = shown(m_place.wording.sentence(fault.asFault()));
        if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
        m_faults->addItem(sentence);
        m_places.push_back(place);
        if (place.first > 0) lines.insert(place.first);
    }
    m_source->markLines(lines);
    m_faults->setVisible(!checked.faults.empty());
    if (!checked.faults.empty()) {
        m_shown->tell(Standing::Neutral, tr("La vista es la de antes de los errores.", "over an old preview"));
        return m_standing->tell(
            Standing::Refused, tr("%n error(es). Intro en la lista lleva a su línea.", "how many faults a template has",
                                  static_cast<int>(checked.faults.size())));
    }
    m_standing->tell(Standing::Done, tr("Está bien: «%1», versión %2, desde el %3.",
                                        "a template without faults; %1 title, %2 version, %3 first day")
                                         .arg(shown(checked.title))
                                         .arg(checked.version)
                                         .arg(shown(checked.effective)));
    if (!m_comparing) draw();
}

void TemplatePage::draw() {
    m_comparing = false;
    judge(m_place, this, contract::TemplatePreview{file()},
          OfficeLink::OnAnswer<contract::TemplatePreview>{[this](const contract::TemplateWasDrawn& drawn) {
              if (m_comparing) return;
              m_shown->tell(Standing::Done, tr("Con sus ejemplos.", "over a template's preview"));
              m_pages->showFile(drawn.pdf);
          }},
          [this](const Trouble& why) { refuse(why); });
}

void TemplatePage::compareWithInForce() {
    if (m_checked.name.empty()) return check();
    m_place.ask(
        this, contract::TemplateShow{m_checked.name, std::nullopt},
        [this](const contract::TemplateShown& answer) {
            compare({answer.line.name + ".xml", answer.file});
        },
        [this](const Trouble& why) { refuse(why); });
}

void TemplatePage::compareWithFile() {
    askFile(
        this, m_place.link, tr("Plantilla con que se compara", "title of the dialog that asks for a template"),
        tr("Plantillas (*.xml)", "kinds of files in a dialog; keep the parentheses"),
        [this](const ChosenFile& file) {
            compare({told(file.name), file.content});
        },
        [this](const Trouble& why) { refuse(why); });
}

void TemplatePage::compare(const contract::NamedFile& before) {
    m_pages->setBusy(tr("Comparando…", "shown while two templates are compared"));
    m_comparing = true;
    judge(m_place, this, contract::TemplateDiff{before, file()},
          OfficeLink::OnAnswer<contract::TemplateDiff>{[this](const contract::TemplateWasDrawn& drawn) {
              m_shown->tell(drawn.changes == 0 ? Standing::Done : Standing::Caution,
                            tr("Comparación: %n cambio(s) en el texto; las hojas, una sobre otra.", "over a comparison",
                               static_cast<int>(drawn.changes)));
              m_pages->showFile(drawn.pdf);
          }},
          [this](const Trouble& why) {
              m_comparing = false;
              m_pages->setBusy({});
              refuse(why);
          });
}

void TemplatePage::save() {
    const auto now = file();
    askWhereTo(
        this, m_place.link, {m_name, now.content},
        [this](const QString& path) {
            m_changed = false;
            m_banner->tell(Standing::Done, tr("Guardado en %1", "%1 is the path of a file").arg(path));
        },
        [this](const Trouble& why) { refuse(why); });
}

void TemplatePage::approve() {
    if (!m_checked.faults.empty() || m_pause.isActive() || m_judging)
        return m_banner->tell(Standing::Caution, tr("Corrija primero lo que le falta.", "a template with faults"));
    askConsented(m_place, this,
                 {tr("Aprobar la plantilla", "title of the consent"),
                  tr("«%1», versión %2, se usará desde el %3. Lo aprobado no se cambia.",
                     "what is consented to; %1 title, %2 version, %3 first day")
                      .arg(shown(m_checked.title))
                      .arg(m_checked.version)
                      .arg(shown(m_checked.effective)),
                  tr("Primera persona: escriba sus datos", "the first of two who consent"),
                  tr("Segunda persona que puede aprobar: escriba sus datos", "the second of two who consent")},
                 contract::TemplateApprove{file().content},
                 OfficeLink::OnAnswer<contract::TemplateApprove>{[this](const contract::TemplateLine& line) {
                     m_changed = false;
                     emit approved(line);
                 }});
}

// What was typed is not lost by one key: the second time it is meant.
void TemplatePage::leave() {
    if (!m_changed) return emit left();
    m_changed = false;
    m_place.sounds.play(Cue::Attention);
    m_banner->tell(Standing::Caution, tr("Hay cambios sin guardar.", "a template was changed"), {},
                   tr("Qué hacer ahora: Ctrl+S los guarda; Esc otra vez los deja.", "advice before changes are lost"));
}

void TemplatePage::refuse(const Trouble& why) {
    m_place.sounds.play(Cue::Refused);
    m_banner->tell(why);
}

}  // namespace gui
