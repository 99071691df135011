// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/consent.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/sheet.hpp"

class QLineEdit;

namespace gui {

class ActionButton;
class BusyOverlay;

/// What a decision is called, and what it does.
struct DecisionWords {
    QString title;
    QString what;    ///< what it means for the order, case or workstation
    QString action;  ///< on the button
    QString reason;  ///< label of the field; empty where none is asked
};

/// Asks for a person's reason, has the act done with it, and stays where the office refuses.
class DecisionSheet : public Sheet {
    Q_OBJECT
   public:
    using Ends = ConsentSheet::Ends;
    using Act = std::function<void(const QString& reason, const Ends& ends)>;
    DecisionSheet(const Workplace& place, QWidget* over, const DecisionWords& words, Act act);
    /// A further field, above the reason.
    void add(const QString& label, QWidget& field);
    /// Shows it, once all fields are there.
    void begin();

   private:
    void decide();
    const Workplace& m_place;
    Act m_act;
    QVBoxLayout* m_fields;
    QLineEdit* m_reason;
    FaultBanner* m_banner;
    ActionButton* m_do;
    BusyOverlay* m_busy;
    QWidget* m_first = nullptr;
};

/// The act of a sheet that asks one request, made of the reason; `done` follows.
template <class Make>
DecisionSheet::Act asking(const Workplace& place, QObject* asker, Make make, std::function<void()> done) {
    return [&place, asker, make, done](const QString& reason, const DecisionSheet::Ends& ends) {
        place.ask(
            asker, make(reason),
            [ends, done](const auto&) {
                ends.done();
                done();
            },
            ends.troubled);
    };
}

}  // namespace gui
