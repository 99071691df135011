// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "gui/session/idle_watch.hpp"
#include "gui/session/workplace.hpp"
#include "gui/shell/desk.hpp"
#include "gui/shell/scanner.hpp"

class QHBoxLayout;
class QFrame;
class QLabel;
class QStackedWidget;

namespace gui {

class FaultBanner;
class LogInPage;
class StatusSign;

/// The one window: who works here, their desks, and what concerns all of them.
class MainWindow : public QMainWindow {
    Q_OBJECT
   public:
    /// Locks itself when nobody touched anything for so long.
    MainWindow(const Workplace& place, std::chrono::milliseconds lockAfter);

    /// Before anybody can log in: a page that makes an institution.
    void showFirst(QWidget* page);
    void welcome();
    /// The one in front; none while nobody is logged in, or where nothing is offered to the person.
    [[nodiscard]] Desk* desk() const;

   protected:
    void closeEvent(QCloseEvent* event) override;

   private:
    void layOut();
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeFoot();
    void follow();
    void makeDesks();
    void addDesk(const DeskKind& kind);
    void bringForward(int index);
    void showWork();
    void showLocked();
    void changePerson();
    void takeScan(const QString& read);
    void tellOffice(bool away);
    void tellPerson();
    /// Says in time that the workstation will not be let in any more.
    void tellPass();
    /// True where the work in front lets the person go; else says why not.
    bool mayLeave();
    void changeTheme();

    const Workplace& m_place;
    Scanner m_scanner;
    IdleWatch m_idle;
    QFrame* m_training;
    QWidget* m_seat;  ///< lock, change of person, theme
    QHBoxLayout* m_headRow = nullptr;
    QHBoxLayout* m_footRow = nullptr;
    QFrame* m_head;
    QHBoxLayout* m_tabs;
    FaultBanner* m_office;
    FaultBanner* m_pass;
    FaultBanner* m_note;
    QStackedWidget* m_pages;
    LogInPage* m_logIn;
    QStackedWidget* m_desks;
    QLabel* m_person;
    StatusSign* m_reach;
};

}  // namespace gui
