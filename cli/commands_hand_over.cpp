// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_certificates.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestPicture = std::size_t{8} * 1024 * 1024;

struct HandOverOptions {
    std::string id, recipient, identification, signature, reason, paper, cause, remarks, receipt, paid;
    std::string manner = "counter";
    std::string printer = "folder";
    bool printed = false;
    std::vector<std::string> spoiled;
};
using Options = std::shared_ptr<HandOverOptions>;

void addNumber(CLI::App* command, const Desk& desk, const Options& options) {
    command->add_option("number", options->id, desk.in("Número", "Number"))->required();
}

void sayCopy(const Desk& desk, const contract::PaperCopyLine& copy) {
    desk.show(copy, [&](const auto& answer) {
        std::cout << desk.in("Copia ", "Copy ") << answer.copy << ": " << desk.word(answer.state)
                  << desk.in("; hojas ", "; sheets ") << fmt::format("{}", fmt::join(answer.sheets, " ")) << '\n';
        if (answer.state == "in_doubt")
            desk.say("Mire las hojas y anote con: troquel certificate resolve-print",
                     "Look at the sheets and record it with: troquel certificate resolve-print");
    });
}

void addDeliver(CLI::App& family, Desk& desk, const Options& options) {
    auto* give = addCommand(family, desk, "deliver", desk.in("Registra la entrega", "Records the hand-over"),
                            "troquel certificate deliver CM-CENTRAL-2026-000004 --to 'Ana Ruiz' --id 'DPI 1234'");
    addNumber(give, desk, options);
    give->add_option("--to", options->recipient, desk.in("Quién recibe", "Recipient"))->required();
    give->add_option("--id", options->identification, desk.in("Su identificación", "Their identification"))->required();
    give->add_option("--manner", options->manner,
                     desk.in("counter (ventanilla), electronic (electrónica), courier (mensajería)",
                             "counter, electronic, courier"));
    give->add_option("--signature", options->signature, desk.in("Imagen de su firma", "Picture of their signature"));
    give->callback([options, &desk] {
        contract::CertificateDeliver asked{
            options->id, options->recipient, options->identification, options->manner, {}};
        if (!options->signature.empty()) asked.signature = readArgument(desk, options->signature, kLargestPicture);
        desk.ask(asked);
        desk.done("Entrega registrada.", "Hand-over recorded.");
    });
}

void reissue(Desk& desk, const HandOverOptions& options, const std::string& manner) {
    contract::CertificateReissue asked{options.id, options.recipient, options.identification, options.cause, manner};
    if (!options.remarks.empty()) asked.remarks = options.remarks;
    if (!options.receipt.empty()) asked.receipt = options.receipt;
    if (!options.paid.empty()) asked.paid = options.paid;
    desk.show(desk.ask(asked), [&](const auto& answer) {
        if (answer.copy == 0)
            std::cout << desk.in("Anotado. Guarde el archivo con: troquel certificate export ",
                                 "Recorded. Save the file with: troquel certificate export ")
                      << options.id << '\n';
        else
            std::cout << desk.in("Anotado. Imprima la copia ", "Recorded. Print copy ") << answer.copy
                      << desk.in(" con: troquel certificate print ", " with: troquel certificate print ") << options.id
                      << '\n';
        std::cout << desk.in("Después anote la entrega con: troquel certificate deliver\n",
                             "Then record the hand-over with: troquel certificate deliver\n");
    });
}

void addReissue(CLI::App& family, Desk& desk, const Options& options) {
    auto* again =
        addCommand(family, desk, "reissue",
                   desk.in("Anota que piden otra vez lo ya emitido: una copia más en papel, o el archivo",
                           "Records that what was issued is asked for once more: on paper, or as the file"),
                   "troquel certificate reissue CM-CENTRAL-2026-000004 --applicant 'Ana Ruiz' --id 'DPI 1234' "
                   "--cause lost --receipt '63-A 9' --paid 'USD 10.00'");
    addNumber(again, desk, options);
    again->add_option("--applicant", options->recipient, desk.in("Quién lo pide", "Who asks"))->required();
    again->add_option("--id", options->identification, desk.in("Su identificación", "Their identification"))
        ->required();
    again
        ->add_option("--cause", options->cause,
                     desk.in("lost (perdida), stolen (robada), damaged (deteriorada), further (ejemplar adicional)",
                             "lost, stolen, damaged, further"))
        ->required();
    auto manner = std::make_shared<std::string>("paper");
    again->add_option("--manner", *manner,
                      desk.in("paper (en papel de seguridad), electronic (el archivo firmado)", "paper, electronic"));
    again->add_option("--remarks", options->remarks, desk.in("Observaciones", "Remarks"));
    again->add_option("--receipt", options->receipt, desk.in("Recibo de pago", "Receipt of payment"));
    again->add_option("--paid", options->paid,
                      desk.in("Lo que dice el recibo, como «USD 10.00»", "What the receipt says, as “USD 10.00”"));
    again->callback([options, manner, &desk] { reissue(desk, *options, *manner); });
}

void sayArchived(Desk& desk, const contract::CertificateArchived& archived) {
    desk.show(archived, [&](const auto& answer) {
        std::cout << desk.in("En archivo. Sigue siendo válido y puede entregarse o reponerse si lo piden.\n",
                             "Archived. It stays valid and can be handed over or given again when asked for.\n");
        if (answer.sheets.empty()) return;
        const auto sheets = fmt::format("{}", fmt::join(answer.sheets, " "));
        std::cout << desk.in("Entregue estas hojas a los custodios; ellos las anulan con: troquel stock annul ",
                             "Give these sheets to the custodians, who annul them with: troquel stock annul ")
                  << sheets << '\n';
    });
}

void addArchive(CLI::App& family, Desk& desk, const Options& options) {
    auto* archive = addCommand(family, desk, "archive",
                               desk.in("Envía al archivo lo que nadie recogió en su plazo",
                                       "Sends what nobody collected in time to the archive"),
                               "troquel certificate archive CM-CENTRAL-2026-000004 --paper kept --reason "
                               "'Se avisó dos veces por correo'");
    addNumber(archive, desk, options);
    archive
        ->add_option(
            "--paper", options->paper,
            desk.in("Sus copias en papel de seguridad: none (no hay), kept (se guardan), destroy (se destruyen)",
                    "Its copies on security paper: none, kept, destroy"))
        ->required();
    archive->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    archive->callback([options, &desk] {
        sayArchived(desk, desk.ask(contract::CertificateArchive{options->id, options->paper, options->reason}));
    });
}

void addCopies(CLI::App& family, Desk& desk, const Options& options) {
    auto* print = addCommand(family, desk, "print",
                             desk.in("Imprime una copia en papel de seguridad del turno, una hoja por folio",
                                     "Prints a copy on security paper of the shift, a sheet a folio"),
                             "troquel certificate print CM-CENTRAL-2026-000004 --printer ipp://impresora/ipp/print");
    addNumber(print, desk, options);
    print->add_option("--printer", options->printer, desk.in("folder o dirección IPP", "folder or IPP address"));
    print->callback([options, &desk] {
        sayCopy(desk, desk.ask(contract::CertificatePrint{options->id, options->printer}));
    });

    auto* resolve = addCommand(family, desk, "resolve-print",
                               desk.in("Anota lo que se ve en las hojas cuando una impresión quedó en duda",
                                       "Records what is seen of the sheets where a printing is in doubt"),
                               "troquel certificate resolve-print CM-CENTRAL-2026-000004 --spoiled HS0000000017");
    addNumber(resolve, desk, options);
    resolve->add_option("--spoiled", options->spoiled, desk.in("Hojas dañadas", "Spoiled sheets"));
    resolve->add_flag("--printed", options->printed, desk.in("Toda la copia salió bien", "The whole copy is good"));
    resolve->callback([options, &desk] {
        sayCopy(desk, desk.ask(contract::CertificateResolvePrint{options->id, options->spoiled, options->printed}));
    });
}

}  // namespace

void addHandOverCommands(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<HandOverOptions>();
    addDeliver(family, desk, options);
    addReissue(family, desk, options);
    addArchive(family, desk, options);
    addCopies(family, desk, options);
}

}  // namespace cli
