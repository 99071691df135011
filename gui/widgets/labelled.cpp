// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/labelled.hpp"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "gui/theme/look.hpp"

namespace gui {

void addBelow(QBoxLayout& column, const QString& label, QWidget& field) {
    auto* name = new QLabel{label};
    setRole(*name, "small");
    name->setBuddy(&field);
    field.setAccessibleName(label);
    auto* pair = new QVBoxLayout;
    pair->setSpacing(2);
    pair->addWidget(name);
    pair->addWidget(&field);
    column.addLayout(pair);
}

QLineEdit* addField(QBoxLayout& column, const QString& label, const QString& name, const QString& hint) {
    auto* field = new QLineEdit;
    field->setObjectName(name);
    field->setPlaceholderText(hint);
    addBelow(column, label, *field);
    return field;
}

QComboBox* addChoice(QBoxLayout& column, const QString& label, const QString& name) {
    auto* choice = new QComboBox;
    choice->setObjectName(name);
    constexpr int kLeastLetters = 8;
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(kLeastLetters);
    addBelow(column, label, *choice);
    return choice;
}

}  // namespace gui
