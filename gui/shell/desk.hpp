// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/session/workplace.hpp"

namespace gui {

/// The work of one role: what stands below its tab in the window.
class Desk : public QWidget {
    Q_OBJECT
   public:
    explicit Desk(const Workplace& place, QWidget* parent = nullptr) : QWidget(parent), m_place(place) {}

    /// The desk came to the front, or what it shows may have changed: looks again.
    virtual void refresh() = 0;
    /// A barcode was read while the desk is in front.
    virtual void takeScan(const QString& read) = 0;
    /// Why the person may not leave the workstation now; empty where they may.
    [[nodiscard]] virtual QString staysFor() const { return {}; }

   protected:
    const Workplace& m_place;
};

/// A desk that the window may have, in the order of its tabs.
struct DeskKind {
    QString title;
    Qt::Key key;  ///< with Alt
    bool (*isFor)(const Session& session);
    Desk* (*make)(const Workplace& place, QWidget* parent);
    /// Whether it is the person's own work, and opens first; where no desk is, the first of them opens.
    bool (*isOwnOf)(const Session& session) = nullptr;
};

/// All desks of the program.
QList<DeskKind> deskKinds();

}  // namespace gui
