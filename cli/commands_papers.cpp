// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_papers.hpp"

namespace cli {
namespace {

struct PaperOptions {
    std::string number;
    std::string kind;
    std::string out;
};

void list(Desk& desk, const PaperOptions& options) {
    desk.show(desk.ask(contract::PaperList{options.kind}), [&](const auto& answer) {
        Table table{{desk.in("Número", "Number"), desk.in("Clase", "Kind"), desk.in("Sobre", "About"),
                     desk.in("Cuándo (UTC)", "When (UTC)"), desk.in("Quién", "Who"), "SHA-256"}};
        for (const auto& line : answer.papers)
            table.add({line.number, desk.word(line.kind), line.object, secondOf(line.time), line.person, line.sha256});
        table.print();
    });
}

void save(Desk& desk, const PaperOptions& options) {
    const auto paper = desk.ask(contract::PaperShow{options.number});
    base::writeFileDurably(options.out, paper.content);
    auto said = contract::PaperShown{paper.line, paper.intact, paper.trusted, paper.signer, {}};
    desk.show(said, [&](const auto& shown) {
        std::cout << options.out << "  " << shown.line.sha256 << '\n'
                  << desk.in("Firma: ", "Signature: ")
                  << (shown.intact && shown.trusted ? desk.in("válida", "valid") : desk.in("NO VÁLIDA", "NOT VALID"))
                  << "  " << shown.signer << '\n';
    });
}

}  // namespace

void addPaperCommands(CLI::App& program, Desk& desk) {
    auto* family =
        addCommand(program, desk, "paper",
                   desk.in("Actas y conciliaciones firmadas", "Signed acts and reconciliations"), "troquel paper list");
    family->require_subcommand(1);
    auto options = std::make_shared<PaperOptions>();
    auto* listed = addCommand(*family, desk, "list", desk.in("Todas, o las de una clase", "All, or those of a kind"),
                              "troquel paper list --kind destruction-act");
    listed->add_option("--kind", options->kind, desk.in("Clase", "Kind"));
    listed->callback([options, &desk] { list(desk, *options); });

    auto* saved =
        addCommand(*family, desk, "save",
                   desk.in("Guarda un acta firmada y revisa su firma", "Saves a paper and checks its signature"),
                   "troquel paper save ACTA-2026-000001 --out acta.pdf");
    saved->add_option("number", options->number, desk.in("Número", "Number"))->required();
    saved->add_option("--out", options->out, desk.in("Archivo", "File"))->required();
    saved->callback([options, &desk] { save(desk, *options); });
}

}  // namespace cli
