// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "cli/commands_verify.hpp"
#include "cli/judging.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_certificates.hpp"

namespace cli {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestDocument = std::size_t{64} * 1024 * 1024;
constexpr std::size_t kLargestTrusted = std::size_t{4} * 1024 * 1024;

struct VerifyOptions {
    std::string file, trust;
    bool books = false;
};

struct Told {
    std::string_view verdict, spanish, english;
};
constexpr Told kVerdicts[] = {
    {"authentic", "AUTÉNTICO: firmado por quien dice y sin cambios.", "AUTHENTIC: signed by whom it says, unchanged."},
    {"authentic-seal", "SELLO AUTÉNTICO: compare usted lo que dice el sello con lo que dice la página.",
     "AUTHENTIC SEAL: compare what the seal states with what the page says."},
    {"annulled", "ANULADO: el documento es nuestro, pero ya no vale.",
     "ANNULLED: the document is ours and holds no more."},
    {"doubtful", "DUDOSO: lo firmado no cambió, pero lo que se ve puede depender del programa. No lo acepte.",
     "DOUBTFUL: what was signed is unchanged, but what is seen may depend on the reader. Do not accept it."},
    {"altered", "ALTERADO: no lo acepte.", "ALTERED: do not accept it."},
    {"unknown-signer", "FIRMANTE DESCONOCIDO: no se sabe quién responde por él. No lo acepte.",
     "UNKNOWN SIGNER: nobody we know answers for it. Do not accept it."},
    {"not-ours", "NO ES NUESTRO: no se encontró firma ni sello de la casa.",
     "NOT OURS: no signature or seal of the house was found."},
    {"unreadable", "ILEGIBLE: no se pudo leer.", "UNREADABLE: it could not be read."},
};

bool isGood(const contract::FileVerified& said) {
    return said.verdict == "authentic" || said.verdict == "authentic-seal";
}

/// The certificates beside the document: DIR/pki for DIR/certificates/….pdf, else pki beside it.
std::filesystem::path trustBeside(const std::filesystem::path& file) {
    const auto folder = std::filesystem::absolute(file).parent_path();
    for (const auto& candidate : {folder / "pki", folder.parent_path() / "pki"})
        if (std::filesystem::is_directory(candidate)) return candidate;
    return {};
}

std::vector<contract::NamedFile> trusted(const Desk& desk, const VerifyOptions& options) {
    const auto folder = options.trust.empty() ? trustBeside(options.file) : std::filesystem::path{options.trust};
    std::vector<contract::NamedFile> files;
    if (folder.empty()) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        const auto ending = entry.path().extension();
        const bool wanted =
            ending == ".cer" || ending == ".crt" || ending == ".pem" || ending == ".der" || ending == ".crl";
        if (entry.is_regular_file() && wanted)
            files.push_back({std::filesystem::relative(entry.path(), folder).string(),
                             readArgument(desk, entry.path(), kLargestTrusted)});
    }
    std::ranges::sort(files, {}, &contract::NamedFile::name);
    return files;
}

/// "2026-11-26 23:25:46 UTC" of "D:20261126232546Z"; other forms stay as they are.
std::string claimedOf(const std::string& moment) {
    constexpr std::size_t kLength = sizeof("D:20261126232546Z") - 1;
    if (moment.size() != kLength || moment.back() != 'Z') return moment;
    const auto part = [&](std::size_t at, std::size_t length) { return moment.substr(at, length); };
    return part(2, 4) + "-" + part(6, 2) + "-" + part(8, 2) + " " + part(10, 2) + ":" + part(12, 2) + ":" +
           part(14, 2) + " UTC";
}

void printSignature(const Desk& desk, const contract::VerifiedSignature& each) {
    const bool ofTime = each.kind == "timestamp";
    std::cout << (each.trusted ? "✓ " : "✗ ")
              << (ofTime ? desk.in("Sello de tiempo de ", "Time-stamp by ") : desk.in("Firma de ", "Signature of "))
              << (each.signer.empty() ? desk.in("desconocido", "unknown") : each.signer) << '\n';
    if (!each.reason.empty()) std::cout << "  " << desk.in("Motivo: ", "Reason: ") << each.reason << '\n';
    if (!each.proven.empty())
        std::cout << "  " << desk.in("Hora probada (UTC): ", "Proven time (UTC): ") << secondOf(each.proven) << '\n';
    else if (!each.claimed.empty())
        std::cout << "  " << desk.in("Hora según el firmante, sin probar: ", "Time by the signer's word, not proven: ")
                  << claimedOf(each.claimed) << '\n';
    for (const auto& fault : each.faults) std::cout << "  " << desk.sentence(fault.asFault()) << '\n';
}

void printSeal(const Desk& desk, const contract::VerifiedSeal& seal) {
    std::cout << (seal.authentic ? "✓ " : "✗ ") << desk.in("Sello digital visible", "Visible digital seal")
              << (seal.signer.empty() ? "" : desk.in(", firmado por ", ", signed by ") + seal.signer) << '\n';
    Table table{{desk.in("El sello dice", "The seal states"), "", desk.in("En la página", "On the page")}};
    for (const auto& value : seal.values)
        table.add({desk.word("seal-" + value.name), value.value, desk.word("page-" + value.onPage)});
    if (!seal.values.empty()) table.print();
}

std::string reasonIn(const Desk& desk, const contract::FaultLine& line) {
    auto fault = line.asFault();
    for (auto& [name, value] : fault.arguments) {
        if (name == "part") value = desk.word(value);
        if (name == "field" && line.code == "verification.seal-contradicts") value = desk.word("seal-" + value);
    }
    return desk.sentence(std::move(fault));
}

void print(const Desk& desk, const contract::FileVerified& said) {
    const auto* told = std::ranges::find(kVerdicts, said.verdict, &Told::verdict);
    if (told != std::end(kVerdicts)) std::cout << desk.in(told->spanish, told->english) << '\n';
    if (!said.number.empty()) std::cout << desk.in("Número: ", "Number: ") << said.number << '\n';
    for (const auto& each : said.signatures) printSignature(desk, each);
    if (said.seal) printSeal(desk, *said.seal);
    for (const auto& reason : said.reasons) std::cout << "· " << reasonIn(desk, reason) << '\n';
}

contract::FileVerified verified(Desk& desk, const VerifyOptions& options) {
    contract::NamedFile file{std::filesystem::path{options.file}.filename().string(),
                             readArgument(desk, options.file, kLargestDocument)};
    if (options.books) return desk.ask(contract::CertificateVerify{std::move(file)});
    auto said = judge(desk, contract::FileVerify{std::move(file), trusted(desk, options)});
    // Whoever brings a document may have brought the certificates too.
    if (const auto beside = trustBeside(options.file); isGood(said) && options.trust.empty())
        said.reasons.insert(
            said.reasons.begin(),
            contract::FaultLine::of({"verification.trust-beside"_code, {{"folder", beside.string()}}, {}}));
    return said;
}

}  // namespace

void addVerifyCommand(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<VerifyOptions>();
    auto* verifying = addCommand(
        program, desk, "verify",
        desk.in(
            "Dice si un documento es auténtico: un PDF firmado, una copia escaneada o fotografiada (PDF, PNG, JPEG) o "
            "el contenido de un sello. Escanee la página entera, derecha si se puede, a 200 o 300 puntos por pulgada. "
            "Los certificados en que se confía están en una carpeta: la raíz de firmas, las CSCA y los firmantes de "
            "sellos; las raíces de sellos de tiempo, en archivos «timestamp…». Sin --trust se usa la carpeta «pki» "
            "junto al documento",
            "Says whether a document is authentic: a signed PDF, a scan or photograph (PDF, PNG, JPEG), or the content "
            "of a seal. Scan the whole page, straight if you can, at 200 or 300 dots an inch. The certificates that "
            "are trusted are in a folder: the root of signatures, CSCAs and signers of seals; roots of time-stamps in "
            "files “timestamp…”. Without --trust the folder “pki” beside the document is used"),
        "troquel verify constancia.pdf --trust pki");
    verifying->add_option("file", options->file, desk.in("Documento", "Document"))
        ->required()
        ->check(CLI::ExistingFile);
    verifying
        ->add_option("--trust", options->trust,
                     desk.in("Carpeta con los certificados y listas de revocación",
                             "Folder with the certificates and revocation lists"))
        ->check(CLI::ExistingDirectory);
    verifying->add_flag("--books", options->books,
                        desk.in("Pregunta además a los libros de la institución si está anulado; necesita sesión",
                                "Asks the institution's books too whether it was annulled; needs a session"));
    verifying->callback([options, &desk] {
        const auto said = verified(desk, *options);
        desk.show(said, [&](const auto& answer) { print(desk, answer); });
        if (!isGood(said)) throw Refused{};
    });
}

}  // namespace cli
