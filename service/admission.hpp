// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "contract/act.hpp"

namespace service {

/// How many acts a door does at a time, and how many watch at it.
struct AdmissionLimits {
    std::size_t acts = 48;
    std::size_t actsOfWorkstation = 16;
    std::size_t watchers = 64;
    std::size_t watchersOfWorkstation = 8;
};

/// Lets acts in while there is room, and turns them away at once where there is none, so that nobody waits for nothing.
/// The last quarter of the room is for acts that change something or open a session: what is only looked at is turned
/// away first. Acts that wait take no room of the house, only of their workstation. Whoever watches takes room apart.
class Admission {
   public:
    enum class Verdict { Admitted, WorkstationFull, HouseFull };

    /// One act's place, given back with its end.
    class Place {
       public:
        Place(Admission& admission, std::string workstation, contract::Effect effect);
        ~Place();
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        [[nodiscard]] Verdict verdict() const { return m_verdict; }

       private:
        Admission& m_admission;
        std::string m_workstation;
        contract::Effect m_effect;
        Verdict m_verdict;
    };

    explicit Admission(const AdmissionLimits& limits) : m_limits(limits) {}
    [[nodiscard]] std::size_t inside() const;

   private:
    struct Room {
        std::size_t inside = 0;
        std::map<std::string, std::size_t> ofWorkstation;  ///< only those that have somebody inside
    };
    Verdict enter(const std::string& workstation, contract::Effect effect);
    void leave(const std::string& workstation, contract::Effect effect);
    [[nodiscard]] Room& roomFor(contract::Effect effect);

    const AdmissionLimits m_limits;
    mutable std::mutex m_mutex;
    Room m_acts;
    Room m_watchers;
};

}  // namespace service
