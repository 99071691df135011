// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>

#include "gui/widgets/sheet.hpp"
#include "issuance/office/local_office_factory.hpp"

class QLineEdit;

namespace gui {

/// Asks for what opens the house's keys: the PIN of a token, or a passphrase. Dismissed, it gives an empty one, which
/// opens nothing.
class SecretSheet : public Sheet {
    Q_OBJECT
   public:
    SecretSheet(QWidget* over, issuance::SecretNeeded needed, const QString& token,
                std::promise<base::SecretBytes> promise);

   private:
    static QString titleOf(issuance::SecretNeeded needed, const QString& token);
    void give();
    void dismiss() override;
    QLineEdit* m_secret;
    std::promise<base::SecretBytes> m_promise;
};

/// For an office that is opened in this process: asks in the window from the thread that needs the secret, which waits.
issuance::SecretEntry secretEntryIn(QWidget& window);

}  // namespace gui
