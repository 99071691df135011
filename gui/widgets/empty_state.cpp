// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/empty_state.hpp"

#include <QLabel>
#include <QVBoxLayout>

#include "gui/theme/look.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {

EmptyState::EmptyState(const QString& what, const QString& next, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout{this};
    column->setSpacing(kGap);
    auto* title = new QLabel{what, this};
    auto* advice = new QLabel{next, this};
    setRole(*title, "head");
    setRole(*advice, "muted");
    column->addStretch();
    column->addWidget(new StandingShape{Standing::Neutral, 40, this}, 0, Qt::AlignHCenter);
    for (auto* label : {title, advice}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    column->addStretch();
    setAccessibleName(what);
}

}  // namespace gui
