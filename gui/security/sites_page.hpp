// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_sites.hpp"
#include "gui/security/section.hpp"
#include "gui/widgets/list_query.hpp"

namespace gui {

class ListView;

/// Where people work: sites and workstations, and until when the service lets each of these in.
class SitesPage : public Section {
    Q_OBJECT
   public:
    SitesPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh() override;
    void takeScan(const QString& read) override;

   private:
    void addActions();
    void fetch(const ListQuery& query, const ListAnswer& answer);
    [[nodiscard]] ListRow rowOf(const contract::WorkstationLine& line) const;
    void withChosen(const std::function<void(const contract::WorkstationLine& line)>& act);
    void createSite();
    void closeSite();
    void createWorkstation();
    void closeWorkstation(const contract::WorkstationLine& line);
    void enrol();
    void revoke(const contract::WorkstationLine& line);

    ListView* m_list;
    std::vector<contract::SiteLine> m_sites;
    std::vector<contract::WorkstationLine> m_workstations;
};

}  // namespace gui
