// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/founding_keys.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/files.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestCertificate = std::size_t{32} * 1024;
constexpr const char* kBeforeTheBook = "en uso antes del libro de claves";
/// Who enters what nobody asked for.
constexpr const char* kProgram = "troquel";

/// A key of the institution's file, and the certificate beside it.
struct Named {
    CertifiedPurpose purpose;
    std::string key;
    const char* file;
    std::optional<CertifiedPurpose> issuer;
};

std::vector<Named> namedIn(const Institution& institution) {
    std::vector<Named> named{
        {CertifiedPurpose::Csca, institution.cscaKey, "csca", {}},
        {CertifiedPurpose::DocumentSigner, institution.documentSignerKey, "ds", CertifiedPurpose::Csca}};
    if (institution.houseAuthorityKey)
        named.push_back({CertifiedPurpose::HouseAuthority, *institution.houseAuthorityKey, "house-authority", {}});
    if (institution.actSignerKey)
        named.push_back(
            {CertifiedPurpose::ActSigner, *institution.actSignerKey, "act-signer", CertifiedPurpose::HouseAuthority});
    named.push_back({CertifiedPurpose::OperationalRoot, institution.operationalRootKey, "operational-root", {}});
    named.push_back({CertifiedPurpose::JournalCheckpoint, institution.checkpointKey, "checkpoint",
                     CertifiedPurpose::OperationalRoot});
    return named;
}

base::Bytes certificateIn(const std::filesystem::path& file) {
    auto content = base::readFile(file, kLargestCertificate);
    if (content) return std::move(content).value();
    throw base::Failure{"office.home-damaged"_code, base::NextStep::Stop, file.string()};
}

}  // namespace

void enterNamedKeys(const KeyBook& book, records::Transaction& transaction, const records::Author& author,
                    const HomeFiles& files, const Institution& institution, const std::string& publication) {
    auto& connection = transaction.connection();
    book.take(transaction);
    for (const auto& named : namedIn(institution)) {
        if (book.knows(connection, signing::KeyId{named.key})) continue;
        std::string issuer;
        if (named.issuer) issuer = book.ofPurpose(connection, *named.issuer).back().id;
        auto entry = book.enter(
            transaction, author,
            {named.purpose, signing::KeyId{named.key}, issuer, certificateIn(files.certificate(named.file))});
        if (mustBePublished(named.purpose)) {
            if (publication.empty()) continue;
            book.publish(transaction, author, entry, publication);
        }
        if (auto before = book.active(connection, named.purpose))
            book.retire(transaction, author, *before, "succeeded");
        book.activate(transaction, author, entry);
    }
}

void ensureNamedKeys(const KeyBook& book, records::Connection& connection, const HomeFiles& files,
                     const Institution& institution) {
    const auto named = namedIn(institution);
    if (std::ranges::all_of(named, [&](const auto& each) { return book.knows(connection, signing::KeyId{each.key}); }))
        return;
    records::Transaction transaction{connection};
    enterNamedKeys(book, transaction, {records::OperatorId{kProgram}, records::WorkstationId{kProgram}, {}}, files,
                   institution, kBeforeTheBook);
    transaction.commit();
}

}  // namespace issuance
