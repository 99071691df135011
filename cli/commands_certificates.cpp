// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_certificate_work.hpp"

#include <fmt/format.h>

#include <iostream>
#include <set>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestScan = std::size_t{8} * 1024 * 1024;

struct CertificateOptions {
    contract::ApplicantNamed applicant;
    contract::HolderNamed holder;
    std::string type, receipt, paid, proof, address, email, id, reason, verdict, diligence, endorser, out;
    std::string stage = "open";
    std::vector<std::string> requirements, values, requests;
    std::int64_t draft = 0;
    bool confidential = false;
};
using Options = std::shared_ptr<CertificateOptions>;

/// "name=value" in its two parts; the second is empty where there is no sign.
std::pair<std::string, std::string> partsOf(const std::string& text) {
    const auto sign = text.find('=');
    if (sign == std::string::npos) return {text, {}};
    return {text.substr(0, sign), text.substr(sign + 1)};
}

void listTypes(Desk& desk, const CertificateOptions& options) {
    desk.show(desk.ask(contract::CertificateTypes{}), [&](const auto& answer) {
        if (options.type.empty()) {
            Table table{{desk.in("Tipo", "Type"), desk.in("Título", "Title"), desk.in("Clase", "Kind"),
                         desk.in("Días hábiles", "Working days"), desk.in("Visto bueno", "Endorsed")}};
            for (const auto& type : answer.types)
                table.add({type.type, type.title, desk.word(type.kind), std::to_string(type.deadline),
                           type.endorsed ? desk.in("sí", "yes") : "no"});
            return table.print();
        }
        for (const auto& type : answer.types) {
            if (type.type != options.type) continue;
            std::cout << type.title << '\n'
                      << desk.in("Arancel: ", "Fee: ") << (type.fee.empty() ? desk.in("ninguno", "none") : type.fee)
                      << '\n';
            if (!type.reissueFee.empty())
                std::cout << desk.in("Reposición: ", "Given once more: ") << type.reissueFee << '\n';
            std::cout << desk.in("Requisitos:", "Requirements:") << '\n';
            for (const auto& each : type.requirements)
                std::cout << fmt::format("  {:<24} {}{}\n", each.code, each.text,
                                         each.scan ? desk.in(" (con copia)", " (with a copy)") : "");
            std::cout << desk.in("Datos que se escriben:", "Values to type:") << '\n';
            for (const auto& value : type.values)
                std::cout << fmt::format("  {:<24} {}{}\n", value.name, value.means,
                                         value.optional ? desk.in(" (si lo hay)", " (if any)") : "");
        }
    });
}

void request(Desk& desk, const CertificateOptions& options) {
    contract::CertificateRequest asked{options.type, options.applicant};
    asked.confidential = options.confidential;
    if (!options.proof.empty()) asked.applicant.proof = options.proof;
    if (!options.address.empty()) asked.applicant.address = options.address;
    if (!options.email.empty()) asked.applicant.email = options.email;
    if (!options.receipt.empty()) asked.receipt = options.receipt;
    if (!options.paid.empty()) asked.paid = options.paid;
    if (!options.holder.surnames.empty() || !options.holder.document.empty()) asked.holder = options.holder;
    for (const auto& each : options.requirements) {
        const auto [code, file] = partsOf(each);
        contract::RequirementMet met{code, {}};
        if (!file.empty()) met.scan = readArgument(desk, file, kLargestScan);
        asked.requirements.push_back(std::move(met));
    }
    desk.show(desk.ask(asked), [&](const auto& answer) {
        std::cout << desk.in("Solicitud ", "Request ") << answer.request
                  << desk.in("; lista a más tardar el ", "; ready by ") << answer.deadline << '\n'
                  << desk.in("Contraseña para el solicitante: troquel paper save ",
                             "Slip for the applicant: troquel paper save ")
                  << answer.slip << '\n';
    });
}

void savePdf(const Desk& desk, const std::string& file, const base::Bytes& pdf) {
    base::writeFileDurably(file, pdf);
    if (!desk.json) std::cout << desk.in("Guardado en ", "Saved in ") << file << '\n';
}

void draft(Desk& desk, const CertificateOptions& options) {
    contract::CertificateDraft asked{options.id, {}, {}};
    for (const auto& value : options.values) {
        const auto [name, text] = partsOf(value);
        auto& typed = asked.values[name];
        typed += (typed.empty() ? "" : "\n") + text;
    }
    if (!options.diligence.empty()) asked.diligence = options.diligence;
    const auto drafted = desk.ask(asked);
    if (!options.out.empty()) savePdf(desk, options.out, drafted.preview);
    desk.show(drafted, [&](const auto& answer) {
        std::cout << desk.in("Borrador ", "Draft ") << answer.draft
                  << desk.in(". Otra persona lo confronta con: troquel certificate review ",
                             ". Another person reviews it with: troquel certificate review ")
                  << options.id << " --draft " << answer.draft << '\n';
    });
}

void preview(Desk& desk, const CertificateOptions& options) {
    savePdf(desk, options.out, desk.ask(contract::CertificatePreview{options.id}).content);
}

/// What was signed stays signed; why its proofs are still to come is said once for each reason.
void sayLacking(const Desk& desk, const contract::CertificatesSigned& signedOnes) {
    std::set<std::string> reasons;
    for (const auto& each : signedOnes.certificates)
        for (const auto& fault : each.lacking) reasons.insert(desk.sentence(fault.asFault()));
    if (reasons.empty()) return;
    desk.say("Lo firmado vale y está guardado, pero todavía le faltan pruebas de largo plazo:",
             "What was signed holds and is kept, but it still lacks proofs for the long term:");
    for (const auto& reason : reasons) std::cout << "  " << reason << '\n';
    desk.say("Complételas cuando se haya resuelto: troquel certificate prove",
             "Complete them when that is settled: troquel certificate prove");
}

void sayAll(Desk& desk, const contract::CertificatesSigned& signedOnes) {
    desk.show(signedOnes, [&](const auto& answer) {
        Table table{{desk.in("Solicitud", "Request"), desk.in("Número", "Number"), desk.in("Código", "Code"),
                     desk.in("Etapa", "Stage"), desk.in("Nivel", "Level")}};
        for (const auto& each : answer.certificates)
            table.add({each.request, each.number, each.code, desk.word(each.stage), each.level});
        table.print();
        sayLacking(desk, answer);
    });
}

base::SecretBytes askSecret(const Desk& desk) {
    return askPassword(desk.in("Contraseña o PIN de su llave de firma (no se muestra)",
                               "Passphrase or PIN of your signing key (not shown)"));
}

/// A name, or that it is withheld from who asks.
std::string nameOr(const Desk& desk, const contract::CertificateLine& line, const std::string& name) {
    return line.confidential && name.empty() ? desk.in("(reservado)", "(confidential)") : name;
}

void listUncollected(Desk& desk) {
    desk.show(desk.ask(contract::CertificateList{"uncollected"}), [&](const auto& answer) {
        Table table{{desk.in("Número", "Number"), desk.in("Qué", "What"), desk.in("Solicitante", "Applicant"),
                     desk.in("Dónde avisarle", "Contact"), desk.in("Días sin recoger", "Days waiting")}};
        for (const auto& each : answer.certificates)
            table.add({each.number, each.title, nameOr(desk, each, each.applicant),
                       each.contact.empty() ? desk.in("no dejó", "none") : each.contact, std::to_string(each.waiting)});
        table.print();
    });
}

void list(Desk& desk, const CertificateOptions& options) {
    if (options.stage == "uncollected") return listUncollected(desk);
    const std::string stage = options.stage == "all" ? "" : options.stage;
    desk.show(desk.ask(contract::CertificateList{stage}), [&](const auto& answer) {
        Table table{{desk.in("Solicitud", "Request"), desk.in("Número", "Number"), desk.in("Qué", "What"),
                     desk.in("De quién", "About"), desk.in("Etapa", "Stage"), desk.in("Para el", "Due")}};
        for (const auto& each : answer.certificates)
            table.add({each.request, each.number, each.title, nameOr(desk, each, each.holder), desk.word(each.stage),
                       each.deadline + (each.overdue ? desk.in("  VENCIDA", "  OVERDUE") : "")});
        table.print();
    });
}

void listAwaiting(Desk& desk) {
    desk.show(desk.ask(contract::CertificateAwaiting{}), [&](const auto& answer) {
        Table table{{desk.in("Qué hacer", "What to do"), desk.in("Solicitud", "Request"), desk.in("Número", "Number"),
                     desk.in("Qué", "What"), desk.in("De quién", "About"), desk.in("Para el", "Due")}};
        for (const auto& each : answer.awaiting)
            table.add({desk.word(each.step), each.line.request, each.line.number, each.line.title,
                       nameOr(desk, each.line, each.line.holder), each.line.deadline});
        table.print();
    });
}

void sayProofDue(const Desk& desk, const contract::CertificateNumberLine& number) {
    if (number.proofDue.empty()) return;
    std::cout << "  "
              << fmt::format(
                     fmt::runtime(number.proofDue == "renewal"
                                      ? desk.in("Su sello de tiempo vence pronto y debe renovarse",
                                                "Its time-stamp ends soon and must be renewed")
                                      : desk.in("Le faltan pruebas de largo plazo: tiene {0} y debe llegar a {1}",
                                                "It lacks proofs for the long term: it has {0}, {1} is wanted")),
                     number.level, number.levelDue)
              << ": troquel certificate prove " << number.number << '\n';
}

void sayNumber(const Desk& desk, const contract::CertificateNumberLine& number) {
    std::cout << number.number << "  " << number.code << "  " << number.day << "  " << desk.in("folios ", "folios ")
              << number.folios << "  " << number.level
              << (number.ended.empty() ? "" : "  " + desk.word(number.ended) + ": " + number.reason) << '\n';
    sayProofDue(desk, number);
}

void show(Desk& desk, const CertificateOptions& options) {
    desk.show(desk.ask(contract::CertificateShow{options.id}), [&](const auto& answer) {
        const auto& line = answer.line;
        std::cout << line.request << "  " << line.title << "  " << desk.word(line.stage) << '\n'
                  << desk.in("Solicitante: ", "Applicant: ") << nameOr(desk, line, line.applicant) << '\n';
        if (!line.holder.empty()) std::cout << desk.in("Titular: ", "Holder: ") << line.holder << '\n';
        for (const auto& number : answer.numbers) sayNumber(desk, number);
        for (const auto& copy : answer.copies)
            std::cout << "  " << desk.in("copia ", "copy ") << copy.copy << "  " << desk.word(copy.state) << "  "
                      << fmt::format("{}", fmt::join(copy.sheets, " ")) << '\n';
        for (const auto& each : answer.reissues)
            std::cout << "  " << secondOf(each.time) << "  " << desk.word(each.cause) << ", " << desk.word(each.manner)
                      << "  " << each.applicant << ", " << each.identification << "  " << each.receipt << "  "
                      << each.remarks << '\n';
        for (const auto& step : answer.steps)
            std::cout << "  " << secondOf(step.time) << "  " << desk.word(step.step) << "  " << step.person
                      << (step.remarks.empty() ? "" : "  " + desk.word(step.remarks)) << '\n';
    });
}

void exportFiles(Desk& desk, const CertificateOptions& options) {
    for (const auto& file : desk.ask(contract::CertificateFiles{options.id}).files) {
        std::filesystem::create_directories(options.out);
        savePdf(desk, (std::filesystem::path{options.out} / file.name).string(), file.content);
    }
}

CLI::Option* addId(CLI::App* command, const Desk& desk, const Options& options, const char* spanish,
                   const char* english) {
    return command->add_option("id", options->id, desk.in(spanish, english))->required();
}

void addApplicantOptions(CLI::App* command, const Desk& desk, const Options& options) {
    auto& asks = options->applicant;
    command->add_option("--applicant", asks.name, desk.in("Nombre de quien solicita", "Name of who asks"))->required();
    command->add_option("--id", asks.identification, desk.in("Su identificación", "Their identification"))->required();
    command->add_option("--gender", asks.gender, "F, M")->required();
    command
        ->add_option("--capacity", asks.capacity,
                     desk.in("En qué calidad: holder (titular), representative (representante), authority "
                             "(autoridad), third_party (tercero)",
                             "Capacity: holder, representative, authority, third_party"))
        ->required();
    command->add_option("--proof", options->proof,
                        desk.in("Con qué acredita su representación o interés", "Proof of representation or interest"));
    command->add_option("--address", options->address, desk.in("Dónde se le notifica", "Where they are notified"));
    command->add_option("--email", options->email,
                        desk.in("Correo, solo si acepta que se le notifique así", "E-mail, only by consent"));
}

void addHolderOptions(CLI::App* command, const Desk& desk, const Options& options) {
    auto& holder = options->holder;
    command->add_option("--surnames", holder.surnames, desk.in("Apellidos del titular", "Holder's surnames"));
    command->add_option("--given-names", holder.givenNames, desk.in("Nombres del titular", "Holder's given names"));
    command->add_option("--born", holder.born, desk.in("Nacimiento, AAAA-MM-DD", "Born, YYYY-MM-DD"));
    command->add_option("--holder-gender", holder.gender, "F, M, X");
    command->add_option("--nationality", holder.nationality,
                        desk.in("Nacionalidad, como «guatemalteca»", "Nationality in words"));
    command->add_option("--document-type", holder.documentType,
                        desk.in("Documento, como «pasaporte»", "Document, as “pasaporte”"));
    command->add_option("--document", holder.document, desk.in("Su número", "Its number"));
}

void addRequestCommands(CLI::App& family, Desk& desk, const Options& options) {
    auto* types = addCommand(family, desk, "types",
                             desk.in("Lo que se certifica y resuelve, con requisitos y datos",
                                     "What is certified and resolved, with requirements and values"),
                             "troquel certificate types movimientos");
    types->add_option("type", options->type, desk.in("Detalle de un tipo", "Details of one type"));
    types->callback([options, &desk] { listTypes(desk, *options); });

    auto* command = addCommand(family, desk, "request", desk.in("Recibe una solicitud", "Takes a request"),
                               "troquel certificate request --type constancia-custodia --applicant 'Ana Ruiz' "
                               "--id 'DPI 1234' --gender F --capacity authority --proof 'Oficio 12-2026'");
    command->add_option("--type", options->type, desk.in("Tipo (vea certificate types)", "Type"))->required();
    command->add_flag(
        "--confidential", options->confidential,
        desk.in("De un refugiado, asilado o solicitante: se guarda cifrada y solo la trabaja quien lleva los "
                "expedientes reservados",
                "Of a refugee, an asylee or an applicant: kept sealed, worked on by who keeps the "
                "confidential files"));
    addApplicantOptions(command, desk, options);
    addHolderOptions(command, desk, options);
    command->add_option("--requirement", options->requirements,
                        desk.in("Requisito presentado, código o código=archivo de la copia",
                                "Requirement brought, code or code=file of the copy"));
    command->add_option("--receipt", options->receipt, desk.in("Recibo de pago", "Receipt of payment"));
    command->add_option("--paid", options->paid,
                        desk.in("Lo que dice el recibo, como «USD 10.00»", "What the receipt says, as “USD 10.00”"));
    command->callback([options, &desk] { request(desk, *options); });
}

void addDraftCommands(CLI::App& family, Desk& desk, const Options& options) {
    auto* write =
        addCommand(family, desk, "draft", desk.in("Redacta, o vuelve a redactar", "Writes a draft, or writes it anew"),
                   "troquel certificate draft SOL-2026-000012 --diligence DIL-2026-000003 --out b.pdf");
    addId(write, desk, options, "Solicitud", "Request");
    write->add_option("--value", options->values,
                      desk.in("Dato que la plantilla pide, nombre=texto; de una lista, uno por vez",
                              "Value that the template wants, name=text; of a list, one each time"));
    write->add_option("--diligence", options->diligence,
                      desk.in("Diligencia de búsqueda (troquel diligence)", "Diligence of the search"));
    write->add_option("--out", options->out, desk.in("Archivo del borrador, PDF", "File of the draft, PDF"));
    write->callback([options, &desk] { draft(desk, *options); });

    auto* look = addCommand(family, desk, "preview", desk.in("El último borrador en PDF", "The last draft as PDF"),
                            "troquel certificate preview SOL-2026-000012 --out b.pdf");
    addId(look, desk, options, "Solicitud", "Request");
    look->add_option("--out", options->out, desk.in("Archivo", "File"))->required();
    look->callback([options, &desk] { preview(desk, *options); });

    auto* compare = addCommand(family, desk, "review",
                               desk.in("Confronta un borrador con los registros; otra persona que la que redactó",
                                       "Reviews a draft against the registers; not the person who wrote it"),
                               "troquel certificate review SOL-2026-000012 --draft 2");
    addId(compare, desk, options, "Solicitud", "Request");
    compare->add_option("--draft", options->draft, desk.in("Borrador que vio", "Draft that was seen"))->required();
    compare->callback([options, &desk] {
        desk.ask(contract::CertificateReview{options->id, options->draft});
        if (desk.ask(contract::CertificateShow{options->id}).line.stage == "in_legal_review")
            return desk.done("Confrontado. Espera al asesor jurídico: troquel certificate legal-review",
                             "Reviewed. The legal adviser is next: troquel certificate legal-review");
        desk.done("Confrontado. Puede firmarse.", "Reviewed. It may be signed.");
    });

    auto* legal = addCommand(family, desk, "legal-review",
                             desk.in("El asesor jurídico está de acuerdo con una resolución, o la devuelve",
                                     "The legal adviser agrees with a resolution, or returns it"),
                             "troquel certificate legal-review SOL-2026-000012 --draft 2 --verdict agreed");
    addId(legal, desk, options, "Solicitud", "Request");
    legal->add_option("--draft", options->draft, desk.in("Borrador que leyó", "Draft that was read"))->required();
    legal
        ->add_option("--verdict", options->verdict,
                     desk.in("agreed (de acuerdo), returned (se devuelve)", "agreed, returned"))
        ->required();
    legal->add_option("--remarks", options->reason,
                      desk.in("Observaciones, o el dictamen; al devolver hacen falta",
                              "Remarks, or the opinion; needed where it is returned"));
    legal->callback([options, &desk] {
        desk.ask(contract::CertificateLegalReview{options->id, options->draft, options->verdict, options->reason});
        desk.done();
    });
}

template <class Request>
void addWithReason(CLI::App& family, Desk& desk, const Options& options, const char* name, const std::string& what,
                   const std::string& example) {
    auto* command = addCommand(family, desk, name, what, example);
    addId(command, desk, options, "Solicitud o número", "Request or number");
    command->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    command->callback([options, &desk] {
        desk.ask(Request{options->id, options->reason});
        desk.done();
    });
}

void addSignCommands(CLI::App& family, Desk& desk, const Options& options) {
    auto* signing = addCommand(family, desk, "sign",
                               desk.in("Numera, sella y firma borradores confrontados; pide la contraseña de su llave",
                                       "Numbers, seals and signs reviewed drafts; asks for the secret of your key"),
                               "troquel certificate sign SOL-2026-000012 SOL-2026-000013 --endorser sofia");
    signing->add_option("requests", options->requests, desk.in("Solicitudes", "Requests"))->required();
    signing->add_option("--endorser", options->endorser, desk.in("Quién dará el visto bueno", "Who will endorse"));
    signing->callback([options, &desk] {
        contract::CertificateSign asked{options->requests, askSecret(desk), {}};
        if (!options->endorser.empty()) asked.endorser = options->endorser;
        sayAll(desk, desk.ask(asked));
    });

    auto* endorsing =
        addCommand(family, desk, "endorse",
                   desk.in("Da el visto bueno con la segunda firma", "Endorses with the second signature"),
                   "troquel certificate endorse SOL-2026-000012");
    endorsing->add_option("requests", options->requests, desk.in("Solicitudes", "Requests"))->required();
    endorsing->callback([options, &desk] {
        sayAll(desk, desk.ask(contract::CertificateEndorse{options->requests, askSecret(desk)}));
    });
    addWithReason<contract::CertificateReturn>(
        family, desk, options, "return", desk.in("Devuelve a quien redactó, con observaciones", "Returns with remarks"),
        "troquel certificate return SOL-2026-000012 --reason 'Falta el segundo apellido'");
    addWithReason<contract::CertificateCancel>(family, desk, options, "cancel",
                                               desk.in("Da por terminada una solicitud", "Ends a request"),
                                               "troquel certificate cancel SOL-2026-000012 --reason 'Desistió'");
    addWithReason<contract::CertificateAnnul>(
        family, desk, options, "annul",
        desk.in("Anula para siempre lo que ya se emitió; dos personas", "Annuls what was issued for good; two people"),
        "troquel certificate annul CM-CENTRAL-2026-000004 --reason 'Error en el registro' --as carla --second sofia");
}

void addLookingCommands(CLI::App& family, Desk& desk, const Options& options) {
    auto* all = addCommand(family, desk, "list", desk.in("Solicitudes y su etapa", "Requests and their stage"),
                           "troquel certificate list --stage drafted");
    all->add_option(
        "--stage", options->stage,
        desk.in(
            "requested, drafted, in_legal_review, reviewed, signed, issued, delivered, archived, cancelled, annulled, "
            "uncollected (sin recoger), open (por atender), all (todas)",
            "requested, drafted, in_legal_review, reviewed, signed, issued, delivered, archived, cancelled, annulled, "
            "uncollected, open, all"));
    all->callback([options, &desk] { list(desk, *options); });

    addCommand(family, desk, "awaiting", desk.in("Lo que espera a quien pregunta", "What awaits whoever asks"),
               "troquel certificate awaiting")
        ->callback([&desk] { listAwaiting(desk); });

    auto* one = addCommand(family, desk, "show",
                           desk.in("Todo sobre una solicitud, un número o un código de verificación",
                                   "All about a request, a number or a verification code"),
                           "troquel certificate show 7KQM-2F9X-TD4A");
    addId(one, desk, options, "Solicitud, número o código", "Request, number or code");
    one->callback([options, &desk] { show(desk, *options); });

    auto* save =
        addCommand(family, desk, "export",
                   desk.in("Guarda el PDF firmado y lo que declara", "Saves the signed PDF and what it states"),
                   "troquel certificate export CM-CENTRAL-2026-000004 --out entrega");
    addId(save, desk, options, "Número", "Number");
    save->add_option("--out", options->out, desk.in("Carpeta", "Folder"))->required();
    save->callback([options, &desk] { exportFiles(desk, *options); });
}

}  // namespace

void addCertificateCommands(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<CertificateOptions>();
    auto* family = addCommand(program, desk, "certificate",
                              desk.in("Certificaciones, constancias y resoluciones, de la solicitud a la entrega",
                                      "Certificates, attestations and resolutions, from request to hand-over"),
                              "troquel certificate list");
    family->require_subcommand(1);
    addRequestCommands(*family, desk, options);
    addDraftCommands(*family, desk, options);
    addSignCommands(*family, desk, options);
    addLookingCommands(*family, desk, options);
    addHandOverCommands(*family, desk);
    addProofCommands(*family, desk);
}

}  // namespace cli
