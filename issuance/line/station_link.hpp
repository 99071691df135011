// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "contract/acts_of_stations.hpp"
#include "issuance/line/fed_reader.hpp"
#include "records/author.hpp"

namespace issuance {

/// Carries the wishes of one line to the program at a station, one at a time, and back what came of them. Used by the
/// thread of the line and by those that answer the station.
class StationLink {
   public:
    /// `silence` is how long a station may say nothing before it counts as lost.
    explicit StationLink(std::chrono::milliseconds silence = std::chrono::seconds{15});

    struct Asked {
        std::optional<contract::StationOutcome> outcome = {};  ///< none: the station was lost
        bool fetched = false;                                  ///< whether the station may have begun
    };
    /// Waits until the station has done it, or is lost. `keepWaiting` is asked now and then: once it says no the
    /// station is told to give up, and still says how it ended.
    Asked ask(contract::StationWish wish, const KeepWaiting& keepWaiting);

    /// The station's side: takes an outcome, and waits for the next wish where the station is not busy.
    contract::StationTold serve(const contract::StationServe& served, std::chrono::milliseconds patience);
    /// The line wishes nothing more; whoever waits here is told so.
    void end();

   private:
    const std::chrono::milliseconds m_silence;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<contract::StationWish> m_wish;
    std::optional<contract::StationOutcome> m_outcome;
    std::int64_t m_turn;  ///< of the last wish; no two links have one in common
    int m_listening = 0;  ///< calls of the station that wait here
    bool m_fetched = false;
    bool m_giveUp = false;
    bool m_ended = false;
    std::chrono::steady_clock::time_point m_heard = std::chrono::steady_clock::now();
};

/// The stations that lines of this process name now, each for the person and the workstation that asked for its line.
class StationLinks {
   public:
    /// One line's station, for as long as the line works.
    class Attached {
       public:
        Attached(StationLinks& links, std::string station);
        ~Attached();
        Attached(const Attached&) = delete;
        Attached& operator=(const Attached&) = delete;
        [[nodiscard]] StationLink& link() const { return *m_link; }

       private:
        friend class StationLinks;
        StationLinks& m_links;
        std::string m_key;
        std::shared_ptr<StationLink> m_link;
    };

    /// Refuses "station.bad-name", "station.in-use".
    base::Result<std::unique_ptr<Attached>> attach(const records::Author& author, const std::string& station);
    /// Waits for the line that names the station, and then as the link does.
    contract::StationTold serve(const records::Author& author, const contract::StationServe& served,
                                std::chrono::milliseconds patience);

   private:
    std::mutex m_mutex;
    std::condition_variable m_attached;
    std::map<std::string, std::shared_ptr<StationLink>> m_links;
};

}  // namespace issuance
