// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/station_calls.hpp"

#include "contract/acts_of_line.hpp"

namespace issuance {

StationCalls::Station::Station(StationCalls& calls, std::string workstation)
    : m_calls(calls), m_workstation(std::move(workstation)) {}

StationCalls::Station::~Station() {
    ask(std::nullopt);
    print({}, {}, std::nullopt);
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

bool StationCalls::cancelPrint(const std::string& blank) {
    const std::lock_guard lock{m_mutex};
    bool found = false;
    for (auto& [station, print] : m_prints)
        if (print.blank == blank) found = print.cancelled = true;
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
