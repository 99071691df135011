// SPDX-License-Identifier: GPL-3.0-or-later
// The lists that the house issues, and what goes to the public key directory.
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "base/files.hpp"
#include "cli/commands_pki.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_keys.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestCertificate = std::size_t{32} * 1024;

struct PublicationOptions {
    std::vector<std::string> include;
    std::int64_t days = 90;
    bool house = false;
    std::string out, ldif, base;
};
using Options = std::shared_ptr<PublicationOptions>;

/// Lists of authorities before are written beside the one that was asked for, under names of their own.
std::vector<std::pair<std::filesystem::path, const contract::NamedFile*>> formerFiles(
    const PublicationOptions& options, const contract::ListIssued& issued) {
    std::vector<std::pair<std::filesystem::path, const contract::NamedFile*>> files;
    if (options.out.empty()) return files;
    for (const auto& list : issued.former)
        files.emplace_back(std::filesystem::path{options.out}.replace_filename(list.name), &list);
    return files;
}

void showList(const Desk& desk, const PublicationOptions& options, contract::ListIssued issued) {
    const auto former = formerFiles(options, issued);
    if (!options.out.empty()) base::writeFileDurably(options.out, issued.file.content);
    for (const auto& [file, list] : former) base::writeFileDurably(file, list->content);
    desk.show(issued, [&](const auto& list) {
        std::cout << desk.in("Lista ", "List ") << list.number << desk.in(", firmada por ", ", signed by ")
                  << list.signer
                  << (list.nextUpdate.empty() ? desk.in(", certificados: ", ", certificates: ")
                                              : desk.in(", revocados: ", ", revoked: "))
                  << list.contents << '\n';
        if (!list.nextUpdate.empty())
            std::cout << desk.in("Rige hasta ", "In force until ") << secondOf(list.nextUpdate) << '\n';
        if (!options.out.empty()) std::cout << options.out << '\n';
        if (!list.former.empty())
            std::cout << desk.in("Y de autoridades anteriores, por lo que certificaron: ",
                                 "And of authorities before, for what they certified: ")
                      << list.former.size() << '\n';
        for (const auto& [file, octets] : former) std::cout << file.string() << '\n';
    });
}

void addLists(CLI::App& family, Desk& desk, const Options& options) {
    auto* crl =
        addCommand(family, desk, "crl",
                   desk.in("Emite la lista de revocación del país, aunque no haya nada revocado: al menos cada 90 "
                           "días y no antes de 48 horas. Dos personas",
                           "Issues the country's revocation list, even where nothing is revoked: at least every 90 "
                           "days and not within 48 hours. Two people"),
                   "troquel pki crl --out GTM.crl --as ana --second eva");
    crl->add_option("--days", options->days, desk.in("Cuántos días rige, hasta 90", "Days in force, up to 90"));
    crl->add_option("--out", options->out, desk.in("Archivo", "File"));
    crl->add_flag("--house", options->house,
                  desk.in("La de la autoridad de firmas de la casa (constancias, actas), en cualquier momento",
                          "The one of the house's authority for signatures (certificates, records), at any time"));
    crl->callback([options, &desk] {
        contract::PkiCrl request{options->days};
        if (options->house) request.authority = "house-authority";
        showList(desk, *options, desk.ask(request));
    });

    auto* list =
        addCommand(family, desk, "master-list",
                   desk.in("Firma la lista maestra propia: nuestras CSCA y enlaces, y los certificados de otros "
                           "países que ambas personas aceptan. Dos personas",
                           "Signs our master list: our CSCAs and links, and certificates of other countries that "
                           "both people accept. Two people"),
                   "troquel pki master-list --include paises/*.cer --out GTM.ml --as ana --second eva");
    list->add_option("--include", options->include,
                     desk.in("Certificados CSCA de otros países (puede repetirse)",
                             "CSCA certificates of other countries (may be repeated)"));
    list->add_option("--out", options->out, desk.in("Archivo", "File"));
    list->callback([options, &desk] {
        contract::PkiMasterList asked;
        for (const auto& file : options->include)
            asked.certificates.push_back({file, readArgument(desk, file, kLargestCertificate)});
        showList(desk, *options, desk.ask(asked));
    });
}

void addExport(CLI::App& family, Desk& desk, const Options& options) {
    auto* directory =
        addCommand(family, desk, "export",
                   desk.in("Saca lo que va al directorio de claves públicas (LDIF), y cada certificado y "
                           "lista como archivo",
                           "Writes what goes to the public key directory (LDIF), and each certificate and "
                           "list as a file"),
                   "troquel pki export --ldif guatemala.ldif --out publicar");
    directory->add_option("--ldif", options->ldif, desk.in("Archivo LDIF", "LDIF file"));
    directory->add_option("--out", options->out, desk.in("Carpeta para los archivos", "Folder for the files"));
    directory->add_option("--base", options->base,
                          desk.in("Rama del directorio; si no se dice, la del directorio de la OACI",
                                  "Branch of the directory; that of ICAO's where not given"));
    directory->callback([options, &desk] {
        auto files =
            desk.ask(contract::PkiDirectory{options->base.empty() ? std::nullopt : std::optional{options->base}}).files;
        const auto ldif = std::ranges::find(files, "directory.ldif", &contract::NamedFile::name);
        if (!options->ldif.empty()) base::writeFileDurably(options->ldif, ldif->content);
        files.erase(ldif);
        if (!options->out.empty()) std::filesystem::create_directories(options->out);
        for (const auto& file : files)
            if (!options->out.empty())
                base::writeFileDurably(
                    std::filesystem::path{options->out} / std::filesystem::path{file.name}.filename(), file.content);
        desk.done("Archivos: " + std::to_string(files.size()), "Files: " + std::to_string(files.size()));
    });
}

}  // namespace

void addPublicationCommands(CLI::App& family, Desk& desk) {
    const auto options = std::make_shared<PublicationOptions>();
    addLists(family, desk, options);
    addExport(family, desk, options);
}

}  // namespace cli
