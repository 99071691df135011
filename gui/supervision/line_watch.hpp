// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

#include "contract/acts_of_changes.hpp"
#include "gui/session/workplace.hpp"

namespace gui {

/// Says what changed in the books while the desk is looked at: waits there for changes, and asks nothing meanwhile.
class LineWatch : public QObject {
    Q_OBJECT
   public:
    LineWatch(const Workplace& place, std::vector<std::string> topics, QObject* parent);
    /// From now on; where it watches already, nothing more happens.
    void begin();

   signals:
    /// A line at work changes many things at once: they are told together, at most once in a moment.
    void changed(const QSet<QString>& topics);

   private:
    void wait();
    void take(const contract::ChangesSeen& seen);

    const Workplace& m_place;
    const std::vector<std::string> m_topics;
    std::optional<std::string> m_position;
    QSet<QString> m_changed;
    QTimer m_moment;
    QTimer m_again;
    bool m_waiting = false;
};

}  // namespace gui
