// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/station_calls.hpp"

#include "contract/acts_of_line.hpp"

namespace issuance {

StationCalls::Station::Station(StationCalls& calls, std::string workstation)
    : m_calls(calls), m_workstation(std::move(workstation)) {
    const std::lock_guard lock{m_calls.m_mutex};
    m_calls.m_atWork.emplace(this, Work{m_workstation});
}

StationCalls::Station::~Station() {
    ask(std::nullopt);
    print({}, {}, std::nullopt);
    const std::lock_guard lock{m_calls.m_mutex};
    m_calls.m_atWork.erase(this);
}

bool StationCalls::Station::goesOn() const {
    const std::lock_guard lock{m_calls.m_mutex};
    return !m_calls.m_atWork.at(this).stopped;
}

void StationCalls::Station::ask(const std::optional<ReaderCall>& call) const {
    const std::lock_guard lock{m_calls.m_mutex};
    m_calls.m_asked.erase(this);
    if (call)
        m_calls.m_asked.emplace(
            this, contract::StationCall{m_workstation, call->reader, std::string{nameOf(call->wish)}, call->blank, {}});
}

printing::PrintWish StationCalls::Station::print(const std::string& printer, const std::string& blank,
                                                 const std::optional<printing::PrintStanding>& standing) const {
    const std::lock_guard lock{m_calls.m_mutex};
    m_calls.m_asked.erase(this);
    if (!standing) {
        m_calls.m_prints.erase(this);
        return printing::PrintWish::GoOn;
    }
    auto& print = m_calls.m_prints[this];
    print.blank = blank;
    if (auto call = printerCall(printer, blank, *standing)) {
        call->workstation = m_workstation;
        m_calls.m_asked.emplace(this, std::move(*call));
    }
    return print.cancelled ? printing::PrintWish::Cancel : printing::PrintWish::GoOn;
}

std::optional<std::string> StationCalls::Station::scan(const BlankAsk& asked, std::chrono::seconds patience,
                                                       const KeepWaiting& keepWaiting) const {
    constexpr std::chrono::milliseconds kGlance{500};
    contract::StationCall call{m_workstation,
                               {},
                               asked.blank.empty() ? "scan_any" : "scan_blank",
                               asked.blank.empty() ? asked.item : asked.blank};
    if (asked.wrong) call.reasons.push_back(contract::FaultLine::of(*asked.wrong));
    const auto deadline = std::chrono::steady_clock::now() + patience;
    std::unique_lock lock{m_calls.m_mutex};
    m_calls.m_asked.insert_or_assign(this, std::move(call));
    auto& scan = m_calls.m_scans.insert_or_assign(this, Scan{m_workstation}).first->second;
    for (bool waits = true; waits && !scan.read;) {
        m_calls.m_scannedSomething.wait_for(lock, kGlance);
        lock.unlock();
        waits = keepWaiting() && std::chrono::steady_clock::now() < deadline;
        lock.lock();
    }
    auto read = std::move(scan.read);
    m_calls.m_scans.erase(this);
    m_calls.m_asked.erase(this);
    return read;
}

bool StationCalls::scanned(const std::string& workstation, const std::string& serial) {
    const std::lock_guard lock{m_mutex};
    for (auto& [station, scan] : m_scans) {
        if (scan.workstation != workstation || scan.read) continue;
        scan.read = serial;
        m_scannedSomething.notify_all();
        return true;
    }
    return false;
}

bool StationCalls::cancelPrint(const std::string& blank) {
    const std::lock_guard lock{m_mutex};
    bool found = false;
    for (auto& [station, print] : m_prints)
        if (print.blank == blank) found = print.cancelled = true;
    return found;
}

bool StationCalls::stop(const std::string& workstation) {
    const std::lock_guard lock{m_mutex};
    bool found = false;
    for (auto& [station, work] : m_atWork)
        if (work.workstation == workstation) found = work.stopped = true;
    m_scannedSomething.notify_all();
    return found;
}

std::optional<contract::StationCall> printerCall(const std::string& printer, const std::string& blank,
                                                 const printing::PrintStanding& standing) {
    contract::StationCall call{{}, printer, "see_to", blank};
    for (const auto& fault : faultsOf(standing, printer)) call.reasons.push_back(contract::FaultLine::of(fault));
    return call.reasons.empty() ? std::nullopt : std::optional{std::move(call)};
}

std::vector<contract::StationCall> StationCalls::all() const {
    const std::lock_guard lock{m_mutex};
    std::vector<contract::StationCall> calls;
    for (const auto& [station, call] : m_asked) calls.push_back(call);
    return calls;
}

}  // namespace issuance
