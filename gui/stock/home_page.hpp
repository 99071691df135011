// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/stock/waiting.hpp"

class QLineEdit;
class QVBoxLayout;

namespace gui {

class FaultBanner;

/// Where the desk opens: what waits for this person, the next thing first, and beside it all works.
class HomePage : public QWidget {
    Q_OBJECT
   public:
    explicit HomePage(const Workplace& place, QWidget* parent = nullptr);
    void refresh();

   signals:
    void workWanted(gui::Work work);
    void lifeWanted(const QString& serial);

   private:
    [[nodiscard]] QWidget* makeWaiting();
    [[nodiscard]] QWidget* makeWorks();
    void show(const std::vector<WaitingWork>& works);
    void focusFirst();

    const Workplace& m_place;
    Waiting* m_waiting;
    FaultBanner* m_banner;
    QVBoxLayout* m_list;
    std::optional<std::vector<WaitingWork>> m_shown;
    QLineEdit* m_serial;
};

}  // namespace gui
