// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_sites.hpp"

namespace cli {
namespace {

struct SiteOptions {
    std::string id;
    std::string name;
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
    auto* close = addCommand(*family, desk, "close",
                             desk.in("Cierra una sede sin puestos activos", "Closes a site without workstations"),
                             "troquel site close zona-10 --reason \"Traslado\"");
    close->add_option("id", options->id, desk.in("Código", "Id"))->required();
    close->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    close->callback([options, &desk] {
        desk.ask(contract::SiteClose{options->id, options->reason});
        desk.done();
    });
}

}  // namespace

void addSiteCommands(CLI::App& program, Desk& desk) { addSites(program, desk); }

}  // namespace cli
