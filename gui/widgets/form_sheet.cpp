// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/form_sheet.hpp"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStyle>
#include <algorithm>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/scan_list.hpp"

namespace gui {
namespace {

constexpr int kMost = 10'000'000;
constexpr int kLabelWidth = 200;

}  // namespace

void FormValues::putSecret(const QString& name, base::SecretBytes secret) {
    m_secrets.insert(name, std::make_shared<const base::SecretBytes>(std::move(secret)));
}

std::string FormValues::text(const QString& name) const { return told(m_values.value(name).toString()); }

std::optional<std::string> FormValues::given(const QString& name) const {
    auto said = text(name);
    return said.empty() ? std::nullopt : std::optional{std::move(said)};
}

std::optional<std::int64_t> FormValues::givenNumber(const QString& name) const {
    bool good = false;
    const std::int64_t number = m_values.value(name).toString().toLongLong(&good);
    return good ? std::optional{number} : std::nullopt;
}

std::vector<std::string> FormValues::lines(const QString& name) const {
    std::vector<std::string> lines;
    for (const auto& line : m_values.value(name).toStringList()) lines.push_back(told(line));
    return lines;
}

base::SecretBytes FormValues::secret(const QString& name) const {
    const auto found = m_secrets.value(name);
    return found ? found->clone() : base::SecretBytes{};
}

FormSheet::FormSheet(const Workplace& place, QWidget* over, const FormWords& words, const QList<FormField>& fields,
                     Submit submit)
    : Sheet(over, words.title),
      m_place(place),
      m_submit(std::move(submit)),
      m_banner(new FaultBanner{place.wording, this}),
      m_busy(new BusyOverlay{this}) {
    if (!words.what.isEmpty()) {
        auto* what = new QLabel{words.what, this};
        what->setWordWrap(true);
        setRole(*what, "muted");
        content().addWidget(what);
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kGap);
    grid->setVerticalSpacing(kGap / 2);
    content().addLayout(grid);
    for (const auto& field : fields) add(field, *grid);
    content().addWidget(m_banner);
    addButtons(words.action);
    auto* first = m_fields.empty() ? m_action : m_fields.front().widget;
    open(first == m_scans && m_scans != nullptr ? m_scans->field() : first);
}

void FormSheet::addButtons(const QString& action) {
    m_action = new ActionButton{action, Qt::Key_F5, ActionButton::Weight::Main, this};
    auto* leave = new ActionButton{tr("Cancelar", "button: leaves a form, nothing is done"), Qt::Key_Escape,
                                   ActionButton::Weight::Usual, this};
    connect(m_action, &QPushButton::clicked, this, &FormSheet::submit);
    connect(leave, &QPushButton::clicked, this, &FormSheet::dismiss);
    auto* row = new QHBoxLayout;
    for (auto* each : {m_action, leave}) row->addWidget(each);
    row->addStretch();
    content().addLayout(row);
}

QWidget* FormSheet::widgetOf(const FormField& field) {
    switch (field.kind) {
        case FormField::Kind::Number: {
            auto* box = new QSpinBox{this};
            box->setRange(0, kMost);
            box->setValue(field.value.toInt());
            box->setButtonSymbols(QAbstractSpinBox::NoButtons);
            return box;
        }
        case FormField::Kind::Choice: {
            auto* box = new QComboBox{this};
            for (const auto& [value, words] : field.choices) box->addItem(words, value);
            box->setCurrentIndex(std::max(0, box->findData(field.value)));
            return box;
        }
        case FormField::Kind::Check: return new QCheckBox{field.label, this};
        case FormField::Kind::Lines: {
            auto* box = new QPlainTextEdit{field.value, this};
            box->setTabChangesFocus(true);
            box->setFixedHeight(kTarget + kGap);
            return box;
        }
        case FormField::Kind::Serials: return m_scans = new ScanList{field.label, this};
        case FormField::Kind::Text:
        case FormField::Kind::Secret:
        case FormField::Kind::File: break;
    }
    return lineOf(field);
}

// A file is chosen by its name, or looked for.
QWidget* FormSheet::lineOf(const FormField& field) {
    auto* line = new QLineEdit{field.value, this};
    line->setPlaceholderText(field.hint);
    if (field.kind == FormField::Kind::Secret) line->setEchoMode(QLineEdit::Password);
    connect(line, &QLineEdit::returnPressed, this, [this, line] { goOnFrom(line); });
    if (field.kind == FormField::Kind::File) {
        auto* look = line->addAction(style()->standardIcon(QStyle::SP_DirOpenIcon), QLineEdit::TrailingPosition);
        look->setShortcut(Qt::Key_F4);
        line->setPlaceholderText(tr("Ruta del archivo, o F4 para buscarlo", "hint in a field for a file"));
        connect(look, &QAction::triggered, line, [line] {
            auto* dialog = new QFileDialog{line};
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setFileMode(QFileDialog::ExistingFile);
            connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
            dialog->open();
        });
    }
    return line;
}

void FormSheet::add(const FormField& field, QGridLayout& grid) {
    auto* widget = widgetOf(field);
    widget->setObjectName(field.name);
    widget->setAccessibleName(field.label);
    m_fields.push_back({field, widget});
    const int row = grid.rowCount();
    if (field.kind == FormField::Kind::Check || field.kind == FormField::Kind::Serials)
        return grid.addWidget(widget, row, 0, 1, 2);
    auto* label = new QLabel{field.label, this};
    label->setWordWrap(true);
    label->setFixedWidth(kLabelWidth);
    label->setBuddy(widget);
    if (field.kind != FormField::Kind::Lines) widget->setMinimumHeight(kTarget - kGap);
    grid.addWidget(label, row, 0);
    grid.addWidget(widget, row, 1);
}

QVariant FormSheet::valueOf(const Asked& asked) {
    if (auto* box = qobject_cast<QSpinBox*>(asked.widget)) return box->value();
    if (auto* box = qobject_cast<QComboBox*>(asked.widget)) return box->currentData();
    if (auto* box = qobject_cast<QCheckBox*>(asked.widget)) return box->isChecked();
    if (auto* list = qobject_cast<ScanList*>(asked.widget)) {
        QStringList serials;
        for (const auto& each : list->serials()) serials << shown(each);
        return serials;
    }
    if (auto* text = qobject_cast<QPlainTextEdit*>(asked.widget)) {
        auto lines = text->toPlainText().split(u'\n', Qt::SkipEmptyParts);
        for (auto& line : lines) line = line.trimmed();
        return lines;
    }
    const auto typed = qobject_cast<QLineEdit*>(asked.widget)->text();
    return asked.field.kind == FormField::Kind::Secret ? typed : typed.trimmed();
}

// A code that is still to be filled in where one types (a seal) is that one; any other is a blank of the list.
void FormSheet::takeScan(const QString& read) {
    if (!isEnabled()) return;
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    const bool isAsked =
        std::ranges::any_of(m_fields, [&](const Asked& asked) { return asked.widget == line && asked.field.needed; });
    if (line != nullptr && isAncestorOf(line) && (m_scans == nullptr || (isAsked && line->text().isEmpty()))) {
        line->setText(read.trimmed());
        focusNextPrevChild(true);
        return;
    }
    if (m_scans != nullptr) m_place.sounds.play(m_scans->add(read) ? Cue::Done : Cue::Refused);
}

void FormSheet::goOnFrom(const QWidget* widget) {
    if (widget == m_fields.back().widget) return submit();
    focusNextPrevChild(true);
}

bool FormSheet::isLacking(const Asked& asked, const QVariant& value) {
    if (!asked.field.needed || asked.field.kind == FormField::Kind::Check) return false;
    if (value.typeId() == QMetaType::QStringList) return value.toStringList().isEmpty();
    return value.toString().isEmpty();
}

void FormSheet::submit() {
    if (m_busy->isBusy()) return;
    FormValues values;
    for (const auto& asked : m_fields) {
        auto value = valueOf(asked);
        if (isLacking(asked, value)) {
            asked.widget->setFocus();
            m_place.sounds.play(Cue::Refused);
            return m_banner->tell(Standing::Caution,
                                  tr("Falta llenar: %1.", "%1 is the label of a field").arg(asked.field.label));
        }
        if (asked.field.kind != FormField::Kind::Secret) {
            values.put(asked.field.name, value);
            continue;
        }
        auto typed = told(value.toString());
        values.putSecret(asked.field.name, base::SecretBytes::copyOf(typed));
        base::wipe(typed);
    }
    wipe();
    m_banner->clear();
    m_busy->begin(tr("Un momento…", "shown while the office is asked"));
    m_submit(values, ends());
}

void FormSheet::wipe() {
    for (const auto& asked : m_fields)
        if (asked.field.kind == FormField::Kind::Secret) qobject_cast<QLineEdit*>(asked.widget)->clear();
}

// What was sent is answered before the sheet goes.
void FormSheet::dismiss() {
    if (m_busy->isBusy()) return;
    wipe();
    close();
}

FormSheet::Ends FormSheet::ends() {
    const QPointer self{this};
    Ends ends;
    ends.waits = [self] {
        if (self) self->m_busy->end();
    };
    ends.troubled = [self](const Trouble& trouble) {
        if (!self) return;
        self->m_busy->end();
        self->m_place.sounds.play(Cue::Refused);
        self->m_banner->tell(trouble);
        for (const auto& asked : self->m_fields)
            if (asked.field.kind == FormField::Kind::Secret) return asked.widget->setFocus();
    };
    ends.done = [self] {
        if (!self) return;
        self->m_place.sounds.play(Cue::Done);
        self->close();
    };
    return ends;
}

}  // namespace gui
