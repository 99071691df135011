// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "contract/acts_of_line.hpp"
#include "issuance/line/fed_reader.hpp"

namespace issuance {

/// What the readers of this process ask of the people who feed them, now. Used by the thread of each running line and
/// by whoever asks for the status.
class StationCalls {
   public:
    /// One running line; what it asked ends with it.
    class Station {
       public:
        Station(StationCalls& calls, std::string workstation);
        ~Station();
        Station(const Station&) = delete;
        Station& operator=(const Station&) = delete;
        /// In place of what it asked before; nothing asked where there is nothing.
        void ask(const std::optional<ReaderCall>& call) const;

       private:
        StationCalls& m_calls;
        std::string m_workstation;
    };

    [[nodiscard]] std::vector<contract::StationCall> all() const;

   private:
    mutable std::mutex m_mutex;
    std::map<const Station*, contract::StationCall> m_asked;
};

}  // namespace issuance
