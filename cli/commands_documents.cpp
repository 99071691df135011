// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>
#include <sstream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_line.hpp"

namespace cli {
namespace {

struct DocumentOptions {
    std::string number;
    std::string folder;
};

void printVerdicts(const Desk& desk, const std::vector<contract::Verdict>& verdicts) {
    Table table{{desk.in("Prueba", "Check"), desk.in("Resultado", "Result"), desk.in("Razón", "Reason")}};
    for (const auto& verdict : verdicts) {
        const auto reasons = desk.reasons(verdict.reason);
        table.add({desk.word(verdict.check),
                   !verdict.passed                        ? desk.in("MAL", "BAD")
                   : verdict.check.ends_with("-doubtful") ? desk.in("MIRAR", "LOOK")
                                                          : desk.in("bien", "good"),
                   reasons.front()});
        for (std::size_t at = 1; at < reasons.size(); ++at) table.add({"", "", reasons[at]});
    }
    table.print();
}

void saveFiles(const std::filesystem::path& folder, const std::vector<contract::NamedFile>& files) {
    for (const auto& file : files) {
        const auto target = folder / file.name;
        std::filesystem::create_directories(target.parent_path());
        base::writeFileDurably(target, file.content);
    }
}

void show(Desk& desk, const DocumentOptions& options) {
    desk.show(desk.ask(contract::DocumentShow{options.number}), [&](const auto& answer) {
        std::cout << answer.number << "  " << answer.kind << "  " << desk.word(answer.state) << "\n"
                  << desk.in("Libreta ", "Blank ") << answer.blank << "  " << desk.in("orden ", "order ")
                  << answer.order << (answer.chipIdentity.empty() ? "" : "  chip " + answer.chipIdentity) << "\n\n";
        for (const auto& line : answer.mrz) std::cout << line << '\n';
        if (answer.confidential)
            std::cout << (answer.mrz.empty() ? desk.in("Titular reservado: lo ve quien tiene a su cargo los "
                                                       "expedientes reservados.\n",
                                                       "Confidential holder: shown to who is in charge of confidential "
                                                       "files.\n")
                                             : desk.in("Titular reservado: esta consulta quedó en el diario.\n",
                                                       "Confidential holder: this was recorded in the journal.\n"));
        std::cout << '\n';
        printVerdicts(desk, answer.verdicts);
    });
}

void verify(Desk& desk, const DocumentOptions& options) {
    const auto answer = desk.ask(contract::DocumentVerify{options.number});
    desk.show(answer, [&](const auto& verified) {
        printVerdicts(desk, verified.verdicts);
        std::cout << (verified.authentic ? desk.in("Auténtico.", "Authentic.")
                                         : desk.in("NO auténtico.", "NOT authentic."))
                  << '\n';
    });
    if (!answer.authentic) throw Refused{};
}

}  // namespace

void addDocumentCommands(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<DocumentOptions>();
    auto* family = addCommand(program, desk, "document", desk.in("Documentos emitidos", "Documents issued"),
                              "troquel document show A0000001");
    family->require_subcommand(1);

    auto* showing = addCommand(*family, desk, "show", desk.in("Muestra un documento", "Shows a document"),
                               "troquel document show A0000001");
    showing->add_option("number", options->number, desk.in("Número de documento", "Document number"))->required();
    showing->callback([options, &desk] { show(desk, *options); });

    auto* confirming = addCommand(*family, desk, "confirm-page",
                                  desk.in("Deja constancia de que usted miró la página impresa y está bien",
                                          "Records that you looked at the printed page and it is good"),
                                  "troquel document confirm-page A0000001 --as inspector");
    confirming->add_option("number", options->number, desk.in("Número de documento", "Document number"))->required();
    confirming->callback([options, &desk] {
        desk.ask(contract::DocumentConfirmPage{options->number});
        desk.done("Constancia guardada: ya puede liberarse.", "Recorded: it can be released now.");
    });

    auto* verifying =
        addCommand(*family, desk, "verify",
                   desk.in("Comprueba de nuevo sus archivos y su firma", "Checks its files and signature again"),
                   "troquel document verify A0000001");
    verifying->add_option("number", options->number, desk.in("Número de documento", "Document number"))->required();
    verifying->callback([options, &desk] { verify(desk, *options); });

    auto* saving =
        addCommand(*family, desk, "files",
                   desk.in("Guarda sus páginas y los archivos del chip", "Saves its pages and the chip's files"),
                   "troquel document files A0000001 --out carpeta");
    saving->add_option("number", options->number, desk.in("Número de documento", "Document number"))->required();
    saving->add_option("--out", options->folder, desk.in("Carpeta de destino", "Target folder"))->required();
    saving->callback([options, &desk] {
        saveFiles(options->folder, desk.ask(contract::DocumentFiles{options->number}).files);
        desk.done("Guardado en " + options->folder, "Saved in " + options->folder);
    });
}

namespace {

/// "altered: strand 1, row 7" in the user's words.
std::string findingInWords(const Desk& desk, const std::string& finding) {
    std::string said;
    std::istringstream parts{finding};
    for (std::string part; parts >> part;) {
        const auto end = part.find_first_of(",:");
        said += (said.empty() ? "" : " ") + desk.word(part.substr(0, end));
        if (end != std::string::npos) said += part.substr(end);
    }
    return said;
}

}  // namespace

void addJournalCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "journal",
                              desk.in("El diario: comprobación y exportación", "The journal: verification and export"),
                              "troquel journal verify");
    family->require_subcommand(1);

    addCommand(*family, desk, "verify",
               desk.in("Busca renglones alterados, quitados, agregados o movidos",
                       "Finds altered, removed, inserted or reordered rows"),
               "troquel journal verify")
        ->callback([&desk] {
            const auto answer = desk.ask(contract::JournalVerify{});
            desk.show(answer, [&](const auto& verified) {
                std::cout << desk.in("Renglones: ", "Entries: ") << verified.entries
                          << desk.in(", constancias firmadas: ", ", signed checkpoints: ") << verified.checkpoints
                          << '\n';
                for (const auto& finding : verified.findings)
                    std::cout << "  " << findingInWords(desk, finding) << '\n';
                std::cout << (verified.intact ? desk.in("El diario está íntegro.", "The journal is intact.")
                                              : desk.in("El diario fue ALTERADO. Llame al auditor.",
                                                        "The journal was ALTERED. Call the auditor."))
                          << '\n';
            });
            if (!answer.intact) throw Refused{};
        });

    addCommand(*family, desk, "checkpoint",
               desk.in("Firma el estado actual del diario", "Signs the journal as it stands"),
               "troquel journal checkpoint")
        ->callback([&desk] {
            desk.ask(contract::JournalCheckpoint{});
            desk.done("Constancia firmada.", "Checkpoint signed.");
        });

    addCommand(*family, desk, "export",
               desk.in("El diario, un objeto JSON por línea", "The journal, one JSON object a line"),
               "troquel journal export > diario.ndjson")
        ->callback([&desk] {
            for (const auto& file : desk.ask(contract::JournalExport{}).files) std::cout << base::textOf(file.content);
        });
}

}  // namespace cli
