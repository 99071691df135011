// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QGridLayout;

namespace gui {

/// What is known of one thing: names and values on a card.
class Facts : public QFrame {
    Q_OBJECT
   public:
    explicit Facts(QWidget* parent = nullptr);
    /// What has no value is left out.
    void tell(const QList<std::pair<QString, QString>>& facts);

   private:
    QGridLayout* m_grid;
};

}  // namespace gui
