// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>
#include <sstream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_inspections.hpp"
#include "contract/acts_of_journal.hpp"

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

void listWaiting(Desk& desk) {
    desk.show(desk.ask(contract::InspectionList{}), [&](const auto& listed) {
        Table table{{desk.in("Orden", "Order"), desk.in("Documento", "Document"), desk.in("Pieza", "Blank"),
                     desk.in("Prioridad", "Priority"), desk.in("Vence", "Due"), desk.in("Espera", "Awaits")}};
        for (const auto& line : listed.waiting)
            table.add({line.order, line.document, line.blank, desk.word(line.priority), line.due,
                       line.own ? desk.in("a otra persona: usted lo hizo", "somebody else: you made it")
                                : desk.word("awaits-" + line.wish)});
        table.print();
    });
}

void addRefusal(CLI::App& family, Desk& desk) {
    auto refusal = std::make_shared<contract::InspectionRefuse>();
    auto* refusing = addCommand(family, desk, "refuse",
                                desk.in("Dice que un documento por liberar está mal: se hace de nuevo",
                                        "Says that a document to be released is bad: it is made again"),
                                "troquel document refuse 2026-000012 --reason \"Retrato manchado\" --as inspector");
    refusing->add_option("order", refusal->order, desk.in("Número de orden", "Order number"))->required();
    refusing->add_option("--reason", refusal->reason, desk.in("Qué tiene de malo", "What is wrong with it"))
        ->required();
    refusing->callback([refusal, &desk] {
        desk.ask(*refusal);
        desk.done("Rechazado: la pieza va a cuarentena y la orden se hace de nuevo.",
                  "Refused: the blank goes to quarantine and the order is made again.");
    });
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

    addCommand(*family, desk, "waiting",
               desk.in("Los documentos que esperan a un inspector", "The documents that wait for an inspector"),
               "troquel document waiting")
        ->callback([&desk] { listWaiting(desk); });
    addRefusal(*family, desk);

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

/// "cause=ribbon, stage=printed".
std::string factsIn(const Desk& desk, const contract::TextMap& facts) {
    std::string said;
    for (const auto& [name, value] : facts) said += (said.empty() ? "" : ", ") + name + "=" + desk.word(value);
    return said;
}

void listJournal(Desk& desk, const contract::JournalList& sought) {
    desk.show(desk.ask(sought), [&](const auto& listed) {
        Table table{{desk.in("Hora (UTC)", "Time (UTC)"), desk.in("Persona", "Person"), desk.in("Segunda", "Second"),
                     desk.in("Puesto", "Workstation"), desk.in("Acto", "Act"), desk.in("Objeto", "Object"),
                     desk.in("Motivo", "Reason"), desk.in("Hechos", "Facts")}};
        for (const auto& entry : listed.entries)
            table.add({secondOf(entry.time), entry.person, entry.second, entry.workstation, entry.act,
                       entry.objectKind + " " + entry.object, entry.reason, factsIn(desk, entry.facts)});
        table.print();
        if (!listed.entries.empty())
            std::cout << desk.in("Para seguir: --after ", "To go on: --after ") << listed.entries.back().key << '\n';
    });
}

void addJournalList(CLI::App& family, Desk& desk) {
    auto sought = std::make_shared<contract::JournalList>();
    auto* listing = addCommand(
        family, desk, "list",
        desk.in("Los renglones del diario, los últimos primero", "The entries of the journal, the last first"),
        "troquel journal list --person ana --from 2026-11-01 --until 2026-11-30");
    listing->add_option("--person", sought->person, desk.in("Usuario de quien lo hizo", "User name of who did it"));
    listing->add_option("--act", sought->act, desk.in("Acto: stock.issue", "Act: stock.issue"));
    listing->add_option(
        "--object", sought->object,
        desk.in("Sobre qué: A0000001, una orden, un usuario", "About what: A0000001, an order, a user"));
    listing->add_option("--from", sought->from, desk.in("Primer día", "First day"));
    listing->add_option("--until", sought->until, desk.in("Último día", "Last day"));
    listing->add_option("--after", sought->after, desk.in("Sigue después de este renglón", "Goes on after this entry"));
    listing->add_option("--limit", sought->limit, desk.in("Cuántos; 200 si falta", "How many; 200 where absent"));
    listing->callback([sought, &desk] { listJournal(desk, *sought); });
}

}  // namespace

void addJournalCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(
        program, desk, "journal",
        desk.in("El diario: búsqueda, comprobación y exportación", "The journal: search, verification and export"),
        "troquel journal list");
    family->require_subcommand(1);
    addJournalList(*family, desk);

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
