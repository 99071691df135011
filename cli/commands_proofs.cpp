// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_proofs.hpp"
#include "contract/fault.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestAnchors = std::size_t{64} * 1024;

struct ProofOptions {
    std::string number, level, url, policy, anchors;
    std::int64_t days = 0;
    bool list = false;
    bool renew = false;
};
using Options = std::shared_ptr<ProofOptions>;

/// What became of all that was due.
struct ProvenBatch {
    std::vector<contract::CertificateProven> proven;
    std::vector<contract::FaultLine> refused;
    static constexpr std::array kFields{contract::field<&ProvenBatch::proven>("proven"),
                                        contract::field<&ProvenBatch::refused>("refused")};
};

/// Where nobody answered, nobody will for the next one either.
bool nobodyAnswers(const base::Refusal& refusal) {
    for (const auto& fault : refusal.faults())
        if (fault.code.name().starts_with("http.")) return true;
    return false;
}

void listDue(Desk& desk) {
    desk.show(desk.ask(contract::CertificateProofsDue{}), [&](const auto& answer) {
        if (answer.certificates.empty()) return desk.say("No hay pruebas pendientes.", "No proofs are due.");
        Table table{{desk.in("Número", "Number"), desk.in("Tiene", "Has"), desk.in("Vence", "Until"),
                     desk.in("Qué falta", "What is due")}};
        for (const auto& each : answer.certificates)
            table.add({each.number, each.level, each.archiveUntil,
                       each.due == "renewal" ? desk.in("renovar su sello de tiempo", "renew its time-stamp")
                                             : desk.in("llegar a ", "reach ") + answer.level});
        table.print();
    });
}

std::string lineOf(const Desk& desk, const contract::CertificateProven& proven) {
    return fmt::format("{}  {}{}", proven.number, proven.level,
                       proven.archiveUntil.empty() ? "" : desk.in("  hasta ", "  until ") + proven.archiveUntil);
}

void sayUnreachable(const Desk& desk, const std::vector<std::string>& addresses) {
    for (const auto& address : addresses)
        std::cout << desk.in("No contestó y sirvió otra dirección; avise a quien lo administra: ",
                             "Did not answer and another address served; tell whoever runs it: ")
                  << address << '\n';
}

void proveOne(Desk& desk, const ProofOptions& options) {
    desk.show(desk.ask(contract::CertificateProve{options.number, options.renew, {}}), [&](const auto& answer) {
        std::cout << lineOf(desk, answer) << '\n';
        sayUnreachable(desk, answer.unreachable);
    });
}

void sayStopped(const Desk& desk, std::size_t left) {
    if (left == 0) return;
    desk.say("Nadie contesta en la red; se detuvo. Lo que falta queda pendiente: repita después.",
             "Nobody answers on the network; stopped. What is left stays due: repeat later.");
}

/// One act a certificate: what is done stays done, wherever it stops.
void proveAllDue(Desk& desk) {
    const auto due = desk.ask(contract::CertificateProofsDue{}).certificates;
    ProvenBatch batch;
    std::vector<std::string> unreachable;
    std::size_t done = 0;
    for (const auto& each : due) {
        auto answer =
            desk.office().ask(desk.credentials(), contract::CertificateProve{each.number, false, unreachable});
        const auto place = fmt::format("{}/{}  ", ++done, due.size());
        if (answer) {
            if (!desk.json) std::cout << place << lineOf(desk, *answer) << std::endl;
            unreachable = answer->unreachable;
            batch.proven.push_back(std::move(*answer));
            continue;
        }
        for (const auto& fault : answer.refusal().faults()) {
            if (!desk.json) std::cout << place << each.number << "  " << desk.sentence(fault) << std::endl;
            batch.refused.push_back(contract::FaultLine::of(fault));
        }
        if (nobodyAnswers(answer.refusal())) break;
    }
    desk.show(batch, [&](const ProvenBatch& all) {
        std::cout << fmt::format(fmt::runtime(desk.in("Completadas: {} de {}.", "Completed: {} of {}.")),
                                 all.proven.size(), due.size())
                  << '\n';
        sayUnreachable(desk, unreachable);
        sayStopped(desk, due.size() - done);
    });
    if (!batch.refused.empty()) throw Refused{};
}

void sayLevel(const Desk& desk, const contract::SignatureLevelTold& level) {
    desk.show(level, [&](const auto& answer) {
        std::cout << desk.in("Nivel de las firmas: ", "Level of signatures: ") << answer.level << '\n';
        if (answer.timestampUrl.empty()) return;
        std::cout << desk.in("Autoridad de sellado de tiempo: ", "Time-stamping authority: ") << answer.timestampUrl
                  << '\n';
        if (!answer.timestampPolicy.empty())
            std::cout << desk.in("Política que se le pide: ", "Policy asked for: ") << answer.timestampPolicy << '\n';
        for (const auto& anchor : answer.anchors)
            std::cout << desk.in("Raíz en que se confía: ", "Trusted root: ") << anchor << '\n';
        std::cout << fmt::format(fmt::runtime(desk.in("Se renueva {} días antes de que venza.",
                                                      "Renewed {} days before its end.")),
                                 answer.renewalDays)
                  << '\n';
    });
}

void setLevel(Desk& desk, const ProofOptions& options) {
    contract::SignatureLevelSet asked{options.level, {}, {}, {}, {}};
    if (!options.url.empty()) asked.timestampUrl = options.url;
    if (!options.policy.empty()) asked.timestampPolicy = options.policy;
    if (!options.anchors.empty()) asked.anchors = readArgument(desk, options.anchors, kLargestAnchors);
    if (options.days != 0) asked.renewalDays = options.days;
    sayLevel(desk, desk.ask(asked));
}

void addProve(CLI::App& family, Desk& desk, const Options& options) {
    auto* command = addCommand(
        family, desk, "prove",
        desk.in("Completa y renueva las pruebas de largo plazo de lo que ya se firmó: todo lo pendiente, o un número",
                "Completes and renews the long-term proofs of what was signed: all that is due, or one number"),
        "troquel certificate prove --list");
    command->add_option("number", options->number, desk.in("Solo este número", "This number only"));
    command->add_flag("--list", options->list, desk.in("Solo muestra lo pendiente", "Only shows what is due"));
    command->add_flag("--renew", options->renew,
                      desk.in("Renueva este número aunque todavía no venza", "Renews this number before it is due"));
    command->callback([options, &desk] {
        if (options->list) return listDue(desk);
        options->number.empty() ? proveAllDue(desk) : proveOne(desk, *options);
    });
}

void addSignatureLevel(CLI::App& family, Desk& desk, const Options& options) {
    auto* command = addCommand(
        family, desk, "signature-level",
        desk.in("Hasta dónde se prueban las firmas: sin opciones lo muestra; con --level lo fija (dos personas)",
                "How far signatures are proven: shows it; with --level sets it (two people)"),
        "troquel certificate signature-level --level B-LTA --tsa https://sello.example/tsa --tsa-root raiz.pem --as "
        "sergio --second ana");
    command->add_option(
        "--level", options->level,
        desk.in("B-B (firma), B-T (con sello de tiempo), B-LT (con pruebas dentro), B-LTA (con sello de "
                "tiempo de archivo)",
                "B-B (signature), B-T (time-stamp), B-LT (proofs inside), B-LTA (archive time-stamp)"));
    command->add_option("--tsa", options->url,
                        desk.in("Dirección de la autoridad de sellado de tiempo, http o https",
                                "Address of the time-stamping authority, http or https"));
    command->add_option("--tsa-root", options->anchors,
                        desk.in("Archivo con los certificados raíz de la autoridad, PEM o DER",
                                "File with the root certificates of the authority, PEM or DER"));
    command->add_option("--tsa-policy", options->policy,
                        desk.in("Política que se le pide, un OID", "Policy that is asked for, an OID"));
    command->add_option("--renew-days", options->days,
                        desk.in("Días antes de su vencimiento en que se renueva; 90 si no se dice",
                                "Days before its end to renew; 90 if not said"));
    command->callback([options, &desk] {
        if (options->level.empty()) return sayLevel(desk, desk.ask(contract::SignatureLevelShow{}));
        setLevel(desk, *options);
    });
}

}  // namespace

void addProofCommands(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<ProofOptions>();
    addProve(family, desk, options);
    addSignatureLevel(family, desk, options);
}

}  // namespace cli
