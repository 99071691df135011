// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_sites.hpp"

namespace cli {
namespace {

struct SiteOptions {
    std::string id;
    std::string name;
    std::string site;
    std::string reason;
};

std::string yesOrNo(const Desk& desk, bool holds) { return holds ? desk.in("sí", "yes") : desk.in("no", "no"); }

void listSites(Desk& desk) {
    desk.show(desk.ask(contract::SiteList{}), [&](const auto& answer) {
        Table table{{desk.in("Sede", "Site"), desk.in("Nombre", "Name"),
                     desk.in("Puestos activos", "Active workstations"), desk.in("Activa", "Active")}};
        for (const auto& site : answer.sites)
            table.add({site.site, site.name, std::to_string(site.workstations), yesOrNo(desk, site.active)});
        table.print();
    });
}

void listWorkstations(Desk& desk) {
    desk.show(desk.ask(contract::WorkstationList{}), [&](const auto& answer) {
        Table table{{desk.in("Puesto", "Workstation"), desk.in("Nombre", "Name"), desk.in("Sede", "Site"),
                     desk.in("Activo", "Active"), desk.in("Turno abierto", "Open shift")}};
        for (const auto& workstation : answer.workstations)
            table.add({workstation.workstation, workstation.name, workstation.site, yesOrNo(desk, workstation.active),
                       yesOrNo(desk, workstation.shiftOpen)});
        table.print();
    });
}

/// `close` of a site and of a workstation take an id and a reason.
template <contract::Request R>
void addClose(CLI::App& family, Desk& desk, const std::shared_ptr<SiteOptions>& options, const std::string& explanation,
              const std::string& example) {
    auto* close = addCommand(family, desk, "close", explanation, example);
    close->add_option("id", options->id, desk.in("Código", "Id"))->required();
    close->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    close->callback([options, &desk] {
        desk.ask(R{options->id, options->reason});
        desk.done();
    });
}

/// The name given, or the id where none is.
std::string nameOf(const SiteOptions& options) { return options.name.empty() ? options.id : options.name; }

void addSites(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<SiteOptions>();
    auto* family = addCommand(program, desk, "site", desk.in("Sedes", "Sites"), "troquel site list");
    family->require_subcommand(1);
    auto* add = addCommand(*family, desk, "add", desk.in("Registra una sede", "Registers a site"),
                           "troquel site add zona-10 --name \"Sede zona 10\"");
    add->add_option("id", options->id, desk.in("Código corto de la sede", "The site's short id"))->required();
    add->add_option("--name", options->name, desk.in("Nombre; si falta, el código", "Name; the id by default"));
    add->callback([options, &desk] {
        desk.ask(contract::SiteCreate{options->id, nameOf(*options)});
        desk.done("Sede registrada: " + options->id, "Site registered: " + options->id);
    });
    addCommand(*family, desk, "list", desk.in("Muestra las sedes", "Shows the sites"), "troquel site list")
        ->callback([&desk] { listSites(desk); });
    addClose<contract::SiteClose>(*family, desk, options,
                                  desk.in("Cierra una sede sin puestos activos", "Closes a site without workstations"),
                                  "troquel site close zona-10 --reason \"Traslado\"");
}

void addWorkstations(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<SiteOptions>();
    auto* family = addCommand(program, desk, "workstation", desk.in("Puestos de trabajo", "Workstations"),
                              "troquel workstation list");
    family->require_subcommand(1);
    auto* add = addCommand(*family, desk, "add", desk.in("Registra un puesto de trabajo", "Registers a workstation"),
                           "troquel workstation add linea-2 --site central --name \"Línea 2\"");
    add->add_option("id", options->id, desk.in("Código corto del puesto", "The workstation's short id"))->required();
    add->add_option("--site", options->site, desk.in("Sede en que está", "The site where it stands"))->required();
    add->add_option("--name", options->name, desk.in("Nombre; si falta, el código", "Name; the id by default"));
    add->callback([options, &desk] {
        desk.ask(contract::WorkstationCreate{options->id, nameOf(*options), options->site});
        desk.done("Puesto registrado: " + options->id, "Workstation registered: " + options->id);
    });
    addCommand(*family, desk, "list", desk.in("Muestra los puestos de trabajo", "Shows the workstations"),
               "troquel workstation list")
        ->callback([&desk] { listWorkstations(desk); });
    addClose<contract::WorkstationClose>(*family, desk, options,
                                         desk.in("Cierra un puesto sin turno abierto; sus sesiones terminan",
                                                 "Closes a workstation without an open shift; its sessions end"),
                                         "troquel workstation close linea-2 --reason \"Traslado\"");
}

}  // namespace

void addSiteCommands(CLI::App& program, Desk& desk) {
    addSites(program, desk);
    addWorkstations(program, desk);
}

}  // namespace cli
