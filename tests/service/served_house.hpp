// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "service/remote_office.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/service/test_certificates.hpp"
#include "tests/support/loopback.hpp"

namespace support {

/// An institution that is reached through services: workstations with their certificates, at each of them an operator
/// and two custodians who are logged in, and laminates to use up. The office is closed: services open it.
class ServedHouse {
   public:
    static constexpr const char* kItem = "laminate-booklet";
    static constexpr const char* kLot = "L-1";
    /// What a workstation may hold of it (templates/items).
    static constexpr std::int64_t kMostAtStation = 5500;

    struct Station {
        std::string name;
        contract::Credentials operatorThere;
        contract::Credentials custodiansThere;
    };

    /// `database` as Founding has it; empty for SQLite. Each station holds as much as it may.
    ServedHouse(const std::string& database, int stations);

    [[nodiscard]] TrainingHouse& house() { return m_house; }
    [[nodiscard]] const std::vector<Station>& stations() const { return m_stations; }
    [[nodiscard]] std::string path(const std::string& name) const { return m_certificates.path(name); }
    /// A configuration for troqueld on a port; 0 for a free one.
    [[nodiscard]] std::string settings(int port) const;
    /// How a station reaches services.
    [[nodiscard]] service::RemoteSettings reaching(const std::string& urls, const Station& station) const;

   private:
    void enrol(const std::string& name);

    TrainingHouse m_house;
    TestCertificates m_certificates;
    std::vector<Station> m_stations;
};

}  // namespace support
