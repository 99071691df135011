// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "gui/session/workplace.hpp"
#include "gui/widgets/sheet.hpp"

class QLineEdit;
class QListWidget;

namespace gui {

class FaultBanner;

/// Asks why, with words that are used often to choose from and room for one's own.
class ReasonSheet : public Sheet {
    Q_OBJECT
   public:
    struct Words {
        QString title;
        QString what;  ///< what will happen
        QString action;
        QStringList usual = {};
    };
    ReasonSheet(const Workplace& place, QWidget* over, const Words& words,
                std::function<void(const QString& reason)> given);

   private:
    void give();
    QListWidget* m_usual;
    QLineEdit* m_own;
    FaultBanner* m_banner;
    std::function<void(const QString& reason)> m_given;
};

}  // namespace gui
