// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration as it goes where many machines ask one service.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "cli/demo.hpp"
#include "contract/acts_of_sites.hpp"
#include "issuance/office/training_institution.hpp"
#include "service/workstation_home.hpp"

namespace cli {
namespace {

using namespace base::literals;

constexpr int kStations = 2;
constexpr std::chrono::seconds kStart{30};

/// What troqueld is to serve, on a port that is free.
std::string configurationOf(const std::filesystem::path& home) {
    return "<service>\n  <home>" + home.string() +
           "</home>\n  <address>127.0.0.1</address>\n  <port>0</port>\n  <connections>64</connections>\n"
           "  <largestRequest>100663296</largestRequest>\n</service>\n";
}

}  // namespace

// From here on this program is a workstation: it has nothing of the institution but its own certificate.
void Demo::moveBehindTheDoor() {
    chapter("El servicio y el puesto de trabajo (dos personas)", "The service and the workstation (two people)");
    askAs("ana", contract::ServiceCertify{{"localhost", "127.0.0.1"}}, "sergio");
    const auto desk = m_folder / "workstation";
    const service::WorkstationHome home{desk};
    std::filesystem::remove_all(desk);
    std::filesystem::create_directories(desk);
    const auto request = m_desk.accepted(home.request(issuance::kTrainingWorkstation));
    const auto enrolled =
        askAs("ana", contract::WorkstationEnroll{base::bytesOf(request.pem), request.fingerprint}, "sergio");
    m_desk.accepted(home.install(base::textOf(enrolled.file.content)));
    m_desk.say("  Puesto inscrito: " + enrolled.workstation, "  Workstation enrolled: " + enrolled.workstation);
    std::filesystem::copy(m_desk.homeFolder() / "sessions", desk / "sessions",
                          std::filesystem::copy_options::recursive);
    const auto configuration = m_folder / "troqueld.xml";
    base::writeFileDurably(configuration, configurationOf(std::filesystem::absolute(m_desk.homeFolder())));
    m_service = std::make_unique<SideProgram>(
        std::vector<std::string>{m_serviceProgram, "--config", configuration.string()}, m_folder / "troqueld.out");
    m_desk.moveTo(desk, addressOfService());
    m_desk.say("  " + m_desk.server + " atiende", "  " + m_desk.server + " serves");
}

std::string Demo::addressOfService() {
    const auto until = std::chrono::steady_clock::now() + kStart;
    while (m_service->goesOn() && std::chrono::steady_clock::now() < until) {
        const auto said = m_service->said();
        const auto at = said.find("https://");
        if (const auto end = said.find('\n', at); at != std::string::npos && end != std::string::npos)
            return said.substr(at, end - at);
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    throw base::Failure{"cli.program-not-started"_code, base::NextStep::CallSupervisor, m_serviceProgram};
}

// Each station is a program of its own, with its printer and its reader; whichever takes the damaged order up, the
// first chip of that wears out.
contract::LineRan Demo::runStations(const std::string& damaged) {
    std::vector<std::unique_ptr<SideProgram>> stations;
    for (int station = 0; station < kStations; ++station) {
        std::vector<std::string> words{ownProgram(), "--home",      m_desk.homeFolder().string(),
                                       "--server",   m_desk.server, "--as",
                                       "oscar",      "--json",      "line",
                                       "run",        "--until-idle"};
        if (!damaged.empty()) words.insert(words.end(), {"--damage", damaged});
        stations.push_back(
            std::make_unique<SideProgram>(words, m_folder / ("station-" + std::to_string(station + 1) + ".out")));
    }
    contract::LineRan all;
    for (const auto& station : stations) {
        const int code = station->wait();
        const auto said = station->said();
        const auto ran = contract::fromText<contract::LineRan>(said);
        if (code != 0 || !ran) {
            std::cerr << said;
            throw Refused{};
        }
        all.steps += ran->steps;
        all.refused += ran->refused;
        all.inDoubt += ran->inDoubt;
    }
    return all;
}

void Demo::endService() {
    if (!m_service) return;
    const int code = m_service->end();
    m_desk.say(fmt::format("  El servicio terminó ({})", code), fmt::format("  The service ended ({})", code));
    if (code != 0) throw Refused{};
}

}  // namespace cli
