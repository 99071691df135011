// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/desk.hpp"

class QHBoxLayout;
class QStackedWidget;

namespace gui {

class Section;

/// The desk of security officers, administrators and auditors: what asks for attention, people, workstations, keys and
/// the journal; each section for whoever may look at it.
class SecurityDesk : public Desk {
    Q_OBJECT
   public:
    SecurityDesk(const Workplace& place, QWidget* parent);
    void refresh() override;
    void takeScan(const QString& read) override;

   private:
    void add(const QString& title, Qt::Key key, Section* section);
    void turnTo(int index);
    [[nodiscard]] Section* front() const;

    QHBoxLayout* m_choices;
    QStackedWidget* m_sections;
};

}  // namespace gui
