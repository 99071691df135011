// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace gui {

/// Notices that nobody touched keyboard, reader or mouse for a while.
class IdleWatch : public QObject {
    Q_OBJECT
   public:
    explicit IdleWatch(std::chrono::milliseconds patience);

   signals:
    void nobodyHere();

   protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

   private:
    QTimer m_rest;
};

}  // namespace gui
