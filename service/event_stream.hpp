// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "contract/acts_of_changes.hpp"

namespace service {

/// One connection that is told of changes as server-sent events (WHATWG HTML, 9.2): asks `change.wait` again and again,
/// so that whether session and workstation still stand is looked at as often as anything is written.
class EventStream {
   public:
    /// `heartbeat` is the longest time in which nothing is written.
    EventStream(contract::Office& office, contract::Credentials credentials, contract::ChangeWait asked,
                std::chrono::milliseconds heartbeat)
        : m_office(office), m_credentials(std::move(credentials)), m_asked(std::move(asked)), m_heartbeat(heartbeat) {}

    /// Whether they may watch; the refusal and the failure are those of the act.
    base::Outcome begin();
    /// The first event, which bears the position from which to go on after a lost connection.
    [[nodiscard]] std::string first() const;
    /// Waits for what comes next: a change, a heartbeat, or why there is no more. Throws nothing.
    std::string next();
    [[nodiscard]] bool ended() const { return m_ended; }

   private:
    base::Result<contract::ChangesSeen> ask(std::chrono::milliseconds within);
    std::string endedBy(const std::string& event, const std::string& data);

    contract::Office& m_office;
    const contract::Credentials m_credentials;
    contract::ChangeWait m_asked;
    const std::chrono::milliseconds m_heartbeat;
    contract::ChangesSeen m_seen;
    bool m_ended = false;
};

/// "stock,line" as a list; empty for an empty text.
std::vector<std::string> topicsIn(const std::string& text);

}  // namespace service
