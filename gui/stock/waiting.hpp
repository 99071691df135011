// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "gui/session/workplace.hpp"

namespace gui {

/// The works of the desk, each with a page of its own.
enum class Work {
    Balances,
    Places,
    Receipts,
    Transfers,
    Requisitions,
    Counts,
    Quarantine,
    Losses,
    Destructions,
    Reconciliation,
    Forecast,
    Quality,
};

/// Something that waits for this person, in words, and where it is done.
struct WaitingWork {
    Work work;
    QString words;
    friend bool operator==(const WaitingWork&, const WaitingWork&) = default;
};

/// Looks what waits: asks each list that the person may see, and tells them all at once, what presses most first.
class Waiting : public QObject {
    Q_OBJECT
   public:
    Waiting(const Workplace& place, QObject* parent);
    void look();
    [[nodiscard]] std::vector<WaitingWork> works() const;

   signals:
    void looked();
    void troubled(const gui::Trouble& why);

   private:
    /// In the order in which they press.
    enum class Kind {
        Counting,
        Variance,
        Arriving,
        Delivered,
        Spoiled,
        Destroying,
        Authorising,
        Requested,
        Leaving,
        Due,
        Low
    };
    template <contract::Request R>
    void askFor(const R& request, OfficeLink::OnAnswer<R> answered);
    void lookAtCounts();
    void lookAtTransfers();
    void lookAtVault();
    void lookAtDestructions();
    void note(Kind kind, Work work, std::int64_t count, const QString& words);
    void arrive();

    const Workplace& m_place;
    std::map<Kind, WaitingWork> m_works;
    int m_pending = 0;
};

}  // namespace gui
