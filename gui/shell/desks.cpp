// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "contract/acts_of_certificates.hpp"
#include "contract/acts_of_certifiers.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_stock.hpp"
#include "gui/certificates/certificates_desk.hpp"
#include "gui/production/production_desk.hpp"
#include "gui/shell/desk.hpp"
#include "gui/stock/stock_desk.hpp"
#include "gui/supervision/supervision_desk.hpp"
#include "gui/templates/templates_desk.hpp"

namespace gui {

QList<DeskKind> deskKinds() {
    return {{QCoreApplication::translate("DeskKind", "Producción", "tab of the production desk"), Qt::Key_1,
             [](const Session& session) { return session.may<contract::LineRun>(); },
             [](const Workplace& place, QWidget* parent) -> Desk* {
                 return new ProductionDesk{place, parent};
             }},
            {QCoreApplication::translate("DeskKind", "Supervisión", "tab of the supervision desk"), Qt::Key_2,
             [](const Session& session) { return session.may<contract::LineRest>(); },
             [](const Workplace& place, QWidget* parent) -> Desk* {
                 return new SupervisionDesk{place, parent};
             }},
            {QCoreApplication::translate("DeskKind", "Existencias", "tab of the stock desk"), Qt::Key_3,
             [](const Session& session) { return session.may<contract::StockBalance>(); },
             [](const Workplace& place, QWidget* parent) -> Desk* {
                 return new StockDesk{place, parent};
             }},
            {QCoreApplication::translate("DeskKind", "Certificaciones", "tab of the certificates desk"), Qt::Key_4,
             [](const Session& session) { return session.may<contract::CertificateShow>(); },
             [](const Workplace& place, QWidget* parent) -> Desk* {
                 return new CertificatesDesk{place, parent};
             }},
            {QCoreApplication::translate("DeskKind", "Plantillas", "tab of the templates desk"), Qt::Key_5,
             [](const Session& session) { return session.may<contract::TemplateApprove>(); },
             [](const Workplace& place, QWidget* parent) -> Desk* {
                 return new TemplatesDesk{place, parent};
             }}};
}

}  // namespace gui
