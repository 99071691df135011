// SPDX-License-Identifier: GPL-3.0-or-later
#include <pthread.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/log.hpp"
#include "contract/messages.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "service/api_document.hpp"
#include "service/observation.hpp"
#include "service/service_settings.hpp"
#include "service/workstation_home.hpp"

namespace service {
namespace {

using namespace base::literals;

constexpr std::size_t kLongestSecret = 1024;

/// What the program tells whoever started it.
enum ExitCode : int { kEnded = 0, kRefused = 1, kWronglyUsed = 2, kBroken = 3 };

/// A service asks nobody: the secret lies in a file, or there is none.
issuance::SecretEntry secretFrom(const std::filesystem::path& file) {
    return [file](issuance::SecretNeeded, const std::string& name) {
        auto octets = file.empty() ? base::Result<base::Bytes>{base::Fault{"service.secret-needed"_code}}
                                   : base::readFile(file, kLongestSecret);
        if (!octets) throw base::Failure{"service.secret-needed"_code, base::NextStep::CallSupervisor, name};
        while (!octets->empty() && (octets->back() == '\n' || octets->back() == '\r')) octets->pop_back();
        return base::SecretBytes{std::move(octets).value()};
    };
}

/// The signals that end the service, kept from every thread, so that one waits for them.
sigset_t endingSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

std::unique_ptr<Observation> observedBy(const ServiceSettings& settings, contract::Office& office, const Door& door) {
    if (!settings.observation) return nullptr;
    auto observation = std::make_unique<Observation>(office, door.measures(), settings.observation->address,
                                                     settings.observation->port);
    std::cout << "Se observa en http://" << settings.observation->address << ':' << observation->port() << std::endl;
    return observation;
}

/// Tells in time that workstations will not find the service any more.
void tellOfEnd(const ServiceSettings& settings, const contract::Messages& messages) {
    constexpr std::chrono::days kNotice{60};
    const auto end = endOfCertificate(settings.door.certificate);
    if (!end || *end - std::chrono::system_clock::now() >= kNotice) return;
    std::cerr << messages.sentenceOf(
                     base::Fault{"service.certificate-ends"_code, {{"day", base::formatDate(base::dayOf(*end))}}, {}})
              << '\n';
}

/// Waits for the end. Meanwhile a root that was renewed comes to be trusted without a restart.
void waitForEnd(const sigset_t& signals, Door& door, const std::filesystem::path& roots) {
    constexpr timespec kLook{20, 0};
    std::error_code none;
    auto known = std::filesystem::last_write_time(roots, none);
    while (::sigtimedwait(&signals, nullptr, &kLook) < 0) {
        const auto now = std::filesystem::last_write_time(roots, none);
        if (none || now == known) continue;
        door.takeNewRoots();
        known = now;
    }
}

int serve(const ServiceSettings& settings, bool onlyCheck, const contract::Messages& messages) {
    const sigset_t signals = endingSignals();
    std::signal(SIGPIPE, SIG_IGN);
    base::log::setLevel(base::log::Level::Info);
    const auto office = issuance::openLocalOffice(settings.home, secretFrom(settings.passphraseFile));
    tellOfEnd(settings, messages);
    if (onlyCheck) {
        std::cout << "La configuración está completa y la institución se puede abrir.\n";
        return kEnded;
    }
    Door door{*office, settings.door};
    std::cout << "Troquel atiende en https://" << settings.door.address << ':' << door.port() << std::endl;
    const auto observation = observedBy(settings, *office, door);
    waitForEnd(signals, door, settings.door.workstations);
    std::cout << "Terminando lo que ya se pidió…" << std::endl;
    if (observation) {
        observation->tellOfEnd();
        std::this_thread::sleep_for(settings.drain);
    }
    door.close();
    return kEnded;
}

int run(int count, char** words) {
    const auto messages =
        contract::Messages::load(issuance::templatesFolder() / "messages", contract::Language::Spanish);
    CLI::App program{"El servicio de Troquel: abre la base de datos y las llaves, y atiende a los puestos por HTTPS.",
                     "troqueld"};
    std::string file = "/etc/troquel/troqueld.xml";
    bool onlyCheck = false, onlyApi = false;
    program.add_option("--config", file, "Archivo de configuración; templates/service/troqueld.xml es un modelo");
    program.add_flag("--check", onlyCheck, "Revisa la configuración y abre la institución, sin atender");
    program.add_flag("--api", onlyApi, "Escribe la descripción de todos los actos (OpenAPI 3.1) y termina");
    program.footer("Ejemplo:\n  troqueld --config /etc/troquel/troqueld.xml");
    try {
        program.parse(count, words);
        if (onlyApi) return std::cout << apiDocument().dump(2) << '\n', kEnded;
        const auto settings = readServiceSettings(file, issuance::templatesFolder());
        if (settings) return serve(*settings, onlyCheck, messages);
        for (const auto& fault : settings.refusal().faults())
            std::cerr << file << ": " << messages.sentenceOf(fault) << '\n';
        return kRefused;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return program.exit(error), kEnded;
        std::cerr << "No se entiende la orden. Ayuda: troqueld --help\n";
        return kWronglyUsed;
    } catch (const base::Failure& failure) {
        std::cerr << messages.sentenceOf(failure) << '\n';
        base::log::error(failure.what());
        return kBroken;
    }
}

}  // namespace
}  // namespace service

int main(int count, char** words) {
    try {
        return service::run(count, words);
    } catch (const std::exception& error) {
        std::cerr << "troqueld: " << error.what() << '\n';
        return 3;
    }
}
