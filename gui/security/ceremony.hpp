// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"
#include "gui/security/act_sheet.hpp"

class QLabel;
class QListWidget;

namespace gui {

/// What a ceremony ended with: what to keep in mind, and files to be saved.
struct CeremonyEnd {
    QString title;
    QStringList lines;
    std::vector<contract::NamedFile> files = {};
};

/// One ceremony of two people: what it is for and what comes after it, what it wants to know, and how it is done.
struct Ceremony {
    QString title;
    QString what;  ///< steps, a line each
    QList<ActField> fields;
    std::function<void(const ActValues& values)> perform;
};

/// Ceremonies are done over a page; what they ended with is told there.
struct CeremonyRoom {
    const Workplace& place;
    QWidget* over;
    std::function<void(const CeremonyEnd& end)> ended;
};

/// Those of the key book; `entry` is offered where one of it is named.
QList<Ceremony> keyCeremonies(const CeremonyRoom& room, const QString& entry);
/// Those of people who sign certificates.
QList<Ceremony> certifierCeremonies(const CeremonyRoom& room);
/// Those of what opens blank chips.
QList<Ceremony> transportKeyCeremonies(const CeremonyRoom& room);

/// Offers ceremonies, each with what it is for; the chosen one then asks what it wants to know.
class CeremonyMenu : public Sheet {
    Q_OBJECT
   public:
    CeremonyMenu(const Workplace& place, QWidget* over, const QString& title, QList<Ceremony> ceremonies);

   private:
    void tell();
    void begin();
    const Workplace& m_place;
    QWidget* m_over;
    const QList<Ceremony> m_ceremonies;
    QListWidget* m_list;
    QLabel* m_what;
};

}  // namespace gui
