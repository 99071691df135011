// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QWidget;

namespace gui {

/// A field below its label, in a column of a form. `name` is what tests and style know it by.
QLineEdit* addField(QBoxLayout& column, const QString& label, const QString& name, const QString& hint = {});
QComboBox* addChoice(QBoxLayout& column, const QString& label, const QString& name);
/// The same for any other field.
void addBelow(QBoxLayout& column, const QString& label, QWidget& field);

}  // namespace gui
