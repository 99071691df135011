// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/served_house.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_receipts.hpp"
#include "contract/acts_of_sites.hpp"
#include "contract/acts_of_stock.hpp"

namespace support {
namespace {

constexpr const char* kPassword = "clave de prueba larga";
constexpr const char* kManifest =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest supplier="Imprenta de Capacitación" purchase="CAP-0002">
  <lot item="laminate-booklet" number="L-1" quantity="1000000000"/>
</manifest>)";

}  // namespace

ServedHouse::ServedHouse(const std::string& database, int stations) : m_house(database) {
    base::expected(m_house.ask("administrator", contract::ServiceCertify{{"127.0.0.1"}}, "security_officer"),
                   "service");
    base::expected(m_house.ask("custodian", contract::StockReceive{base::bytesOf(kManifest)}, "custodian2"), "receipt");
    for (int at = 1; at <= stations; ++at) enrol("puesto-" + std::to_string(at));
    m_house.closeOffice();
}

void ServedHouse::enrol(const std::string& name) {
    base::expected(m_house.ask("administrator", contract::WorkstationCreate{name, name, "central"}), name);
    m_certificates.enrolled(m_house, name);
    const auto token = [&](const std::string& person) {
        return base::expected(m_house.office().ask({}, contract::SessionOpen{person, kPassword, name}), person).token;
    };
    m_stations.push_back({name, {token("operator")}, {token("custodian"), token("custodian2")}});
    base::expected(
        m_house.office().ask(m_stations.back().custodiansThere,
                             contract::StockLotMove{kItem, kLot, kMostAtStation, "vault", "workstation:" + name}),
        "laminates");
}

std::string ServedHouse::settings(int port) const {
    auto file = path("troqueld-" + std::to_string(port) + ".xml");
    base::writeFileDurably(file, "<service><home>" + m_house.home().string() +
                                     "</home><address>127.0.0.1</address><port>" + std::to_string(port) +
                                     "</port><connections>256</connections><largestRequest>4194304</largestRequest>"
                                     "</service>");
    return file;
}

service::RemoteSettings ServedHouse::reaching(const std::string& urls, const Station& station) const {
    return {urls, path(station.name + ".pem"), path(station.name + ".key"), m_house.home() / "service" / "roots.pem"};
}

}  // namespace support
