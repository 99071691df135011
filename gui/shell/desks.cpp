// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "contract/acts_of_certificates.hpp"
#include "contract/acts_of_certifiers.hpp"
#include "contract/acts_of_journal.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_stock.hpp"
#include "gui/certificates/certificates_desk.hpp"
#include "gui/inspection/inspection_desk.hpp"
#include "gui/production/production_desk.hpp"
#include "gui/security/security_desk.hpp"
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
             }},
            {QCoreApplication::translate("DeskKind", "Inspección", "tab of the inspection desk"), Qt::Key_6,
             [](const Session& session) {
                 return session.may<contract::LineRelease>() || session.may<contract::DocumentShow>();
             },
             [](const Workplace& place, QWidget* parent) -> Desk* {
                 return new InspectionDesk{place, parent};
             },
             [](const Session& session) { return session.may<contract::LineRelease>(); }},
            {QCoreApplication::translate("DeskKind", "Seguridad", "tab of the security desk"), Qt::Key_7,
             [](const Session& session) {
                 return session.may<contract::OperatorList>() || session.may<contract::PkiStatus>() ||
                        session.may<contract::JournalList>();
             },
             [](const Workplace& place, QWidget* parent) -> Desk* {
                 return new SecurityDesk{place, parent};
             },
             // Supervisors look into the journal too, and work elsewhere.
             [](const Session& session) {
                 return session.may<contract::JournalList>() && !session.may<contract::LineRest>();
             }}};
}

}  // namespace gui
