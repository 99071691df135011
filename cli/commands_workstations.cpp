// SPDX-License-Identifier: GPL-3.0-or-later
// Workstations: where people work, and the certificates that let the machines there in at the service's door.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_sites.hpp"
#include "service/workstation_home.hpp"

namespace cli {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestRequest = std::size_t{64} * 1024, kLargestAnswer = std::size_t{256} * 1024;

struct WorkstationOptions {
    std::string id, name, site, reason, file, fingerprint, out;
    std::optional<std::int64_t> days;
    std::vector<std::string> hosts;
};
using Options = std::shared_ptr<WorkstationOptions>;

/// Sixty-four digits in groups that can be read aloud: "3f2a-91bc-…".
std::string grouped(const std::string& digits) {
    constexpr std::size_t kGroup = 4;
    std::string groups;
    for (std::size_t at = 0; at < digits.size(); at += kGroup)
        groups += (at == 0 ? "" : "-") + digits.substr(at, kGroup);
    return groups;
}

std::string dayOf(const std::string& timestamp) { return timestamp.substr(0, 10); }

/// "in use" with the days that are left, where these are few.
std::string stateOf(const Desk& desk, const contract::WorkstationCertificateLine& line) {
    auto state = desk.word(line.state);
    const auto until = base::parseTimestamp(line.validUntil);
    const auto left = until ? *until - std::chrono::system_clock::now() : base::Timestamp::duration{};
    const bool stands = line.state == "in_use" || line.state == "waiting";
    if (!stands || !until || left > kNoticeBeforeEnd) return state;
    return state + desk.in(", por vencer", ", ends soon");
}

void addRow(const Desk& desk, Table& table, const contract::WorkstationLine& workstation,
            const contract::WorkstationCertificateLine* line) {
    const auto yesOrNo = [&](bool holds) { return holds ? desk.in("sí", "yes") : desk.in("no", "no"); };
    table.add({workstation.workstation, workstation.name, workstation.site, yesOrNo(workstation.active),
               yesOrNo(workstation.shiftOpen), line == nullptr ? desk.in("no tiene", "none") : stateOf(desk, *line),
               line == nullptr ? "" : dayOf(line->validUntil), line == nullptr ? "" : line->sha256.substr(0, 16),
               line == nullptr ? "" : line->person + (line->second ? ", " + *line->second : "")});
}

/// Those that stand; where none does, the last one tells why.
void showWorkstations(const Desk& desk, const contract::WorkstationsListed& listed) {
    Table table{{desk.in("Puesto", "Workstation"), desk.in("Nombre", "Name"), desk.in("Sede", "Site"),
                 desk.in("Activo", "Active"), desk.in("Turno abierto", "Open shift"),
                 desk.in("Certificado", "Certificate"), desk.in("Hasta", "Until"), "SHA-256",
                 desk.in("Inscrito por", "Enrolled by")}};
    for (const auto& workstation : listed.workstations) {
        const auto& all = workstation.certificates;
        const auto stands = [](const auto& line) { return line.state == "in_use" || line.state == "waiting"; };
        if (std::ranges::none_of(all, stands)) addRow(desk, table, workstation, all.empty() ? nullptr : &all.front());
        for (const auto& line : all)
            if (stands(line)) addRow(desk, table, workstation, &line);
    }
    table.print();
}

void addPlaces(CLI::App& family, Desk& desk, const Options& options) {
    auto* add = addCommand(family, desk, "add", desk.in("Registra un puesto de trabajo", "Registers a workstation"),
                           "troquel workstation add linea-2 --site central --name \"Línea 2\"");
    add->add_option("id", options->id, desk.in("Código corto del puesto", "The workstation's short id"))->required();
    add->add_option("--site", options->site, desk.in("Sede en que está", "The site where it stands"))->required();
    add->add_option("--name", options->name, desk.in("Nombre; si falta, el código", "Name; the id by default"));
    add->callback([options, &desk] {
        desk.ask(contract::WorkstationCreate{options->id, options->name.empty() ? options->id : options->name,
                                             options->site});
        desk.done("Puesto registrado: " + options->id, "Workstation registered: " + options->id);
    });
    addCommand(family, desk, "list",
               desk.in("Muestra los puestos de trabajo y sus certificados", "Shows the workstations and certificates"),
               "troquel workstation list")
        ->callback([&desk] {
            desk.show(desk.ask(contract::WorkstationList{}), [&](const auto& told) { showWorkstations(desk, told); });
        });
    auto* close = addCommand(family, desk, "close",
                             desk.in("Cierra un puesto sin turno abierto; sus sesiones terminan",
                                     "Closes a workstation without an open shift; its sessions end"),
                             "troquel workstation close linea-2 --reason \"Traslado\"");
    close->add_option("id", options->id, desk.in("Código", "Id"))->required();
    close->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    close->callback([options, &desk] {
        desk.ask(contract::WorkstationClose{options->id, options->reason});
        desk.done();
    });
}

/// What `request` made, for people and programs.
struct RequestMade {
    std::string workstation, file, fingerprint;
    static constexpr std::array kFields{contract::field<&RequestMade::workstation>("workstation"),
                                        contract::field<&RequestMade::file>("file"),
                                        contract::field<&RequestMade::fingerprint>("fingerprint")};
};

void request(const Desk& desk, const WorkstationOptions& options) {
    const auto made = desk.accepted(service::WorkstationHome{desk.homeFolder()}.request(options.id));
    const auto file = options.out.empty() ? options.id + ".csr" : options.out;
    base::writeFileDurably(file, made.pem);
    desk.show(RequestMade{options.id, file, made.fingerprint}, [&](const auto& told) {
        std::cout << desk.in("Solicitud de ", "Request of ") << told.workstation << ": " << told.file << '\n'
                  << desk.in("Huella de su llave: ", "Fingerprint of its key: ") << grouped(told.fingerprint) << '\n'
                  << desk.in(
                         "La llave no sale de este puesto. Lleve el archivo a la institución y diga allí la huella "
                         "por otra vía (bastan los primeros cinco grupos); lo inscriben con «troquel workstation "
                         "enroll».",
                         "The key does not leave this workstation. Take the file to the institution and tell the "
                         "fingerprint there by another way (the first five groups are enough); it is enrolled "
                         "with “troquel workstation enroll”.")
                  << '\n';
    });
}

void enroll(Desk& desk, const WorkstationOptions& options) {
    const auto given = readArgument(desk, options.file, kLargestRequest);
    const auto answer = desk.ask(contract::WorkstationEnroll{given, options.fingerprint, options.days});
    const auto file = options.out.empty() ? std::filesystem::path{answer.file.name}.filename().string() : options.out;
    base::writeFileDurably(file, answer.file.content);
    desk.show(answer, [&](const auto& told) {
        std::cout << desk.in("Puesto inscrito: ", "Workstation enrolled: ") << told.workstation
                  << desk.in(", hasta ", ", until ") << dayOf(told.validUntil) << '\n'
                  << desk.in("Certificado, SHA-256: ", "Certificate, SHA-256: ") << told.sha256 << '\n'
                  << desk.in("Raíz, SHA-256: ", "Root, SHA-256: ") << grouped(told.root) << '\n'
                  << desk.in("Lleve a ese puesto el archivo ", "Take to that workstation the file ") << file
                  << desk.in(" y póngalo allí con «troquel workstation install».",
                             " and put it there with “troquel workstation install”.")
                  << '\n';
    });
}

struct Installed {
    std::string workstation, validUntil, root;
    static constexpr std::array kFields{contract::field<&Installed::workstation>("workstation"),
                                        contract::field<&Installed::validUntil>("valid_until"),
                                        contract::field<&Installed::root>("root")};
};

void showInstalled(const Desk& desk, const service::WorkstationPass& pass) {
    desk.show(Installed{pass.workstation, base::formatTimestamp(pass.validUntil), pass.root}, [&](const auto& told) {
        std::cout << desk.in("Este puesto es ", "This workstation is ") << told.workstation
                  << desk.in(", con certificado hasta ", ", with a certificate until ") << dayOf(told.validUntil)
                  << '\n'
                  << desk.in("Raíz, SHA-256: ", "Root, SHA-256: ") << grouped(told.root) << '\n';
    });
}

void install(const Desk& desk, const WorkstationOptions& options) {
    const auto answer = readArgument(desk, options.file, kLargestAnswer);
    showInstalled(desk, desk.accepted(service::WorkstationHome{desk.homeFolder()}.install(base::textOf(answer))));
}

/// Over the workstation's own connection: its present certificate vouches for the next one.
void renew(Desk& desk, const WorkstationOptions& options) {
    const auto workstation = desk.workstation();
    if (!workstation) desk.accepted(base::Outcome{base::Fault{"office.renew-at-door"_code}});
    auto& office = desk.office();
    const service::WorkstationHome home{desk.homeFolder()};
    const auto made = desk.accepted(home.request(*workstation));
    const auto answer = desk.accepted(
        office.ask(desk.credentials(), contract::WorkstationRenew{base::bytesOf(made.pem), options.days}));
    showInstalled(desk, desk.accepted(home.install(base::textOf(answer.file.content))));
}

void addDays(CLI::App* command, const Desk& desk, const Options& options) {
    command->add_option("--days", options->days,
                        desk.in("Cuántos días rige el certificado, hasta 825; 365 si no se dice",
                                "How many days the certificate holds, 825 at most; 365 where not given"));
}

void addEnrolment(CLI::App& family, Desk& desk, const Options& options) {
    auto* asking = addCommand(
        family, desk, "request",
        desk.in("1.º, en el puesto: hace su llave y la solicitud de certificado. No hace falta sesión",
                "1st, at the workstation: makes its key and the request for a certificate. Needs no session"),
        "troquel workstation request --name linea-2");
    asking->add_option("--name", options->id, desk.in("Código del puesto", "The workstation's id"))->required();
    asking->add_option(
        "--out", options->out,
        desk.in("Archivo de la solicitud; si falta, CÓDIGO.csr", "File of the request; ID.csr by default"));
    asking->callback([options, &desk] { request(desk, *options); });

    auto* enrolling = addCommand(
        family, desk, "enroll",
        desk.in("2.º, en la institución: inscribe el puesto y hace su certificado. Compara la huella. Dos personas",
                "2nd, at the institution: enrols the workstation and makes its certificate. Compares the fingerprint. "
                "Two people"),
        "troquel workstation enroll linea-2.csr --fingerprint 3f2a-91bc-07de-55a0-c1e4 --as ana --second eva");
    enrolling->add_option("request", options->file, desk.in("Archivo de la solicitud", "File of the request"))
        ->required();
    enrolling
        ->add_option("--fingerprint", options->fingerprint,
                     desk.in("Huella que mostró el puesto, dicha por otra vía que el archivo: al menos los primeros "
                             "cinco grupos",
                             "Fingerprint that the workstation showed, told by another way than the file: the first "
                             "five groups at least"))
        ->required();
    addDays(enrolling, desk, options);
    enrolling->add_option(
        "--out", options->out,
        desk.in("Archivo para el certificado; si falta, CÓDIGO.pem", "File for the certificate; ID.pem by default"));
    enrolling->callback([options, &desk] { enroll(desk, *options); });

    auto* installing =
        addCommand(family, desk, "install",
                   desk.in("3.º, en el puesto: pone el certificado junto a su llave. No hace falta sesión",
                           "3rd, at the workstation: puts the certificate beside its key. Needs no session"),
                   "troquel workstation install linea-2.pem");
    installing
        ->add_option("certificate", options->file,
                     desk.in("Archivo que hizo «workstation enroll»", "File that “workstation enroll” made"))
        ->required();
    installing->callback([options, &desk] { install(desk, *options); });
}

void addLaterLife(CLI::App& family, Desk& desk, const Options& options) {
    auto* renewing = addCommand(
        family, desk, "renew",
        desk.in("En el puesto, antes de que venza su certificado: pide otro por el servicio, con una llave nueva",
                "At the workstation, before its certificate ends: asks the service for another one, with a new key"),
        "troquel --server https://servidor:8443 workstation renew --as ana");
    addDays(renewing, desk, options);
    renewing->callback([options, &desk] { renew(desk, *options); });

    auto* revoking =
        addCommand(family, desk, "revoke",
                   desk.in("No deja entrar más a un puesto: vale desde ya, y sus sesiones terminan. Basta una persona",
                           "Lets a workstation in no more: at once, and its sessions end. One person is enough"),
                   "troquel workstation revoke linea-2 --reason \"Equipo robado\"");
    revoking->add_option("id", options->id, desk.in("Código del puesto", "The workstation's id"))->required();
    revoking->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    revoking->callback([options, &desk] {
        desk.ask(contract::WorkstationRevoke{options->id, options->reason});
        desk.done("El puesto " + options->id + " ya no entra; sus sesiones terminaron.",
                  "Workstation " + options->id + " is let in no more; its sessions have ended.");
    });
}

/// What `service status` found, for people and programs.
struct ServiceFound {
    std::string server;
    std::int64_t milliseconds = 0;  ///< of one question and its answer
    contract::ServiceStatusTold service;
    std::string certificateUntil;
    std::int64_t clockAhead = 0;  ///< seconds by which this machine's clock is ahead of the service's
    static constexpr std::array kFields{contract::field<&ServiceFound::server>("server"),
                                        contract::field<&ServiceFound::milliseconds>("milliseconds"),
                                        contract::field<&ServiceFound::service>("service"),
                                        contract::field<&ServiceFound::certificateUntil>("certificate_until"),
                                        contract::field<&ServiceFound::clockAhead>("clock_ahead")};
};

/// Needs no session: it is for finding out why there is none.
void showService(Desk& desk) {
    using namespace std::chrono;
    constexpr std::int64_t kMostAhead = 20;
    auto& office = desk.office();
    desk.accepted(office.ask({}, contract::ServiceStatus{}));  // the connection is made by now
    const auto began = steady_clock::now();
    const auto told = desk.accepted(office.ask({}, contract::ServiceStatus{}));
    const auto took = duration_cast<milliseconds>(steady_clock::now() - began);
    ServiceFound found{desk.serverAddress(), took.count(), told, {}, 0};
    if (const auto pass = service::WorkstationHome{desk.homeFolder()}.present(); pass && desk.isRemote())
        found.certificateUntil = base::formatTimestamp(pass->validUntil);
    if (const auto now = base::parseTimestamp(told.now))
        found.clockAhead = duration_cast<seconds>(system_clock::now() - *now).count();
    desk.show(found, [&](const auto& all) {
        std::cout << desk.in("Institución: ", "Institution: ") << all.service.organisation
                  << (all.service.training ? desk.in(" (capacitación)", " (training)") : "") << '\n'
                  << desk.in("Servicio: ", "Service: ")
                  << (all.server.empty() ? desk.in("ninguno, la institución está en este equipo",
                                                   "none, the institution is on this machine")
                                         : fmt::format("{}, {} ms", all.server, all.milliseconds))
                  << '\n';
        if (!all.service.workstation.empty())
            std::cout << desk.in("Puesto: ", "Workstation: ") << all.service.workstation
                      << desk.in(", con certificado hasta ", ", with a certificate until ")
                      << dayOf(all.certificateUntil) << '\n';
        if (std::abs(all.clockAhead) > kMostAhead)
            std::cout << fmt::format(fmt::runtime(desk.in(
                                         "La hora de este equipo difiere en {} s de la del servicio: corríjala.",
                                         "This machine's clock differs by {} s from the service's: set it right.")),
                                     std::abs(all.clockAhead))
                      << '\n';
    });
}

void addService(CLI::App& program, Desk& desk, const Options& options) {
    auto* family = addCommand(program, desk, "service",
                              desk.in("El servicio que atiende a los puestos (troqueld)",
                                      "The service that workstations connect to (troqueld)"),
                              "troquel service certify --host servidor.institucion.gt --as ana --second eva");
    family->require_subcommand(1);
    addCommand(*family, desk, "status",
               desk.in("Dice si el servicio responde, y qué puesto es este para él; no hace falta sesión",
                       "Says whether the service answers, and which workstation this is to it; needs no session"),
               "troquel --server https://servidor:8443 service status")
        ->callback([&desk] { showService(desk); });
    auto* certify = addCommand(
        *family, desk, "certify",
        desk.in("Hace la llave y el certificado del servicio; quedan en la carpeta de la institución y valen desde que "
                "troqueld se reinicia. Dos personas",
                "Makes the service's key and certificate; they stay in the institution's folder and hold from the next "
                "start of troqueld. Two people"),
        "troquel service certify --host servidor.institucion.gt --host 10.0.0.5 --as ana --second eva");
    certify
        ->add_option("--host", options->hosts,
                     desk.in("Nombre o dirección con que los puestos lo llaman (puede repetirse)",
                             "Name or address by which workstations call it (may be repeated)"))
        ->required();
    certify->callback([options, &desk] {
        desk.show(desk.ask(contract::ServiceCertify{options->hosts}), [&](const auto& told) {
            std::cout << desk.in("El servicio tiene certificado hasta ", "The service has a certificate until ")
                      << dayOf(told.validUntil)
                      << desk.in("; lo usa desde el próximo inicio de troqueld.",
                                 "; it is used from the next start of troqueld.")
                      << '\n'
                      << "SHA-256: " << told.sha256 << '\n';
        });
    });
}

}  // namespace

void addWorkstationCommands(CLI::App& program, Desk& desk) {
    const auto options = std::make_shared<WorkstationOptions>();
    auto* family = addCommand(
        program, desk, "workstation",
        desk.in("Puestos de trabajo, y sus certificados para el servicio. Para que un puesto entre: «add» lo registra; "
                "«request» en el puesto; «enroll» en la institución; «install» en el puesto",
                "Workstations, and their certificates for the service. To let one in: “add” registers it; “request” at "
                "the workstation; “enroll” at the institution; “install” at the workstation"),
        "troquel workstation list");
    family->require_subcommand(1);
    addPlaces(*family, desk, options);
    addEnrolment(*family, desk, options);
    addLaterLife(*family, desk, options);
    addService(program, desk, options);
}

}  // namespace cli
