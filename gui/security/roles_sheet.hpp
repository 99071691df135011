// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_people.hpp"
#include "gui/session/workplace.hpp"
#include "gui/widgets/sheet.hpp"

class QLabel;
class QListWidget;

namespace gui {

class BusyOverlay;
class FaultBanner;

/// The roles of a person: each is given and taken at once, and said in words before.
class RolesSheet : public Sheet {
    Q_OBJECT
   public:
    RolesSheet(const Workplace& place, QWidget* over, contract::OperatorLine person,
               std::vector<contract::RoleLine> roles);

   private:
    void layOut();
    void fill();
    void tellRole();
    void change();
    void took();
    void refused(const Trouble& trouble);
    [[nodiscard]] bool holds(const std::string& role) const;

    const Workplace& m_place;
    contract::OperatorLine m_person;
    const std::vector<contract::RoleLine> m_roles;
    FaultBanner* m_banner;
    QListWidget* m_list;
    QLabel* m_what;
    QLabel* m_alone;
    BusyOverlay* m_busy;
};

}  // namespace gui
