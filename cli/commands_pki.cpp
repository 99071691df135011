// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>

#include "base/files.hpp"
#include "cli/commands_pki.hpp"
#include "cli/judging.hpp"
#include "cli/terminal.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestPkiFile = std::size_t{16} * 1024 * 1024, kLargestCertificate = std::size_t{32} * 1024;

struct LintOptions {
    std::vector<std::string> files;
    std::string kind, issuer;
};

struct ListOptions {
    std::string list, folder;
    std::vector<std::string> anchors;
};

void printObject(const Desk& desk, const contract::PkiObject& object) {
    std::cout << "  " << (object.place.empty() ? "" : desk.word(object.place) + ": ")
              << (object.kind == "unknown" ? desk.in("sin reconocer", "not recognised") : desk.word(object.kind))
              << (object.name.empty() ? "" : "  " + object.name) << '\n';
    for (const auto& finding : object.findings) {
        std::cout << "    ";
        printFinding(desk, finding);
    }
}

void printFile(const Desk& desk, const contract::PkiFile& file) {
    std::cout << file.name << ": " << tallyOf(desk, file.deviations, file.advice) << ", "
              << counted(std::ssize(file.objects), desk.in("objeto", "object"), desk.in("objetos", "objects")) << '\n';
    for (const auto& object : file.objects)
        if (file.objects.size() == 1 || !object.findings.empty()) printObject(desk, object);
}

void lint(Desk& desk, const LintOptions& options) {
    contract::PkiWasLinted all;
    std::int64_t deviations = 0;
    for (const auto& file : options.files) {
        contract::PkiLint request;
        request.files.push_back({file, readArgument(desk, file, kLargestPkiFile)});
        if (!options.kind.empty()) request.kind = options.kind;
        if (!options.issuer.empty()) request.issuer = readArgument(desk, options.issuer, kLargestPkiFile);
        for (auto& judged : judge(desk, request).files) {
            deviations += judged.deviations;
            if (!desk.json) printFile(desk, judged);
            if (desk.json) all.files.push_back(std::move(judged));
        }
    }
    desk.show(all, [](const auto&) {});
    if (deviations > 0) throw Refused{};
}

void addLint(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<LintOptions>();
    auto* linting = addCommand(
        family, desk, "lint",
        desk.in("Nombra cada desviación del Doc 9303-12 en certificados, listas de revocación y listas maestras",
                "Names each deviation from Doc 9303-12 in certificates, revocation lists and master lists"),
        "troquel pki lint csca.cer ds.cer --issuer csca.cer");
    linting
        ->add_option("file", options->files, desk.in("Archivos, en DER, PEM o base64", "Files, in DER, PEM or base64"))
        ->required();
    linting->add_option(
        "--kind", options->kind,
        desk.in("Perfil de los certificados, si no lo dicen: csca, csca-link, document-signer, "
                "master-list-signer, deviation-list-signer, communication, lds2-signer, bar-code-signer",
                "Profile of the certificates, where they do not tell: csca, csca-link, document-signer, "
                "master-list-signer, deviation-list-signer, communication, lds2-signer, bar-code-signer"));
    linting->add_option("--issuer", options->issuer,
                        desk.in("Certificado que emitió lo que se examina", "Certificate that issued what is judged"));
    linting->callback([options, &desk] { lint(desk, *options); });
}

void save(const std::string& folder, const std::vector<contract::NamedFile>& files) {
    std::filesystem::create_directories(folder);
    for (const auto& file : files)
        base::writeFileDurably(std::filesystem::path{folder} / std::filesystem::path{file.name}.filename(),
                               file.content);
}

std::vector<contract::NamedFile> filesIn(const Desk& desk, const std::vector<std::string>& names, std::size_t limit) {
    std::vector<contract::NamedFile> files;
    for (const auto& name : names) files.push_back({name, readArgument(desk, name, limit)});
    return files;
}

void printRead(const Desk& desk, const contract::MasterListRead& read) {
    std::cout << desk.in("Firmada por: ", "Signed by: ") << read.signer << "  (" << read.authority << ")  "
              << secondOf(read.signingTime) << '\n'
              << desk.in("Certificados: ", "Certificates: ") << read.certificates.size() << '\n';
    for (const auto& fault : read.unusable)
        std::cout << desk.in("No se puede usar: ", "Cannot be used: ") << desk.sentence(fault.asFault()) << '\n';
    for (const auto& reason : read.reasons) std::cout << desk.sentence(reason.asFault()) << '\n';
    std::cout << (read.trusted
                      ? desk.in("La lista es de confianza.", "The list is trusted.")
                      : desk.in("La lista NO es de confianza: no la use.", "The list is NOT trusted: do not use it."))
              << '\n';
}

void addReading(CLI::App& family, Desk& desk, const std::shared_ptr<ListOptions>& options) {
    auto* reading = addCommand(family, desk, "read-list",
                               desk.in("Comprueba la lista maestra de otro país y saca sus certificados",
                                       "Checks another country's master list and takes its certificates out"),
                               "troquel pki read-list DE.ml --anchor csca-de.cer --out paises");
    reading->add_option("list", options->list, desk.in("Lista maestra", "Master list"))->required();
    reading->add_option("--anchor", options->anchors,
                        desk.in("Certificado de la autoridad en que se confía (puede repetirse)",
                                "Certificate of the authority to trust (may be repeated)"));
    reading->add_option("--out", options->folder,
                        desk.in("Carpeta para los certificados", "Folder for the certificates"));
    reading->callback([options, &desk] {
        const auto read = judge(desk, contract::PkiReadList{readArgument(desk, options->list, kLargestPkiFile),
                                                            filesIn(desk, options->anchors, kLargestCertificate)});
        if (read.trusted && !options->folder.empty()) save(options->folder, read.certificates);
        desk.show(read, [&](const auto& told) { printRead(desk, told); });
        if (!read.trusted) throw Refused{};
    });
}

}  // namespace

void addPkiCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "pki",
                              desk.in("Claves del país: ceremonias, certificados, listas; examen de los de cualquiera",
                                      "The country's keys: ceremonies, certificates, lists; examination of anybody's"),
                              "troquel pki status");
    family->require_subcommand(1);
    addLint(*family, desk);
    addReading(*family, desk, std::make_shared<ListOptions>());
    addCeremonyCommands(*family, desk);
    addPublicationCommands(*family, desk);
}

}  // namespace cli
