// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_chip_keys.hpp"

namespace cli {
namespace {

using namespace base::literals;

struct KeyOptions {
    std::string name;
    std::vector<std::string> checkValues;
    std::string reason;
    bool destroyed = false;
};

std::string joined(const std::vector<std::string>& values) { return fmt::format("{}", fmt::join(values, " ")); }

/// Nobody types a secret for an act that will be refused for want of the other person.
void requireTwo(const Desk& desk) {
    if (desk.secondUser.empty()) desk.accepted(base::Outcome{base::Fault{"people.second-person-missing"_code}});
}

base::SecretBytes askComponent(const Desk& desk, const std::string& person, const std::string& key) {
    const auto who = person.empty() ? desk.in("quien pide", "who asks") : person;
    return askPassword(fmt::format(fmt::runtime(desk.in("Componente de {} para la clave {} (no se muestra)",
                                                        "Component of {} for the key {} (not shown)")),
                                   who, key));
}

/// Asks both people for their components and sends them.
template <contract::Request R>
void enter(Desk& desk, R request) {
    requireTwo(desk);
    request.component = askComponent(desk, desk.asUser, request.name);
    request.secondComponent = askComponent(desk, desk.secondUser, request.name);
    desk.show(desk.ask(request), [&](const auto& entered) {
        std::cout << desk.in("Clave de transporte guardada: ", "Transport key kept: ") << entered.name << "  "
                  << entered.cipher << '\n'
                  << desk.in("Valor de comprobación (KCV): ", "Key check value (KCV): ") << joined(entered.checkValues)
                  << '\n'
                  << desk.in("De los componentes: ", "Of the components: ") << joined(entered.firstChecks) << " · "
                  << joined(entered.secondChecks) << '\n';
        desk.say("Compárelo con la carta del fabricante. Si no es igual: troquel chip keys replace",
                 "Compare it with the maker's letter. If it is not the same: troquel chip keys replace");
    });
}

std::string peopleOf(const std::string& one, const std::string& other) {
    return one.empty() ? std::string{} : one + ", " + other;
}

std::string lifeOf(const Desk& desk, const contract::ChipKeyLine& key) {
    if (key.state == "held") return desk.in("guardada", "held");
    if (key.state == "lacking") return desk.in("FALTA", "LACKING");
    return desk.in("destruida ", "destroyed ") + secondOf(key.endedAt) + " (" + peopleOf(key.endedBy, key.endedWith) +
           "): " + key.reason;
}

void list(Desk& desk, const KeyOptions& options) {
    desk.show(desk.ask(contract::ChipKeyList{options.destroyed}), [&](const auto& answer) {
        Table table{{desk.in("Clave", "Key"), desk.in("Cifrado", "Cipher"), "KCV", desk.in("Bloque", "Block"),
                     desk.in("Perfiles de chip", "Chip profiles"), desk.in("Guardada", "Entered"), desk.in("Por", "By"),
                     desk.in("Situación", "Standing")}};
        for (const auto& key : answer.keys)
            table.add({key.name, key.cipher, joined(key.checkValues), key.checkBlock == "ones" ? "01…" : "00…",
                       joined(key.profiles), secondOf(key.enteredAt), peopleOf(key.enteredBy, key.second),
                       lifeOf(desk, key)});
        table.print();
    });
}

void addEntering(CLI::App& family, Desk& desk, const std::shared_ptr<KeyOptions>& options, bool replaces) {
    auto* command = addCommand(
        family, desk, replaces ? "replace" : "enter",
        replaces ? desk.in("Destruye una clave y guarda otra en su lugar", "Destroys a key and enters another instead")
                 : desk.in("Guarda una clave: dos personas, cada una con su componente",
                           "Enters a key: two people, each with a component of it"),
        std::string{"troquel chip keys "} +
            (replaces ? "replace iso-7816-9 --reason \"Entrega 7\"" : "enter iso-7816-9 --check 4A5B6C") +
            " --as ana --second luis");
    command
        ->add_option("name", options->name,
                     desk.in("Nombre de la clave en el perfil del chip", "The key's name in the chip profile"))
        ->required();
    command->add_option("--check", options->checkValues,
                        desk.in("KCV de la carta del fabricante; si no coincide, nada se guarda",
                                "KCV of the maker's letter; nothing is kept that differs from it"));
    if (replaces) command->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    command->callback([options, replaces, &desk] {
        if (replaces)
            enter(desk, contract::ChipKeyReplace{options->name, {}, {}, options->checkValues, options->reason});
        else
            enter(desk, contract::ChipKeyEnter{options->name, {}, {}, options->checkValues});
    });
}

}  // namespace

void addChipKeyCommands(CLI::App& chips, Desk& desk) {
    auto options = std::make_shared<KeyOptions>();
    auto* family = addCommand(chips, desk, "keys",
                              desk.in("Claves de transporte: abren los chips en blanco para grabarlos",
                                      "Transport keys: they open blank chips for writing"),
                              "troquel chip keys list");
    family->require_subcommand(1);
    auto* listing = addCommand(
        *family, desk, "list",
        desk.in("Nombres y valores de comprobación; nunca las claves", "Names and check values; never the keys"),
        "troquel chip keys list --destroyed");
    listing->add_flag("--destroyed", options->destroyed,
                      desk.in("También las destruidas", "Those that were destroyed too"));
    listing->callback([options, &desk] { list(desk, *options); });
    addEntering(*family, desk, options, false);
    addEntering(*family, desk, options, true);
    auto* destroying = addCommand(*family, desk, "destroy", desk.in("Destruye una clave", "Destroys a key"),
                                  "troquel chip keys destroy iso-7816-9 --reason \"Fin de la entrega\" --as ana "
                                  "--second luis");
    destroying->add_option("name", options->name, desk.in("Nombre de la clave", "The key's name"))->required();
    destroying->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    destroying->callback([options, &desk] {
        desk.ask(contract::ChipKeyDestroy{options->name, options->reason});
        desk.done("Clave destruida: " + options->name, "Key destroyed: " + options->name);
    });
}

}  // namespace cli
