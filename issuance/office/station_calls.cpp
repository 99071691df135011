// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/station_calls.hpp"

#include "contract/acts_of_line.hpp"

namespace issuance {

StationCalls::Station::Station(StationCalls& calls, std::string workstation)
    : m_calls(calls), m_workstation(std::move(workstation)) {}

StationCalls::Station::~Station() { ask(std::nullopt); }

void StationCalls::Station::ask(const std::optional<ReaderCall>& call) const {
    const std::lock_guard lock{m_calls.m_mutex};
    m_calls.m_asked.erase(this);
    if (call)
        m_calls.m_asked.emplace(
            this, contract::StationCall{m_workstation, call->reader, std::string{nameOf(call->wish)}, call->blank});
}

std::vector<contract::StationCall> StationCalls::all() const {
    const std::lock_guard lock{m_mutex};
    std::vector<contract::StationCall> calls;
    for (const auto& [station, call] : m_asked) calls.push_back(call);
    return calls;
}

}  // namespace issuance
