// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/scans.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_destruction.hpp"
#include "contract/acts_of_papers.hpp"
#include "contract/words.hpp"

namespace cli {
namespace {

struct DestructionOptions {
    std::string number;
    std::string reason;
    std::string document;
    std::string date;
    std::string place;
    std::string state;
    std::string until;
    std::vector<std::string> serials;
    std::string scanFile;
    std::vector<std::string> people;
    std::string method;
    std::string municipality = "la ciudad de Guatemala";
    std::string department = "Guatemala";
    std::string premises;
    std::string seal;
    std::string wasteReceiver;
    std::string out;
};
using Options = std::shared_ptr<DestructionOptions>;

std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional{text}; }

/// "luis", or "Beatriz Gómez, Auditoría Interna, dpi" for somebody from outside.
contract::ParticipantLine participantFrom(const std::string& text) {
    contract::ParticipantLine line;
    std::string* const parts[] = {&line.name, &line.office, &line.identification};
    if (text.find(',') == std::string::npos) {
        line.user = text;
        return line;
    }
    std::size_t begin = 0;
    for (auto* part : parts) {
        const auto end = std::min(text.find(',', begin), text.size());
        const auto first = std::min(text.find_first_not_of(' ', begin), end);
        *part = text.substr(first, end - first);
        begin = std::min(end + 1, text.size());
    }
    return line;
}

std::vector<contract::ParticipantLine> peopleFrom(const std::vector<std::string>& texts) {
    std::vector<contract::ParticipantLine> lines;
    for (const auto& text : texts) lines.push_back(participantFrom(text));
    return lines;
}

void list(Desk& desk) {
    desk.show(desk.ask(contract::DestructionList{}), [&](const auto& answer) {
        Table table{{desk.in("Destrucción", "Destruction"), desk.in("Etapa", "Stage"), desk.in("Piezas", "Blanks"),
                     desk.in("Solicitada (UTC)", "Requested (UTC)"), desk.in("Por", "By"),
                     desk.in("Terminada (UTC)", "Ended (UTC)")}};
        for (const auto& line : answer.destructions)
            table.add({line.destruction, desk.word(line.stage), std::to_string(line.quantity),
                       secondOf(line.requestedAt), line.requestedBy, secondOf(line.endedAt)});
        table.print();
    });
}

void printPeople(const Desk& desk, const std::string& heading, const std::vector<contract::ParticipantLine>& people) {
    for (const auto& one : people)
        std::cout << heading << (one.user.empty() ? one.name : one.user) << (one.office.empty() ? "" : ", ")
                  << one.office << (one.identification.empty() ? "" : ", ") << desk.word(one.identification) << '\n';
}

void printTexts(const std::string& heading, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    std::cout << heading;
    for (const auto& text : texts) std::cout << ' ' << text;
    std::cout << '\n';
}

void show(Desk& desk, const DestructionOptions& options) {
    desk.show(desk.ask(contract::DestructionShow{options.number}), [&](const auto& shown) {
        std::cout << shown.line.destruction << "  " << desk.word(shown.line.stage) << "  " << shown.line.quantity
                  << '\n'
                  << secondOf(shown.line.requestedAt) << "  " << shown.line.requestedBy << "  " << shown.reason << '\n';
        const auto decision = [&](const std::string& heading, const contract::DecisionLine& line) {
            if (!line.document.empty())
                std::cout << heading << line.document << ", " << line.date << "  (" << line.person << ")\n";
        };
        decision(desk.in("Autorización: ", "Authorisation: "), shown.authorisation);
        decision(desk.in("Comisión: ", "Commission: "), shown.commission);
        printPeople(desk, desk.in("Miembro: ", "Member: "), shown.members);
        printPeople(desk, desk.in("Testigo: ", "Witness: "), shown.witnesses);
        printTexts(desk.in("Series:", "Serials:"), shown.selected);
        printTexts(desk.in("Sin leer:", "Not scanned:"), shown.notScanned);
        std::cout << desk.in("Huella del anexo: ", "Hash of the annex: ") << shown.annex << '\n';
        if (!shown.act.empty()) std::cout << desk.in("Acta: ", "Act: ") << shown.act << '\n';
        if (!shown.cancelReason.empty())
            std::cout << desk.in("Cancelada: ", "Cancelled: ") << shown.cancelReason << '\n';
    });
}

void saveAct(Desk& desk, const DestructionOptions& options) {
    const auto shown = desk.ask(contract::DestructionShow{options.number});
    const auto paper = desk.ask(contract::PaperShow{shown.act});
    base::writeFileDurably(options.out, paper.content);
    desk.show(paper.line, [&](const auto& line) { std::cout << line.number << "  " << options.out << '\n'; });
}

void addNumber(CLI::App* command, const Desk& desk, const Options& options) {
    command->add_option("destruction", options->number, desk.in("Número", "Number"))->required();
}

void addDocument(CLI::App* command, const Desk& desk, const Options& options) {
    command->add_option("--document", options->document, desk.in("Número del documento", "Number of the document"))
        ->required();
    command->add_option("--date", options->date, desk.in("Su fecha, año-mes-día", "Its date, year-month-day"))
        ->required();
}

void addPreparing(CLI::App& family, Desk& desk, const Options& options) {
    auto* request = addCommand(family, desk, "request",
                               desk.in("Solicita destruir piezas dañadas, anuladas o vencidas",
                                       "Asks to destroy spoiled, annulled or expired blanks"),
                               "troquel destruction request --place destruction --state spoiled --until 2026-11-30 "
                               "--reason 'Cuarto trimestre'");
    request->add_option("serials", options->serials, desk.in("Series o rangos", "Serials or ranges"));
    request->add_option("--place", options->place, desk.in("O todas las de este lugar", "Or all of this place"));
    request->add_option("--state", options->state, desk.in("En este estado", "In this state"));
    request->add_option("--until", options->until, desk.in("Llegadas hasta este día", "That came until this day"));
    request->add_option("--reason", options->reason, desk.in("Razón", "Reason"))->required();
    request->callback([options, &desk] {
        const contract::DestructionRequest asked{options->reason, options->serials, given(options->place),
                                                 given(contract::codeMeant(options->state)), given(options->until)};
        desk.show(desk.ask(asked), [&](const auto& answer) {
            std::cout << answer.destruction << "  " << answer.quantity << "  " << answer.annex << '\n';
        });
    });

    auto* authorise = addCommand(family, desk, "authorise",
                                 desk.in("Anota la autorización de la autoridad superior; otra persona",
                                         "Enters the superior authority's agreement; another person"),
                                 "troquel destruction authorise DEST-2026-000001 --document RES-12-2026 "
                                 "--date 2026-11-20");
    addNumber(authorise, desk, options);
    addDocument(authorise, desk, options);
    authorise->callback([options, &desk] {
        desk.ask(contract::DestructionAuthorise{options->number, options->document, options->date});
        desk.done();
    });

    auto* commission = addCommand(family, desk, "commission",
                                  desk.in("Nombra la comisión por un documento", "Names the commission by a document"),
                                  "troquel destruction commission DEST-2026-000001 --document OFICIO-457 "
                                  "--date 2026-11-21 --member eva --member 'Marta Cumatz, Jefa de Bodega, dpi'");
    addNumber(commission, desk, options);
    addDocument(commission, desk, options);
    commission
        ->add_option("--member", options->people,
                     desk.in("Usuario, o «nombre, cargo, dpi|passport|credential»",
                             "User, or \"name, office, dpi|passport|credential\""))
        ->required();
    commission->callback([options, &desk] {
        desk.ask(contract::DestructionCommission{options->number, options->document, options->date,
                                                 peopleFrom(options->people)});
        desk.done();
    });
}

void addCarryingOut(CLI::App& family, Desk& desk, const Options& options) {
    auto* scan = addCommand(family, desk, "scan",
                            desk.in("Lee las piezas en el lugar; puede repetirse", "Reads the blanks at the spot"),
                            "troquel destruction scan DEST-2026-000001 A0000001-A0000050");
    addNumber(scan, desk, options);
    scan->add_option("serials", options->serials, desk.in("Series o rangos", "Serials or ranges"));
    addScanFileOption(*scan, desk, options->scanFile);
    scan->callback([options, &desk] {
        addScans(desk, options->scanFile, options->serials);
        desk.show(desk.ask(contract::DestructionScan{options->number, options->serials}), [&](const auto& answer) {
            std::cout << desk.in("Leídas: ", "Scanned: ") << answer.scanned << " / " << answer.selected << '\n';
        });
    });

    auto* execute =
        addCommand(family, desk, "execute",
                   desk.in("Destruye para siempre y firma el acta; dos personas y dos testigos",
                           "Destroys for good and signs the act; two people and two witnesses"),
                   "troquel destruction execute DEST-2026-000001 --method 'trituración' --premises 'Bodega 2' "
                   "--seal P-00871 --waste 'Servicios Generales' --witness luis "
                   "--witness 'Beatriz Gómez, Auditoría Interna, dpi' --as eva --second sofia");
    addNumber(execute, desk, options);
    const std::tuple<const char*, std::string*, const char*, const char*> needed[] = {
        {"--method", &options->method, "Cómo se destruyen", "How they are destroyed"},
        {"--premises", &options->premises, "Local donde se destruyen", "Where they are destroyed"},
        {"--seal", &options->seal, "Número del precinto que se rompe", "Number of the seal that is broken"},
        {"--waste", &options->wasteReceiver, "Quién recibe los residuos", "Who takes the remains"}};
    for (const auto& [name, value, spanish, english] : needed)
        execute->add_option(name, *value, desk.in(spanish, english))->required();
    execute->add_option("--municipality", options->municipality, desk.in("Municipio", "Municipality"));
    execute->add_option("--department", options->department, desk.in("Departamento", "Department"));
    execute
        ->add_option("--witness", options->people,
                     desk.in("Usuario, o «nombre, cargo, dpi|passport|credential»",
                             "User, or \"name, office, dpi|passport|credential\""))
        ->required();
    execute->callback([options, &desk] {
        const contract::DestructionExecute asked{
            options->number,   options->method, options->municipality,  options->department,
            options->premises, options->seal,   options->wasteReceiver, peopleFrom(options->people)};
        desk.show(desk.ask(asked), [&](const auto& answer) {
            std::cout << answer.act << "  " << answer.quantity << "  " << answer.annex << '\n';
        });
    });

    auto* cancel =
        addCommand(family, desk, "cancel",
                   desk.in("Cancela antes de destruir y libera las series", "Cancels it and frees its serials"),
                   "troquel destruction cancel DEST-2026-000001 --reason 'Se pospone'");
    addNumber(cancel, desk, options);
    cancel->add_option("--reason", options->reason, desk.in("Razón", "Reason"))->required();
    cancel->callback([options, &desk] {
        desk.ask(contract::DestructionCancel{options->number, options->reason});
        desk.done();
    });
}

void addReading(CLI::App& family, Desk& desk, const Options& options) {
    addCommand(family, desk, "list", desk.in("Todas las destrucciones", "All destructions"), "troquel destruction list")
        ->callback([&desk] { list(desk); });
    auto* shown = addCommand(family, desk, "show", desk.in("Todo sobre una destrucción", "All about a destruction"),
                             "troquel destruction show DEST-2026-000001");
    addNumber(shown, desk, options);
    shown->callback([options, &desk] { show(desk, *options); });
    auto* act = addCommand(family, desk, "act", desk.in("Guarda el acta firmada (PDF)", "Saves the signed act (PDF)"),
                           "troquel destruction act DEST-2026-000001 --out acta.pdf");
    addNumber(act, desk, options);
    act->add_option("--out", options->out, desk.in("Archivo", "File"))->required();
    act->callback([options, &desk] { saveAct(desk, *options); });
}

}  // namespace

void addDestructionCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "destruction",
                              desk.in("Destrucción con autorización, comisión, testigos y acta",
                                      "Destruction with authorisation, commission, witnesses and act"),
                              "troquel destruction list");
    family->require_subcommand(1);
    auto options = std::make_shared<DestructionOptions>();
    addPreparing(*family, desk, options);
    addCarryingOut(*family, desk, options);
    addReading(*family, desk, options);
}

}  // namespace cli
