// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>

#include "base/files.hpp"
#include "cli/commands_chip_lint.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_chips.hpp"

namespace cli {
namespace {

struct ChipOptions {
    contract::ChipRead read;
    contract::ChipSimulate simulate;
    std::string folder;
};

std::string reasonsOf(const Desk& desk, const contract::ChipCheck& check) {
    std::string said;
    for (const auto& reason : check.reasons) said += (said.empty() ? "" : " ") + desk.sentence(reason.asFault());
    return said;
}

std::string resultOf(const Desk& desk, const std::string& result) {
    if (result == "passed") return desk.in("bien", "good");
    return result == "failed" ? desk.in("MAL", "BAD") : desk.in("no se hizo", "not performed");
}

void printChecks(const Desk& desk, const contract::ChipWasRead& read) {
    Table table{{desk.in("Prueba", "Check"), desk.in("Resultado", "Result"), desk.in("Razón", "Reason")}};
    for (const auto& check : read.checks)
        table.add({desk.word(check.check) + (check.object.empty() ? "" : " " + check.object),
                   resultOf(desk, check.result), reasonsOf(desk, check)});
    table.print();
}

void printInspection(const Desk& desk, const contract::ChipWasRead& read) {
    std::cout << desk.in("Acceso: ", "Access: ") << read.access << (read.protocol.empty() ? "" : "  " + read.protocol)
              << '\n';
    for (const auto& line : read.mrz) std::cout << line << '\n';
    if (!read.signer.empty()) std::cout << desk.in("Firmado por: ", "Signed by: ") << read.signer << '\n';
    if (!read.authority.empty()) std::cout << desk.in("Autoridad: ", "Authority: ") << read.authority << '\n';
    std::cout << '\n';
    printChecks(desk, read);
    for (const auto& defect : read.defects)
        std::cout << desk.in("Particularidad: ", "Oddity: ") << defect.where << "  " << desk.sentence(defect.asFault())
                  << '\n';
    for (const auto& file : read.unused)
        std::cout << desk.in("No se usó de la carpeta de confianza: ", "Not used from the trust folder: ") << file
                  << '\n';
    std::cout << '\n'
              << (read.passed ? desk.in("El chip es auténtico.", "The chip is authentic.")
                              : desk.in("El chip NO pasó la inspección.", "The chip did NOT pass inspection."))
              << '\n';
}

void readChip(Desk& desk, const ChipOptions& options) {
    const auto answer = desk.ask(options.read);
    if (!options.folder.empty()) {
        std::filesystem::create_directories(options.folder);
        for (const auto& file : answer.files)
            base::writeFileDurably(std::filesystem::path{options.folder} / file.name, file.content);
    }
    desk.show(answer, [&](const auto& read) { printInspection(desk, read); });
    if (!answer.passed) throw Refused{};
}

void addReading(CLI::App& family, Desk& desk, const std::shared_ptr<ChipOptions>& options) {
    auto* reading = addCommand(
        family, desk, "read",
        desk.in("Lee un chip como lo haría un puesto de control", "Reads a chip as an inspection system does"),
        "troquel chip read --reader 'ACS ACR1252' --mrz \"$(cat zona.txt)\" --trust certificados --out leido");
    auto& read = options->read;
    reading
        ->add_option("--reader", read.reader,
                     desk.in("Lector PC/SC, o simulated:SERIE", "PC/SC reader, or simulated:SERIAL"))
        ->required();
    reading->add_option("--mrz", read.mrz,
                        desk.in("Zona de lectura mecánica, completa", "Machine readable zone, whole"));
    reading->add_option("--number", read.documentNumber, desk.in("Número de documento", "Document number"));
    reading->add_option("--birth", read.dateOfBirth, desk.in("Nacimiento, AAMMDD", "Date of birth, YYMMDD"));
    reading->add_option("--expiry", read.dateOfExpiry, desk.in("Vencimiento, AAMMDD", "Date of expiry, YYMMDD"));
    reading->add_option("--can", read.can, desk.in("Número de acceso de la tarjeta", "Card access number"));
    reading->add_option("--trust", read.trust,
                        desk.in("Carpeta con los certificados y listas de revocación en que se confía",
                                "Folder with the certificates and revocation lists to trust"));
    reading->add_option("--terminal", read.terminal,
                        desk.in("Carpeta con los certificados y la clave que abren las huellas",
                                "Folder with the certificates and key that open fingerprints"));
    reading->add_option("--out", options->folder, desk.in("Guarda los archivos leídos", "Saves the files read"));
    reading->callback([options, &desk] { readChip(desk, *options); });
}

void addSimulation(CLI::App& family, Desk& desk, const std::shared_ptr<ChipOptions>& options) {
    auto* simulating =
        addCommand(family, desk, "simulate",
                   desk.in("Pone un chip simulado en un lector virtual", "Puts a simulated chip into a virtual reader"),
                   "troquel chip simulate --port 35963 --blank A0000001 --fault removed-after@12");
    auto& simulate = options->simulate;
    simulating->add_option("--port", simulate.port, desk.in("Puerto del controlador vpcd", "Port of the vpcd driver"));
    simulating->add_option("--blank", simulate.blank,
                           desk.in("Libreta de entrenamiento; sin ella, un chip nuevo que no se guarda",
                                   "Blank of the training line; without it a new chip that is not kept"));
    simulating->add_option(
        "--profile", simulate.profile,
        desk.in("Perfil del chip: icao-applet, iso-7816-9, globalplatform-scp02, globalplatform-scp03; si no se dice, "
                "el de la libreta. La clave de transporte es la de prueba, 40 a 4F",
                "Chip profile: icao-applet, iso-7816-9, globalplatform-scp02, globalplatform-scp03; if not said, that "
                "of the blank. The transport key is the test key, 40 to 4F"));
    simulating->add_option("--seconds", simulate.seconds,
                           desk.in("Cuánto tiempo queda puesto", "How long it lies there"));
    simulating->add_option("--fault", simulate.faults,
                           desk.in("Falla que ocurre, como removed-after@12 (puede repetirse)",
                                   "Fault that happens, like removed-after@12 (may be repeated)"));
    simulating->callback([options, &desk] {
        const auto answer = desk.ask(options->simulate);
        desk.show(answer, [&](const auto& told) {
            std::cout << (told.removed ? desk.in("El chip salió del lector.", "The chip left the reader.")
                                       : desk.in("El chip se retiró del lector.", "The chip was taken off the reader."))
                      << '\n';
        });
    });
}

}  // namespace

void addChipCommands(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<ChipOptions>();
    auto* family = addCommand(program, desk, "chip",
                              desk.in("Chips: lectura, simulación y claves", "Chips: reading, simulation and keys"),
                              "troquel chip read --reader simulated:A0000001 --can 481532");
    family->require_subcommand(1);
    addReading(*family, desk, options);
    addSimulation(*family, desk, options);
    addChipLint(*family, desk);
    addChipKeyCommands(*family, desk);
}

}  // namespace cli
