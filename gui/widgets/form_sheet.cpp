// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/form_sheet.hpp"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

std::optional<std::string> FormValues::given(const QString& name) const {
    auto value = text(name);
    if (value.empty()) return std::nullopt;
    return value;
}

FormSheet::FormSheet(QWidget* over, const contract::Wording& wording, const FormWords& words, QList<FormField> fields,
                     Act act)
    : Sheet(over, words.title),
      m_act(std::move(act)),
      m_fields(std::move(fields)),
      m_banner(new FaultBanner{wording, this}),
      m_do(new ActionButton{words.action, Qt::CTRL | Qt::Key_Return, ActionButton::Weight::Main}),
      m_busy(new BusyOverlay{this}) {
    auto* what = new QLabel{words.what, this};
    what->setWordWrap(true);
    what->setVisible(!words.what.isEmpty());
    content().addWidget(what);
    content().addWidget(m_banner);
    for (const auto& field : m_fields) {
        auto* label = new QLabel{field.label, this};
        auto* input = makeField(field);
        label->setBuddy(input);
        auto* pair = new QVBoxLayout;
        pair->setSpacing(kGap / 2);
        pair->addWidget(label);
        pair->addWidget(input);
        content().addLayout(pair);
        m_inputs << input;
    }
    auto* dismissal = new ActionButton{tr("Cancelar", "button: nothing is done"), Qt::Key_Escape};
    auto* row = new QHBoxLayout;
    row->addWidget(m_do);
    row->addWidget(dismissal);
    row->addStretch();
    content().addLayout(row);
    m_do->showKeyAs(tr("Ctrl+Intro", "name of the keys Ctrl and Enter"));
    connect(m_do, &QPushButton::clicked, this, &FormSheet::submit);
    connect(dismissal, &QPushButton::clicked, this, [this] { dismiss(); });
    open(m_inputs.isEmpty() ? m_do : m_inputs.front());
}

QWidget* FormSheet::makeField(const FormField& field) {
    QWidget* made = nullptr;
    if (field.kind == FormField::Kind::Choice) {
        auto* choice = new QComboBox{this};
        for (const auto& [value, words] : field.choices) choice->addItem(words, value);
        choice->setCurrentIndex(std::max(0, choice->findData(field.value)));
        made = choice;
    } else {
        auto* line = new QLineEdit{field.value, this};
        line->setPlaceholderText(field.hint);
        if (field.kind == FormField::Kind::Secret) line->setEchoMode(QLineEdit::Password);
        connect(line, &QLineEdit::returnPressed, this, [this, line] {
            const auto at = m_inputs.indexOf(line);
            if (at + 1 < m_inputs.size())
                m_inputs.at(at + 1)->setFocus();
            else
                submit();
        });
        made = line;
    }
    made->setMinimumHeight(kTarget - kGap);
    made->setAccessibleName(field.label);
    made->setObjectName(field.name);
    return made;
}

void FormSheet::submit() {
    if (m_busy->isBusy()) return;
    FormValues values;
    for (qsizetype at = 0; at < m_fields.size(); ++at) {
        const auto& field = m_fields.at(at);
        if (auto* choice = qobject_cast<QComboBox*>(m_inputs.at(at)))
            values.put(field.name, choice->currentData().toString());
        else if (auto* line = qobject_cast<QLineEdit*>(m_inputs.at(at)); field.kind != FormField::Kind::Secret)
            values.put(field.name, line->text());
        else {
            auto typed = told(line->text());
            values.secret = base::SecretBytes::copyOf(typed);
            base::wipe(typed);
        }
    }
    wipe();
    m_banner->clear();
    m_busy->begin(tr("Un momento…", "shown while something is being done"));
    m_do->setEnabled(false);
    const QPointer self{this};
    m_act(std::move(values), {[self] {
                                  if (self) self->close();
                              },
                              [self](const Trouble& trouble) {
                                  if (self) self->tell(trouble);
                              }});
}

void FormSheet::tell(const Trouble& trouble) {
    m_busy->end();
    m_do->setEnabled(true);
    m_banner->tell(trouble);
    for (auto* input : m_inputs) {
        auto* line = qobject_cast<QLineEdit*>(input);
        if (line == nullptr || !line->text().isEmpty()) continue;
        return line->setFocus();
    }
}

void FormSheet::wipe() {
    for (qsizetype at = 0; at < m_fields.size(); ++at)
        if (m_fields.at(at).kind == FormField::Kind::Secret) qobject_cast<QLineEdit*>(m_inputs.at(at))->clear();
}

// What was sent is answered before the sheet goes.
void FormSheet::dismiss() {
    if (m_busy->isBusy()) return;
    wipe();
    close();
}

}  // namespace gui
