// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/scan_list.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"

namespace gui {

std::int64_t serialsIn(const QString& range) {
    static const QRegularExpression kRange{R"(^\D*(\d+)\s*-\s*\D*(\d+)$)"};
    const auto match = kRange.match(range.trimmed());
    if (!match.hasMatch()) return 1;
    return std::max<std::int64_t>(1, match.captured(2).toLongLong() - match.captured(1).toLongLong() + 1);
}

ScanList::ScanList(const QString& label, QWidget* parent)
    : QWidget(parent), m_typed(new QLineEdit{this}), m_list(new QListWidget{this}), m_count(new QLabel{this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto* head = new QLabel{label, this};
    head->setBuddy(m_typed);
    m_typed->setAccessibleName(label);
    m_typed->setMinimumHeight(kTarget - kGap);
    m_typed->setObjectName("serials");
    m_typed->setPlaceholderText(tr("Lea, o escriba A0000001-A0000050", "hint in a field for serials"));
    m_list->setAccessibleName(tr("Piezas leídas", "list of scanned serials"));
    m_list->setMinimumHeight(kTarget);
    setRole(*m_count, "muted");
    auto* drop = new ActionButton{tr("Quitar la última", "button: drops the last scan"), Qt::Key_F3};
    connect(drop, &QPushButton::clicked, this, [this] {
        delete m_list->takeItem(m_list->count() - 1);
        tellCount();
    });
    connect(m_typed, &QLineEdit::returnPressed, this, [this] {
        if (!m_typed->text().trimmed().isEmpty()) add(m_typed->text());
        m_typed->clear();
    });
    auto* top = new QHBoxLayout;
    top->addWidget(head);
    top->addStretch();
    top->addWidget(m_count);
    auto* row = new QHBoxLayout;
    row->addWidget(m_typed, 1);
    row->addWidget(drop);
    column->addLayout(top);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    tellCount();
}

bool ScanList::add(const QString& serials) {
    const auto read = serials.trimmed();
    if (!m_list->findItems(read, Qt::MatchFixedString).isEmpty()) return false;
    m_list->addItem(read);
    m_list->scrollToBottom();
    tellCount();
    return true;
}

void ScanList::clear() {
    m_list->clear();
    tellCount();
}

std::vector<std::string> ScanList::serials() const {
    std::vector<std::string> serials;
    for (int at = 0; at < m_list->count(); ++at) serials.push_back(told(m_list->item(at)->text()));
    return serials;
}

std::int64_t ScanList::count() const {
    std::int64_t count = 0;
    for (int at = 0; at < m_list->count(); ++at) count += serialsIn(m_list->item(at)->text());
    return count;
}

void ScanList::tellCount() {
    m_count->setText(tr("%n pieza(s) leída(s)", "how many blanks were scanned", static_cast<int>(count())));
    emit changed();
}

}  // namespace gui
