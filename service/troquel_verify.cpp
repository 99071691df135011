// SPDX-License-Identifier: GPL-3.0-or-later
#include <pthread.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstring>
#include <iostream>

#include "base/failure.hpp"
#include "base/log.hpp"
#include "contract/messages.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "service/verify/document_checks.hpp"
#include "service/verify/page_server.hpp"

namespace service {
namespace {

/// What the program tells whoever started it.
enum ExitCode : int { kEnded = 0, kRefused = 1, kWronglyUsed = 2, kBroken = 3 };

/// The signals that end the service, kept from every thread, so that one waits for them.
sigset_t endingSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

int serve(const PageSettings& settings, bool onlyCheck) {
    const sigset_t signals = endingSignals();
    std::signal(SIGPIPE, SIG_IGN);
    if (onlyCheck) {
        checkPage(settings, issuance::templatesFolder());
        std::cout << "La configuración está completa y la base de datos se puede leer.\n";
        return kEnded;
    }
    PageServer server{settings, issuance::templatesFolder()};
    std::cout << "La página pública atiende en " << (settings.certificate.empty() ? "http://" : "https://")
              << settings.address << ':' << server.port() << std::endl;
    int ended = 0;
    sigwait(&signals, &ended);
    server.close();
    return kEnded;
}

int run(int count, char** words) {
    const auto messages =
        contract::Messages::load(issuance::templatesFolder() / "messages", contract::Language::Spanish);
    CLI::App program{
        "La página pública de Troquel: dice si un documento es auténtico y está vigente, por su código o "
        "por su archivo. Solo lee la base de datos y no abre ninguna llave.",
        "troquel-verify"};
    std::string file = "/etc/troquel/troquel-verify.xml";
    bool onlyCheck = false;
    program.add_option("--config", file, "Archivo de configuración; templates/service/troquel-verify.xml es un modelo");
    program.add_flag("--check", onlyCheck, "Revisa la configuración y lee la base de datos, sin atender");
    program.footer("Ejemplo:\n  troquel-verify --config /etc/troquel/troquel-verify.xml");
    try {
        program.parse(count, words);
        const auto settings = readPageSettings(file, issuance::templatesFolder());
        if (settings) return serve(*settings, onlyCheck);
        for (const auto& fault : settings.refusal().faults())
            std::cerr << file << ": " << messages.sentenceOf(fault) << '\n';
        return kRefused;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return program.exit(error), kEnded;
        std::cerr << "No se entiende la orden. Ayuda: troquel-verify --help\n";
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
        if (count == 3 && std::strcmp(words[1], service::DocumentChecks::kWord) == 0)
            return service::performCheck(words[2]);
        return service::run(count, words);
    } catch (const std::exception& error) {
        std::cerr << "troquel-verify: " << error.what() << '\n';
        return 3;
    }
}
