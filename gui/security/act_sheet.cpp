// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/act_sheet.hpp"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

std::optional<std::string> ActValues::given(const QString& name) const {
    const auto given = text(name);
    return given.empty() ? std::nullopt : std::optional{given};
}

std::optional<std::int64_t> ActValues::number(const QString& name) const {
    bool good = false;
    const auto number = m_texts.value(name).toLongLong(&good);
    return good ? std::optional<std::int64_t>{number} : std::nullopt;
}

ActSheet::ActSheet(const Workplace& place, QWidget* over, const Words& words, QList<ActField> fields, Submit submit)
    : Sheet(over, words.title),
      m_fields(std::move(fields)),
      m_submit(std::move(submit)),
      m_banner(new FaultBanner{place.wording, this}),
      m_busy(new BusyOverlay{this}) {
    auto* what = new QLabel{words.what, this};
    what->setWordWrap(true);
    content().addWidget(m_banner);
    content().addWidget(what);
    for (const auto& field : m_fields) addField(field);
    auto* act = new ActionButton{words.action, Qt::CTRL | Qt::Key_Return, ActionButton::Weight::Main};
    act->showKeyAs(tr("Intro", "name of the key Enter"));
    auto* dismissal = new ActionButton{tr("Cancelar", "button: nothing is done"), Qt::Key_Escape};
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(act, 1);
    row->addWidget(dismissal, 1);
    content().addLayout(row);
    connect(act, &QPushButton::clicked, this, &ActSheet::submit);
    connect(dismissal, &QPushButton::clicked, this, [this] { close(); });
    QWidget* first = act;
    if (!m_edits.isEmpty())
        first = m_edits.first() != nullptr ? static_cast<QWidget*>(m_edits.first()) : m_choices.first();
    open(first);
}

void ActSheet::addField(const ActField& field) {
    auto* label = new QLabel{field.label, this};
    QWidget* entry = nullptr;
    if (field.kind == ActField::Kind::Choice) {
        auto* choice = new QComboBox{this};
        for (const auto& [value, words] : field.choices) choice->addItem(words, value);
        choice->setCurrentIndex(std::max(0, choice->findData(field.text)));
        m_choices << choice;
        m_edits << nullptr;
        entry = choice;
    } else {
        auto* edit = new QLineEdit{field.text, this};
        if (field.kind == ActField::Kind::Secret) edit->setEchoMode(QLineEdit::Password);
        connect(edit, &QLineEdit::returnPressed, this, &ActSheet::goOn);
        m_edits << edit;
        m_choices << nullptr;
        entry = edit;
    }
    entry->setMinimumHeight(kTarget - kGap);
    entry->setObjectName(field.name);
    entry->setAccessibleName(field.label);
    label->setBuddy(entry);
    auto* pair = new QVBoxLayout;
    pair->setSpacing(kGap / 2);
    pair->addWidget(label);
    pair->addWidget(entry);
    content().addLayout(pair);
}

void ActSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return goOn();
    Sheet::keyPressEvent(event);
}

// Enter goes on to what is still empty and needed, and sends it when nothing is.
void ActSheet::goOn() {
    for (qsizetype at = 0; at < m_fields.size(); ++at)
        if (m_fields[at].needed && m_edits[at] != nullptr && m_edits[at]->text().trimmed().isEmpty())
            return m_edits[at]->setFocus();
    submit();
}

ActValues ActSheet::values() const {
    ActValues values;
    for (qsizetype at = 0; at < m_fields.size(); ++at) {
        const auto& field = m_fields[at];
        if (m_choices[at] != nullptr)
            values.put(field.name, m_choices[at]->currentData().toString());
        else
            values.put(field.name,
                       field.kind == ActField::Kind::Secret ? m_edits[at]->text() : m_edits[at]->text().trimmed());
    }
    return values;
}

void ActSheet::submit() {
    for (qsizetype at = 0; at < m_fields.size(); ++at) {
        if (!m_fields[at].needed || m_edits[at] == nullptr || !m_edits[at]->text().trimmed().isEmpty()) continue;
        m_edits[at]->setFocus();
        return m_banner->tell(Standing::Caution,
                              tr("Falta: %1", "a field was left empty; %1 is its label").arg(m_fields[at].label));
    }
    m_banner->clear();
    m_busy->begin(tr("Guardando…", "shown while an act is being done"));
    const QPointer self{this};
    m_submit(values(), {[self] {
                            if (self) self->close();
                        },
                        [self](const Trouble& trouble) {
                            if (!self) return;
                            self->m_busy->end();
                            self->m_banner->tell(trouble);
                        }});
}

}  // namespace gui
