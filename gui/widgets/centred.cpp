// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/centred.hpp"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gui {

void layInTheMiddle(QWidget& page, QWidget& card) {
    auto* middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(&card);
    middle->addStretch();
    auto* column = new QVBoxLayout{&page};
    column->addStretch();
    column->addLayout(middle);
    column->addStretch();
}

}  // namespace gui
