// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/judging.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_certifiers.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestTemplate = std::size_t{1} << 20U;

struct TemplateOptions {
    std::string file;
    std::string other;
    std::string out;
    std::optional<std::int64_t> version;
};

contract::NamedFile fileAt(const Desk& desk, const std::string& path) {
    return {std::filesystem::path{path}.filename().string(), readArgument(desk, path, kLargestTemplate)};
}

void addFile(CLI::App& command, const Desk& desk, const std::string& name, std::string& file) {
    command.add_option(name, file, desk.in("Archivo de la plantilla", "The template's file"))
        ->required()
        ->check(CLI::ExistingFile);
}

void addOut(CLI::App& command, const Desk& desk, std::string& out) {
    command.add_option("--out", out, desk.in("PDF que se escribe", "PDF to write"))->required();
}

void addCheck(CLI::App& family, Desk& desk, const std::shared_ptr<TemplateOptions>& options) {
    auto* checking = addCommand(family, desk, "check",
                                desk.in("Dice qué le falta a una plantilla, con línea y columna",
                                        "Says what a template lacks, with line and column"),
                                "troquel template check movimientos.xml");
    addFile(*checking, desk, "file", options->file);
    checking->callback([options, &desk] {
        const auto checked = judge(desk, contract::TemplateCheck{fileAt(desk, options->file)});
        desk.show(checked, [&](const auto& told) {
            for (const auto& fault : told.faults) std::cout << "✗ " << desk.sentence(fault.asFault()) << '\n';
            if (!told.faults.empty()) return;
            std::cout << told.title << " (" << told.name << "), " << desk.in("versión ", "version ") << told.version
                      << desk.in(", vigente desde el ", ", in force from ") << told.effective << ". "
                      << desk.in("La plantilla está bien.", "The template is good.") << '\n';
        });
        if (!checked.faults.empty()) throw Refused{};
    });
}

void addPreview(CLI::App& family, Desk& desk, const std::shared_ptr<TemplateOptions>& options) {
    auto* showing = addCommand(family, desk, "preview",
                               desk.in("Compone una plantilla con sus ejemplos, como borrador",
                                       "Sets a template with its samples, as a draft"),
                               "troquel template preview movimientos.xml --out vista.pdf");
    addFile(*showing, desk, "file", options->file);
    addOut(*showing, desk, options->out);
    showing->callback([options, &desk] {
        const auto drawn = judge(desk, contract::TemplatePreview{fileAt(desk, options->file)});
        base::writeFileDurably(options->out, drawn.pdf);
        std::cout << options->out << ": " << counted(drawn.pages, desk.in("hoja", "page"), desk.in("hojas", "pages"))
                  << '\n';
    });
}

void addDiff(CLI::App& family, Desk& desk, const std::shared_ptr<TemplateOptions>& options) {
    auto* comparing = addCommand(family, desk, "diff",
                                 desk.in("Compara dos versiones de una plantilla: palabras y hojas superpuestas",
                                         "Compares two versions of a template: words, and pages over each other"),
                                 "troquel template diff movimientos-1.xml movimientos-2.xml --out cambios.pdf");
    addFile(*comparing, desk, "before", options->file);
    addFile(*comparing, desk, "after", options->other);
    addOut(*comparing, desk, options->out);
    comparing->callback([options, &desk] {
        const auto drawn =
            judge(desk, contract::TemplateDiff{fileAt(desk, options->file), fileAt(desk, options->other)});
        base::writeFileDurably(options->out, drawn.pdf);
        std::cout << options->out << ": "
                  << counted(drawn.changes, desk.in("cambio en el texto", "change of the text"),
                             desk.in("cambios en el texto", "changes of the text"))
                  << '\n';
    });
}

void addApproved(CLI::App& family, Desk& desk, const std::shared_ptr<TemplateOptions>& options) {
    auto* approve = addCommand(
        family, desk, "approve",
        desk.in("Pone en uso una versión desde su vigencia; dos personas. Lo aprobado no se cambia",
                "Puts a version into use from its effective day; two people. What is approved never changes"),
        "troquel template approve movimientos.xml --as carla --second sofia");
    approve->add_option("file", options->file, desk.in("Plantilla", "Template"))->required();
    approve->callback([options, &desk] {
        constexpr std::size_t kLargest = std::size_t{1024} * 1024;
        desk.show(desk.ask(contract::TemplateApprove{readArgument(desk, options->file, kLargest)}),
                  [&](const auto& line) {
                      std::cout << line.name << desk.in(", versión ", ", version ") << line.version
                                << desk.in(", vigente desde el ", ", in force from ") << line.effective << '\n';
                  });
    });
    auto* save = addCommand(family, desk, "save", desk.in("Guarda el archivo de una versión", "Saves a version's file"),
                            "troquel template save movimientos --version 2 --out movimientos-2.xml");
    save->add_option("name", options->file, desk.in("Nombre", "Name"))->required();
    save->add_option("--version", options->version, desk.in("La vigente si falta", "The one in force if absent"));
    save->add_option("--out", options->out, desk.in("Archivo", "File"))->required();
    save->callback([options, &desk] {
        base::writeFileDurably(options->out, desk.ask(contract::TemplateShow{options->file, options->version}).file);
        desk.done();
    });
    addCommand(family, desk, "list", desk.in("Versiones aprobadas", "Approved versions"), "troquel template list")
        ->callback([&desk] {
            desk.show(desk.ask(contract::TemplateList{}), [&](const auto& answer) {
                Table table{{desk.in("Plantilla", "Template"), desk.in("Versión", "Version"),
                             desk.in("Vigente desde", "In force from"), desk.in("Aprobaron", "Approved by")}};
                for (const auto& line : answer.templates)
                    table.add(
                        {line.name, std::to_string(line.version), line.effective, line.person + ", " + line.second});
                table.print();
            });
        });
}

}  // namespace

void addTemplateCommands(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<TemplateOptions>();
    auto* family = addCommand(program, desk, "template",
                              desk.in("Plantillas de actas, certificaciones y resoluciones",
                                      "Templates of acts, certificates and resolutions"),
                              "troquel template check movimientos.xml");
    family->require_subcommand(1);
    addCheck(*family, desk, options);
    addPreview(*family, desk, options);
    addDiff(*family, desk, options);
    addApproved(*family, desk, options);
}

}  // namespace cli
