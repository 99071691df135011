// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/session.hpp"

namespace gui {

Session::Session(OfficeLink& link, std::string workstation) : m_link(link), m_workstation(std::move(workstation)) {
    connect(&link, &OfficeLink::sessionEnded, this, &Session::end);
}

void Session::enter(const LogIn& person, OfficeLink::OnTrouble troubled) {
    openSession(
        m_link, this, person, m_workstation, [this](SharedSession opened) { take(std::move(opened)); },
        std::move(troubled));
}

void Session::take(SharedSession opened) {
    const bool sameAgain = m_lastUser == opened->user() && (m_locked || !m_open);
    m_lastUser = opened->user();
    m_open = std::move(opened);
    m_locked = false;
    if (sameAgain)
        emit unlocked();
    else
        emit entered();
}

void Session::lock() {
    if (!m_open || m_locked) return;
    m_locked = true;
    emit locked();
}

void Session::leave() {
    if (!m_open) return;
    m_open.reset();
    m_lastUser.clear();
    m_locked = false;
    emit left();
}

void Session::end(const std::string& token, const Trouble& why) {
    if (!m_open || m_open->token() != token) return;
    m_open.reset();
    m_locked = false;
    emit expired(why);
}

}  // namespace gui
