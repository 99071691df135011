// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "contract/acts_of_line.hpp"
#include "gui/production/production_desk.hpp"
#include "gui/shell/desk.hpp"

namespace gui {

QList<DeskKind> deskKinds() {
    return {{QCoreApplication::translate("DeskKind", "Producción", "tab of the production desk"), Qt::Key_1,
             [](const Session& session) { return session.may<contract::LineRun>(); },
             [](const Workplace& place, QWidget* parent) -> Desk* {
                 return new ProductionDesk{place, parent};
             }}};
}

}  // namespace gui
