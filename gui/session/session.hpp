// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "gui/session/open_session.hpp"

namespace gui {

/// Who sits at the workstation, and whether the window is locked. Everything that the window asks, it asks as them.
class Session : public QObject {
    Q_OBJECT
   public:
    Session(OfficeLink& link, std::string workstation);

    [[nodiscard]] bool isOpen() const { return m_open != nullptr; }
    [[nodiscard]] bool isLocked() const { return m_locked; }
    /// Of whoever is logged in; only while the session is open.
    [[nodiscard]] const OpenSession& person() const { return *m_open; }
    /// For work that goes on when the person has locked the window or their session was opened anew.
    [[nodiscard]] SharedSession shared() const { return m_open; }
    [[nodiscard]] const std::string& workstation() const { return m_workstation; }
    [[nodiscard]] contract::Credentials credentials() const { return {m_open ? m_open->token() : std::string{}}; }
    /// Whether the person may ask the act, as far as a face can tell.
    template <contract::Request R>
    [[nodiscard]] bool may() const {
        return m_open && m_open->may(R::kAct.permission);
    }

    /// Logs in. Of the person who locked the window it is the unlocking; another one takes their place.
    void enter(const LogIn& person, OfficeLink::OnTrouble troubled);
    void lock();
    /// The person leaves the workstation.
    void leave();

   signals:
    /// Somebody else than before sits here.
    void entered();
    void locked();
    void unlocked();
    void left();
    /// The session stands no more; `why` is the office's word for it.
    void expired(const gui::Trouble& why);

   private:
    void take(SharedSession opened);
    void end(const std::string& token, const Trouble& why);

    OfficeLink& m_link;
    std::string m_workstation;
    SharedSession m_open;
    QString m_lastUser;
    bool m_locked = false;
};

}  // namespace gui
