// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <vector>

#include "contract/acts_of_line.hpp"
#include "issuance/line/conductor.hpp"
#include "printing/printer/printer.hpp"

namespace issuance {

/// What the machines of this process ask of the people who see to them, now. Used by the thread of each running line
/// and by whoever asks for the status.
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
        /// Until somebody stopped it (`StationCalls::stop`).
        [[nodiscard]] bool goesOn() const;
        /// Has a blank scanned (`StationCalls::scanned`): waits for at most `patience`.
        std::optional<std::string> scan(const BlankAsk& asked, std::chrono::seconds patience,
                                        const KeepWaiting& keepWaiting) const;
        /// How the printing of a blank's page stands, nothing once it ended; whether it is to go on.
        printing::PrintWish print(const std::string& printer, const std::string& blank,
                                  const std::optional<printing::PrintStanding>& standing) const;

       private:
        StationCalls& m_calls;
        std::string m_workstation;
    };

    [[nodiscard]] std::vector<contract::StationCall> all() const;
    /// Hands what was scanned to the line that waits for it at the workstation; false where none does.
    bool scanned(const std::string& workstation, const std::string& serial);
    /// Has the printing of the blank's page given up; false where nobody is at it.
    bool cancelPrint(const std::string& blank);
    /// Has the lines at the workstation end after their step; false where none is at work there.
    bool stop(const std::string& workstation);

   private:
    struct Print {
        std::string blank;
        bool cancelled = false;
    };
    struct Work {
        std::string workstation;
        bool stopped = false;
    };
    mutable std::mutex m_mutex;
    std::map<const Station*, Work> m_atWork;
    std::map<const Station*, contract::StationCall> m_asked;
    std::map<const Station*, Print> m_prints;
    struct Scan {
        std::string workstation;
        std::optional<std::string> read = {};
    };
    std::map<const Station*, Scan> m_scans;  ///< those who wait, and what they got
    mutable std::condition_variable m_scannedSomething;
};

/// What a printer asks for; nothing where it asks for nothing.
std::optional<contract::StationCall> printerCall(const std::string& printer, const std::string& blank,
                                                 const printing::PrintStanding& standing);

}  // namespace issuance
