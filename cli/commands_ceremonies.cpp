// SPDX-License-Identifier: GPL-3.0-or-later
// Key ceremonies: the commands of the family `pki` that change the key book.
#include <filesystem>
#include <iostream>

#include "base/files.hpp"
#include "cli/commands_pki.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_confidences.hpp"
#include "contract/acts_of_keys.hpp"

namespace cli {
namespace {

struct CeremonyOptions {
    std::string entry, reason, reference, name, contact, algorithm, purpose = "document-signer", renewed, from, code;
    std::vector<std::string> types;
    std::int64_t documents = 0, months = 0;
    std::string out;
};
using Options = std::shared_ptr<CeremonyOptions>;

std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional{text}; }
std::optional<std::int64_t> given(std::int64_t number, const CLI::Option& option) {
    return option.count() == 0 ? std::nullopt : std::optional{number};
}

void save(const std::string& folder, const std::vector<contract::NamedFile>& files) {
    if (folder.empty()) return;
    std::filesystem::create_directories(folder);
    for (const auto& file : files)
        base::writeFileDurably(std::filesystem::path{folder} / std::filesystem::path{file.name}.filename(),
                               file.content);
}

std::string stateOf(const Desk& desk, const contract::KeyLine& key) {
    return desk.word(key.state) + (key.revoked.empty() ? "" : desk.in(", revocada", ", revoked"));
}

std::string countOf(const contract::KeyLine& key) {
    if (key.purpose != "document-signer") return {};
    return std::to_string(key.documents) + (key.mostDocuments ? " / " + std::to_string(*key.mostDocuments) : "");
}

void printKeys(const Desk& desk, const std::vector<contract::KeyLine>& keys) {
    Table table{{desk.in("Entrada", "Entry"), desk.in("Clase", "Kind"), desk.in("Estado", "State"),
                 desk.in("Firma desde", "Signs from"), desk.in("Hasta", "Until"), desk.in("Documentos", "Documents"),
                 desk.in("Publicación", "Publication")}};
    for (const auto& key : keys)
        table.add({key.entry, desk.word(key.purpose), stateOf(desk, key), key.useFrom.substr(0, 10),
                   key.useUntil.substr(0, 10), countOf(key), key.publication});
    table.print();
}

void printStatus(const Desk& desk, const contract::PkiStatusTold& told) {
    printKeys(desk, told.keys);
    std::cout << '\n';
    if (told.revocationList)
        std::cout << desk.in("Lista de revocación: ", "Revocation list: ") << *told.revocationList
                  << desk.in(", rige hasta ", ", in force until ") << secondOf(told.nextUpdate) << '\n';
    if (told.masterList)
        std::cout << desk.in("Lista maestra: ", "Master list: ") << *told.masterList << ", "
                  << secondOf(told.masterListTime) << '\n';
    for (const auto& line : told.notices)
        std::cout << (line.grade == "alarm" ? desk.in("ALARMA: ", "ALARM: ") : desk.in("Aviso: ", "Notice: "))
                  << desk.sentence(line.notice.asFault()) << '\n';
    if (told.notices.empty()) std::cout << desk.in("Todo está al día.", "Nothing is to be done.") << '\n';
}

void showMade(const Desk& desk, const CeremonyOptions& options, const contract::KeysMade& made) {
    save(options.out, made.files);
    desk.show(made, [&](const auto& answer) {
        printKeys(desk, answer.keys);
        for (const auto& key : answer.keys) std::cout << key.entry << "  SHA-256 " << key.sha256 << '\n';
    });
}

void showEnd(const Desk& desk, const contract::KeyEnded& ended) {
    desk.show(ended, [&](const auto& answer) {
        std::cout << desk.in("La clave privada ya no existe: ", "The private key is gone: ")
                  << (answer.entry.empty() ? "" : answer.entry + "  ") << answer.key << '\n'
                  << desk.in("Prueba: no está entre las ", "Proof: it is not among the ") << answer.keysLeft
                  << desk.in(" claves del almacén, que se niega a describirla y a firmar con ella.",
                             " keys of the store, which refuses to describe it and to sign with it.")
                  << '\n';
        if (!answer.successor.empty()) std::cout << desk.in("Firma ahora: ", "Signs now: ") << answer.successor << '\n';
    });
}

void addEntry(CLI::App* command, const Desk& desk, const Options& options) {
    command
        ->add_option("entry", options->entry,
                     desk.in("Entrada del libro de claves, como DS-0002 (vea «pki status»)",
                             "Entry of the key book, as DS-0002 (see “pki status”)"))
        ->required();
}

void addOut(CLI::App* command, const Desk& desk, const Options& options) {
    command->add_option("--out", options->out,
                        desk.in("Carpeta para los certificados hechos", "Folder for the certificates made"));
}

void addAlgorithm(CLI::App* command, const Desk& desk, const Options& options) {
    command->add_option("--algorithm", options->algorithm,
                        desk.in("ecdsa-p256, ecdsa-p384, ecdsa-brainpoolp256r1, ecdsa-brainpoolp384r1, rsa-3072-pss, "
                                "rsa-4096-pss…; si no se dice, el usual de su clase",
                                "ecdsa-p256, ecdsa-p384, ecdsa-brainpoolp256r1, ecdsa-brainpoolp384r1, rsa-3072-pss, "
                                "rsa-4096-pss…; the usual one of its kind where not given"));
}

void addCountrySigners(CLI::App& family, Desk& desk, const Options& options) {
    const auto addCommon = [&](CLI::App* command) {
        command->add_option("--name", options->name,
                            desk.in("Nombre común nuevo; si no se dice, el de la CSCA anterior",
                                    "New common name; the former CSCA's where not given"));
        command->add_option("--contact", options->contact,
                            desk.in("Correo que figura en el certificado", "E-mail that stands in the certificate"));
        addAlgorithm(command, desk, options);
        addOut(command, desk, options);
    };
    auto* rollOver =
        addCommand(family, desk, "roll-over",
                   desk.in("Releva a la CSCA: hace la nueva y el enlace que firma la anterior. Publíquela y "
                           "espere dos días: el relevo ocurre solo. Dos personas",
                           "Succeeds the CSCA: makes the new one and the link that the old one signs. Publish "
                           "it and wait two days: it takes over by itself. Two people"),
                   "troquel pki roll-over --name 'CSCA Guatemala G2' --out csca-nueva --as ana --second eva");
    addCommon(rollOver);
    rollOver->callback([options, &desk] {
        showMade(
            desk, *options,
            desk.ask(contract::PkiRollOver{given(options->name), given(options->contact), given(options->algorithm)}));
    });
    auto* fresh =
        addCommand(family, desk, "new-csca",
                   desk.in("Hace una CSCA sin enlace: solo si la clave anterior se perdió o ya no puede firmar. "
                           "Dos personas",
                           "Makes a CSCA without a link: only where the old key is lost or may sign no more. "
                           "Two people"),
                   "troquel pki new-csca --reason 'Se perdió el dispositivo' --as ana --second eva");
    fresh->add_option("--reason", options->reason, desk.in("Razón", "Reason"))->required();
    addCommon(fresh);
    fresh->callback([options, &desk] {
        showMade(desk, *options,
                 desk.ask(contract::PkiNewCsca{options->reason, given(options->name), given(options->contact),
                                               given(options->algorithm)}));
    });
}

void addNewSigner(CLI::App& family, Desk& desk, const Options& options) {
    auto* command = addCommand(
        family, desk, "new-signer",
        desk.in(
            "Hace un firmante y su certificado. Firma hasta lo primero que llegue: sus documentos o sus meses. No se "
            "usa antes de publicarlo. Dos personas",
            "Makes a signer and its certificate. It signs until its documents or its months are over, whichever comes "
            "first. It is not used before it is published. Two people"),
        "troquel pki new-signer --documents 50000 --months 3 --out firmante --as ana --second eva");
    command->add_option("--purpose", options->purpose,
                        desk.in("document-signer (si no se dice otra), master-list-signer, seal-signer, act-signer",
                                "document-signer (where not given), master-list-signer, seal-signer, act-signer"));
    auto* documents = command->add_option("--documents", options->documents,
                                          desk.in("Cuántos documentos puede firmar; sin límite si no se dice",
                                                  "How many documents it may sign; no limit where not given"));
    auto* months =
        command->add_option("--months", options->months,
                            desk.in("Cuántos meses firma; por omisión y a lo sumo 3 un firmante de documentos",
                                    "How many months it signs; 3 by default and at most for a document signer"));
    command->add_option("--from", options->from,
                        desk.in("Día desde el que firma, año-mes-día: el último del firmante actual",
                                "Day from which it signs, year-month-day: the last one of the present signer"));
    command->add_option("--type", options->types,
                        desk.in("Códigos de documento que puede firmar (puede repetirse); P e I si no se dice",
                                "Document codes that it may sign (may be repeated); P and I where not given"));
    command->add_option("--code", options->code,
                        desk.in("De un firmante de sellos: los dos últimos caracteres de su identificador",
                                "Of a seal signer: the last two characters of its identifier"));
    addAlgorithm(command, desk, options);
    addOut(command, desk, options);
    command->callback([options, &desk, documents, months] {
        const contract::PkiNewSigner asked{options->purpose,
                                           given(options->documents, *documents),
                                           given(options->months, *months),
                                           given(options->from),
                                           options->types,
                                           given(options->code),
                                           given(options->algorithm)};
        showMade(desk, *options, desk.ask(asked));
    });
}

void addRenewal(CLI::App& family, Desk& desk, const Options& options) {
    auto* renew = addCommand(
        family, desk, "renew",
        desk.in("Renueva una clave que la institución certifica para sí misma. La nueva firma desde ahora; la anterior "
                "queda para comprobar lo que firmó. Dos personas",
                "Renews a key that the institution certifies for itself. The new one signs from now on; the one before "
                "is kept for checking what it signed. Two people"),
        "troquel pki renew journal-checkpoint --as ana --second eva");
    renew
        ->add_option("purpose", options->renewed,
                     desk.in("house-authority (certifica a quienes firman), operational-root (certifica la clave del "
                             "diario) o journal-checkpoint (sella el diario)",
                             "house-authority (certifies those who sign), operational-root (certifies the journal's "
                             "key) or journal-checkpoint (seals the journal)"))
        ->required();
    addAlgorithm(renew, desk, options);
    addOut(renew, desk, options);
    renew->callback([options, &desk] {
        showMade(desk, *options, desk.ask(contract::PkiRenew{options->renewed, given(options->algorithm)}));
    });
}

void addConfidences(CLI::App& family, Desk& desk) {
    auto* showing = addCommand(
        family, desk, "confidential",
        desk.in(
            "Versiones de la clave que mantiene cifrado a quien la ley protege: refugiados, asilados y solicitantes",
            "Versions of the key that keeps sealed whom the law protects: refugees, asylees and applicants"),
        "troquel pki confidential");
    showing->callback([&desk] {
        desk.show(desk.ask(contract::ConfidentialStatus{}), [&](const auto& told) {
            if (told.versions.empty())
                return desk.done("Todavía no hay nadie reservado; la clave se hace con el primero.",
                                 "Nobody is confidential yet; the key is made with the first.");
            Table table{{desk.in("Versión", "Version"), desk.in("Clave", "Key"), desk.in("Hecha", "Made"),
                         desk.in("Por", "By"), desk.in("Expedientes", "Files"), desk.in("Destruida", "Destroyed")}};
            for (const auto& each : told.versions)
                table.add({std::to_string(each.version), each.key, secondOf(each.madeAt), each.madeBy,
                           std::to_string(each.subjects), secondOf(each.destroyedAt)});
            table.print();
        });
    });
    auto* rotating = addCommand(
        family, desk, "rotate-confidential",
        desk.in("Cambia esa clave: hace otra, pasa a ella todos los expedientes y destruye la anterior. Si se "
                "interrumpe, repítalo. Dos personas",
                "Changes that key: makes another, brings all files under it and destroys the one before. Where it was "
                "broken off, do it again. Two people"),
        "troquel pki rotate-confidential --as ana --second eva");
    rotating->callback([&desk] {
        desk.show(desk.ask(contract::ConfidentialRotate{}), [&](const auto& rotated) {
            desk.done("Clave de los expedientes reservados, versión " + std::to_string(rotated.version) + ": " +
                          std::to_string(rotated.subjects) + " expedientes pasados, " +
                          std::to_string(rotated.destroyed.size()) + " versiones destruidas",
                      "Confidential key, version " + std::to_string(rotated.version) + ": " +
                          std::to_string(rotated.subjects) + " files brought under it, " +
                          std::to_string(rotated.destroyed.size()) + " versions destroyed");
        });
    });
}

void addPublication(CLI::App& family, Desk& desk, const Options& options) {
    auto* publish =
        addCommand(family, desk, "publish",
                   desk.in("Anota que un certificado está publicado y dónde: solo desde entonces se usa. El "
                           "enlace va con su CSCA. Dos personas",
                           "Notes that a certificate is published and where: it is used from then on only. A "
                           "link goes with its CSCA. Two people"),
                   "troquel pki publish DS-0002 --reference 'ICAO PKD, carga 2026-117' --as ana --second eva");
    addEntry(publish, desk, options);
    publish
        ->add_option("--reference", options->reference,
                     desk.in("Dónde y con qué número se publicó", "Where and under which number it was published"))
        ->required();
    publish->callback([options, &desk] {
        showMade(desk, *options, desk.ask(contract::PkiPublish{options->entry, options->reference}));
    });
}

void addEndings(CLI::App& family, Desk& desk, const Options& options) {
    const auto addReason = [&](CLI::App* command) {
        command->add_option("--reason", options->reason, desk.in("Razón", "Reason"))->required();
    };
    auto* revoke =
        addCommand(family, desk, "revoke",
                   desk.in("Revoca un certificado: su clave no firma más. Emita después la lista, en menos de 48 "
                           "horas. Dos personas",
                           "Revokes a certificate: its key signs no more. Issue the list then, within 48 hours. "
                           "Two people"),
                   "troquel pki revoke DS-0001 --reason 'Clave comprometida' --as ana --second eva");
    addEntry(revoke, desk, options);
    addReason(revoke);
    revoke->callback([options, &desk] {
        showMade(desk, *options, desk.ask(contract::PkiRevoke{options->entry, options->reason}));
    });
    auto* retire =
        addCommand(family, desk, "retire",
                   desk.in("Destruye para siempre una clave privada y prueba que ya no existe. Si firma ahora, "
                           "la releva la que espera. Dos personas",
                           "Destroys a private key for good and proves that it is gone. If it signs now, the one "
                           "that stands by succeeds it. Two people"),
                   "troquel pki retire DS-0001 --reason 'Fin de su uso' --as ana --second eva");
    addEntry(retire, desk, options);
    addReason(retire);
    retire->callback([options, &desk] {
        showEnd(desk, desk.ask(contract::PkiRetire{options->entry, options->reason}));
    });
    auto* discard = addCommand(family, desk, "discard",
                               desk.in("Destruye una clave que dejó una ceremonia interrumpida. Dos personas",
                                       "Destroys a key that an interrupted ceremony left. Two people"),
                               "troquel pki discard 5f0c… --as ana --second eva");
    discard
        ->add_option("key", options->entry,
                     desk.in("Clave del almacén que señala «pki status»", "Key of the store that “pki status” names"))
        ->required();
    discard->callback([options, &desk] { showEnd(desk, desk.ask(contract::PkiDiscard{options->entry})); });
}

}  // namespace

void addCeremonyCommands(CLI::App& family, Desk& desk) {
    const auto options = std::make_shared<CeremonyOptions>();
    addCommand(family, desk, "status",
               desk.in("Todas las claves certificadas, qué vence y qué falta hacer",
                       "All certified keys, what runs out and what is to be done"),
               "troquel pki status")
        ->callback([&desk] {
            desk.show(desk.ask(contract::PkiStatus{}), [&](const auto& told) { printStatus(desk, told); });
        });
    addCountrySigners(family, desk, options);
    addNewSigner(family, desk, options);
    addRenewal(family, desk, options);
    addConfidences(family, desk);
    addPublication(family, desk, options);
    addEndings(family, desk, options);
}

}  // namespace cli
