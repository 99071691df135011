// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/acts_of_people.hpp"
#include "gui/security/section.hpp"
#include "gui/widgets/list_query.hpp"

namespace gui {

class ListView;

/// Who works in the house, what each may do, and what none may do alone.
class PeoplePage : public Section {
    Q_OBJECT
   public:
    PeoplePage(const Workplace& place, QWidget* parent = nullptr);
    void refresh() override;
    void takeScan(const QString& read) override;

   private:
    void addActions();
    void addOwn(const QString& words, Qt::Key key, std::function<void()> act);
    void fetch(const ListQuery& query, const ListAnswer& answer);
    [[nodiscard]] ListRow rowOf(const contract::OperatorLine& person) const;
    [[nodiscard]] const contract::OperatorLine* chosen() const;
    /// Calls with the chosen person, or says that none is.
    void withChosen(const std::function<void(const contract::OperatorLine& person)>& act);
    void create();
    void openRoles(const contract::OperatorLine& person);
    void moveClearance(const contract::OperatorLine& person);
    void deactivate(const contract::OperatorLine& person);
    void removeFactor(const contract::OperatorLine& person);

    ListView* m_list;
    int m_own = 0;  ///< buttons of the person who looks
    std::vector<contract::OperatorLine> m_people;
    std::vector<contract::RoleLine> m_roles;
};

}  // namespace gui
