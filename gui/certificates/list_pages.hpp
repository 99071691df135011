// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/session/workplace.hpp"

class QHBoxLayout;

namespace gui {

class FaultBanner;
class ListView;

/// All requests and certificates; Enter opens one.
class CertificatesPage : public QWidget {
    Q_OBJECT
   public:
    CertificatesPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh();

   signals:
    void opened(const QString& request);
    void left();

   private:
    ListView* m_list;
};

/// Notifications: the day's route, what came of each attempt, answers, and the archive.
class NotificationsPage : public QWidget {
    Q_OBJECT
   public:
    NotificationsPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh();

   signals:
    void left();

   private:
    void addAction(const QString& text, const QKeySequence& key, void (NotificationsPage::*act)());
    void route();
    void record();
    void answer();
    void archive();
    void done(const QString& words);
    /// The chosen one; says so where none is.
    [[nodiscard]] QString chosen();

    const Workplace& m_place;
    FaultBanner* m_banner;
    ListView* m_list;
    QHBoxLayout* m_actions = nullptr;
};

}  // namespace gui
