// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signing/house.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "base/files.hpp"

extern char** environ;

namespace signing::testing {
namespace {

constexpr std::size_t kLargestFile = 4 * 1024 * 1024;

Period period(std::string_view begin, std::string_view end) { return {moment(begin), moment(end)}; }

}  // namespace

base::Timestamp moment(std::string_view text) { return base::expected(base::parseTimestamp(text), "test moment"); }

base::Bytes file(std::string_view name) {
    return base::expected(base::readFile(support::testData(name), kLargestFile), name);
}

Certificate certificate(std::string_view name) {
    auto content = file(name);
    if (name.substr(name.size() - 4) == ".pem") {
        content = base::expected(certificateOfPem(base::textOf(content)), name);
    }
    return base::expected(readCertificate(content), name);
}

base::SecretBytes passphrase() { return base::SecretBytes::copyOf(std::string_view{"correct horse battery"}); }

CscaProfile cscaProfile() {
    return {{"gt", "Instituto de Prueba", "", "CSCA Guatemala", "1"},
            {"GTM", "csca@example.gt", "https://example.gt"},
            period("2026-11-01T00:00:00.000000Z", "2042-02-01T00:00:00.000000Z"),
            period("2026-11-01T00:00:00.000000Z", "2031-11-01T00:00:00.000000Z"),
            {"https://pkddownload1.icao.int/CRLs/GTM.crl", "https://pkddownload2.icao.int/CRLs/GTM.crl"}};
}

DocumentSignerProfile documentSignerProfile() {
    return {{"GT", "Instituto de Prueba", "Documentos", "Firmador 1"},
            {"GTM", "ds@example.gt", "https://example.gt"},
            period("2026-11-02T00:00:00.000000Z", "2037-03-02T00:00:00.000000Z"),
            period("2026-11-02T00:00:00.000000Z", "2027-02-02T00:00:00.000000Z"),
            {"https://pkddownload1.icao.int/CRLs/GTM.crl"},
            {"P", "IB"}};
}

House::House(KeyAlgorithm country, KeyAlgorithm signer) {
    keys = base::expected(FileKeyStore::create(folder.path() / "keys", passphrase(), clock, kQuick), "keys");
    countryKey = keys->generate(KeyPurpose::CountrySigning, country, "CSCA");
    signerKey = keys->generate(KeyPurpose::DocumentSigning, signer, "DS");
    anchors.push_back(
        base::expected(readCertificate(base::expected(makeCsca(*keys, countryKey, cscaProfile()), "CSCA")), "CSCA"));
    documentSignerCertificate =
        base::expected(readCertificate(base::expected(
                           makeDocumentSigner(countryAuthority(), signerKey, documentSignerProfile()), "DS")),
                       "DS");
    rootKey = keys->generate(KeyPurpose::OperationalRoot, KeyAlgorithm::EcdsaP256, "root");
    stationKey = keys->generate(KeyPurpose::OrderSigning, KeyAlgorithm::EcdsaP256, "station 7");
    const OperationalProfile rootProfile{{"GT", "Instituto de Prueba", "", "Operación"}, "", cscaProfile().certificate};
    root = base::expected(readCertificate(base::expected(makeOperationalRoot(*keys, rootKey, rootProfile), "root")),
                          "root");
    const OperationalProfile stationProfile{
        {"GT", "Instituto de Prueba", "", "Estación 7"}, "estacion7@example.gt", documentSignerProfile().certificate};
    const auto stationDer =
        makeOrderSigner(rootAuthority(), keys->publicKey(stationKey, CurveForm::Named), stationProfile);
    station = base::expected(readCertificate(base::expected(stationDer, "station")), "station");
}

DocumentSigner House::documentSigner() const {
    return base::expected(DocumentSigner::make(*keys, signerKey, documentSignerCertificate.der, {anchors, clock.now()}),
                          "document signer");
}

std::map<int, base::Bytes> someHashes(base::DigestAlgorithm digest) {
    std::map<int, base::Bytes> hashes;
    for (const int number : {14, 1, 2, 11})
        hashes[number] = base::digest(digest, base::bytesOf("data group " + std::to_string(number)));
    return hashes;
}

RunOutcome run(const std::string& program, const std::vector<std::string>& arguments) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t child = 0;
    const int started = ::posix_spawnp(&child, program.c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    RunOutcome outcome;
    std::array<char, 4096> buffer{};
    for (ssize_t count = 0; started == 0 && (count = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
        outcome.output.append(buffer.data(), static_cast<std::size_t>(count));
    ::close(ends[0]);
    int status = 0;
    if (started == 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status))
        outcome.exitCode = WEXITSTATUS(status);
    return outcome;
}

}  // namespace signing::testing
