// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/supervision/line_faces.hpp"

class QLabel;

namespace gui {

class ActionButton;
class FaultBanner;
class LinePicture;

/// The line as it is now, and the workstations that a supervisor lets rest or work.
class LinePage : public QWidget {
    Q_OBJECT
   public:
    LinePage(const Workplace& place, QWidget* parent = nullptr);
    /// Looks at the line.
    void refresh();
    /// Looks also at what seldom changes: which workstations there are.
    void begin();

   signals:
    void stageWanted(const QString& stage);
    /// For the alarms, which look at the same.
    void looked(const gui::LineFacts& facts);

   private:
    void layOut();
    void take(const contract::LineStatusTold& status);
    void askToday();
    void showAll();
    void tellChosen();
    void rest(const std::string& mode);
    void resume();

    const Workplace& m_place;
    FaultBanner* m_banner;
    LinePicture* m_picture;
    QLabel* m_chosen;
    ActionButton* m_pause;
    ActionButton* m_drain;
    ActionButton* m_resume;
    LineFacts m_facts;
    bool m_asking = false;
    bool m_again = false;  ///< something changed while it was being asked
};

}  // namespace gui
