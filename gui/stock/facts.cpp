// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/facts.hpp"

#include <QGridLayout>
#include <QLabel>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

/// Two names with their values stand beside each other.
constexpr int kBeside = 2;

}  // namespace

Facts::Facts(QWidget* parent) : QFrame(parent), m_grid(new QGridLayout{this}) {
    setRole(*this, "card");
    m_grid->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    m_grid->setHorizontalSpacing(kSpace);
    m_grid->setVerticalSpacing(kGap / 2);
    for (int at = 0; at < kBeside; ++at) m_grid->setColumnStretch(2 * at + 1, 1);
}

void Facts::tell(const QList<std::pair<QString, QString>>& facts) {
    while (auto* each = m_grid->takeAt(0)) {
        delete each->widget();
        delete each;
    }
    int at = 0;
    for (const auto& [name, value] : facts) {
        if (value.isEmpty()) continue;
        auto* label = new QLabel{name, this};
        auto* said = new QLabel{value, this};
        setRole(*label, "small");
        said->setWordWrap(true);
        said->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(label, at / kBeside, 2 * (at % kBeside), Qt::AlignTop);
        m_grid->addWidget(said, at / kBeside, 2 * (at % kBeside) + 1);
        ++at;
    }
}

}  // namespace gui
