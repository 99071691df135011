// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>

#include "gui/session/workplace.hpp"
#include "issuance/office/training_institution.hpp"

class QLabel;
class QLineEdit;
class QProgressBar;

namespace gui {

class ActionButton;
class FaultBanner;

/// Where no institution is yet: makes one to practise in, with people, blanks, orders and simulated machines.
class FirstStartPage : public QWidget {
    Q_OBJECT
   public:
    FirstStartPage(const Workplace& place, std::filesystem::path home, QWidget* parent = nullptr);

   signals:
    /// The institution stands, and people can log in.
    void made();

   private:
    void layOut();
    void make();
    void tellPart(issuance::TrainingPart part);
    void tellMade();

    const Workplace& m_place;
    std::filesystem::path m_home;
    QLabel* m_title;
    QLabel* m_note;
    QLineEdit* m_password;
    QLineEdit* m_again;
    FaultBanner* m_banner;
    QProgressBar* m_progress;
    QLabel* m_part;
    ActionButton* m_make;
    ActionButton* m_enter;
};

}  // namespace gui
