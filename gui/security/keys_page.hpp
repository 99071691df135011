// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_keys.hpp"
#include "gui/security/ceremony.hpp"
#include "gui/security/section.hpp"
#include "gui/widgets/list_query.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {

class ListView;

/// The keys of the house: what should be done about them, each with the days that it has left, and the ceremonies.
class KeysPage : public Section {
    Q_OBJECT
   public:
    KeysPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh() override;

   private:
    void fetch(const ListQuery& query, const ListAnswer& answer);
    [[nodiscard]] ListRow rowOf(const contract::KeyLine& key) const;
    void tellNotices(const contract::PkiStatusTold& status);
    void openNotices();
    [[nodiscard]] CeremonyRoom room();
    void chooseCeremony();
    void openCertifiers();
    void openTransportKeys();
    void exportDirectory();

    StatusSign* m_worst;
    ListView* m_list;
    contract::PkiStatusTold m_status;
};

}  // namespace gui
