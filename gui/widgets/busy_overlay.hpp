// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace gui {

/// Lies over a page while it waits for an answer, once that takes long enough to be noticed.
class BusyOverlay : public QWidget {
    Q_OBJECT
   public:
    static constexpr std::chrono::milliseconds kPatience{200};

    explicit BusyOverlay(QWidget* over);
    void begin(const QString& what);
    void end();
    /// From `begin` on, also while it is not seen yet.
    [[nodiscard]] bool isBusy() const { return m_busy; }

   protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

   private:
    void appear();
    QTimer m_wait;
    QTimer m_turn;
    QLabel* m_what;
    int m_angle = 0;
    bool m_busy = false;
};

}  // namespace gui
