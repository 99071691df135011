// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

#include "contract/acts_of_certificate_work.hpp"
#include "gui/session/workplace.hpp"

class QLabel;
class QTableWidget;

namespace gui {

class ActionButton;
class BusyOverlay;
class FaultBanner;
class StatusSign;

/// What awaits the person: the next thing large, and all the rest below it in the order in which it is due.
class AwaitingPage : public QWidget {
    Q_OBJECT
   public:
    AwaitingPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }

   signals:
    void opened(const QString& request);
    void requestWanted();
    void allWanted();
    void searchWanted();
    void notificationsWanted();
    void verificationWanted();

   private:
    void layOut();
    [[nodiscard]] QWidget* makeNext();
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeDoors();
    void show(const contract::CertificatesAwaiting& found);
    void fillTable();
    void tellNext();
    void openChosen();
    /// Signs or endorses everything that awaits it.
    void signAll();
    void askProofs();
    void prove();
    void proveNext(std::vector<std::string> numbers, int done);
    [[nodiscard]] std::vector<std::string> awaitingFor(const std::string& step) const;

    const Workplace& m_place;
    FaultBanner* m_banner;
    StatusSign* m_now;
    QLabel* m_task;
    QLabel* m_which;
    QTableWidget* m_list;
    QWidget* m_nothing;
    ActionButton* m_open;
    ActionButton* m_sign;
    ActionButton* m_endorse;
    ActionButton* m_prove;
    BusyOverlay* m_busy;
    std::vector<contract::AwaitingLine> m_awaiting;
    std::vector<std::string> m_toProve;
};

}  // namespace gui
