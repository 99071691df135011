// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/session/workplace.hpp"
#include "gui/widgets/list_query.hpp"

namespace gui {

class ListView;

/// Everything that waits for an inspector, in the order of the queue.
class WaitingPage : public QWidget {
    Q_OBJECT
   public:
    WaitingPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh();

   signals:
    void chosen(const QString& document);

   private:
    void fetch(const ListQuery& query, const ListAnswer& answer);
    const Workplace& m_place;
    ListView* m_list;
};

}  // namespace gui
