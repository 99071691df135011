// SPDX-License-Identifier: GPL-3.0-or-later
// The ceremonies that make signers.
#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "issuance/keys/ceremonies.hpp"
#include "issuance/keys/fresh_key.hpp"
#include "issuance/keys/pki_profiles.hpp"
#include "issuance/signature/house_authority.hpp"
#include "records/approvals/approval.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Author;
using records::Transaction;

constexpr std::int64_t kMostDocuments = 10'000'000;
constexpr int kActSignerUse = 60;
constexpr int kMostSealSigners = 5;

/// How long keys of a purpose sign: usually, and at most.
struct Months {
    int usual, most;
};

Months monthsOf(CertifiedPurpose purpose) {
    switch (purpose) {
        case CertifiedPurpose::DocumentSigner: return {kDocumentSignerUse, kDocumentSignerUse};
        case CertifiedPurpose::MasterListSigner: return {kMasterListSignerUse, 2 * kMasterListSignerUse};
        case CertifiedPurpose::SealSigner: return {kSealSignerUse, kMostSealSignerUse};
        default: return {kActSignerUse, kActSignerUse};
    }
}

base::Fault badLimit(std::string_view field, std::int64_t most) {
    return {"pki.bad-limit"_code, {{"field", std::string{field}}, {"most", std::to_string(most)}}, {}};
}

base::Outcome checkLimits(const SignerRequest& request, base::Timestamp now) {
    std::vector<base::Fault> faults;
    const auto most = monthsOf(request.purpose).most;
    const bool seals = request.purpose == CertifiedPurpose::DocumentSigner;
    if (request.months && (*request.months < 1 || *request.months > most)) faults.push_back(badLimit("months", most));
    if (request.documents && (!seals || *request.documents < 1 || *request.documents > kMostDocuments))
        faults.push_back(badLimit("documents", seals ? kMostDocuments : 0));
    if (request.from && (*request.from < now - std::chrono::days{1} || *request.from > monthsAfter(now, 2 * most)))
        faults.push_back(badLimit("from", 2 * most));
    if (faults.empty()) return {};
    return base::Refusal{std::move(faults)};
}

/// Readers keep the seal signers of a country: there are few new ones a year (Doc 9303-12 7.1.3).
base::Outcome checkSealSigners(const std::vector<KeyEntry>& before, base::Timestamp now) {
    const auto fresh =
        std::ranges::count_if(before, [&](const auto& entry) { return monthsAfter(entry.made, 12) > now; });
    if (fresh < kMostSealSigners) return {};
    return base::Fault{"pki.too-many-seal-signers"_code, {{"most", std::to_string(kMostSealSigners)}}, {}};
}

/// When the key signs, and until when what it signs stays in force.
struct Periods {
    signing::Period use, certificate;
};

Periods periodsOf(const SignerRequest& request, const signing::Certificate& issuer, base::Timestamp now) {
    const auto begin = beginFor(now, issuer);
    const base::Timestamp asked = std::chrono::floor<std::chrono::seconds>(request.from.value_or(begin));
    const auto from = std::max(asked, begin);
    const auto end = monthsAfter(from, request.months.value_or(monthsOf(request.purpose).usual));
    // A master list is replaced by the next one; documents and seals are in force for years.
    const int longer = request.purpose == CertifiedPurpose::MasterListSigner ? kMasterListSignerUse : kLongestDocument;
    return {{from, end}, {begin, monthsAfter(end, longer)}};
}

struct Draft {
    const SignerRequest& request;
    const std::int64_t number;
    const Periods periods;
};

signing::DocumentSignerProfile documentSigner(const KeyEntry& csca, const Draft& draft) {
    auto profile = documentSignerProfile(csca.certificate, fmt::format("Document Signer {:04}", draft.number),
                                         draft.periods.certificate, draft.periods.use);
    if (!draft.request.documentTypes.empty()) profile.documentTypes = draft.request.documentTypes;
    return profile;
}

signing::ListSignerProfile listSigner(const KeyEntry& csca, const Draft& draft) {
    auto name = nameIn(csca.certificate);
    name.commonName = fmt::format("Master List Signer {:04}", draft.number);
    return {std::move(name), contactIn(csca.certificate), draft.periods.certificate, revocationListUrls()};
}

signing::SealSignerProfile sealSigner(const KeyEntry& csca, const Draft& draft) {
    return {nameIn(csca.certificate).country, draft.request.code, draft.periods.certificate,
            draft.request.documentTypes};
}

base::Result<base::Bytes> certified(const signing::Authority& authority, const KeyEntry& csca,
                                    const signing::KeyId& key, const Draft& draft) {
    switch (draft.request.purpose) {
        case CertifiedPurpose::DocumentSigner:
            return signing::makeDocumentSigner(authority, key, documentSigner(csca, draft));
        case CertifiedPurpose::MasterListSigner:
            return signing::makeMasterListSigner(authority, key, listSigner(csca, draft));
        case CertifiedPurpose::SealSigner: return signing::makeSealSigner(authority, key, sealSigner(csca, draft));
        default:
            return base::Fault{"pki.not-a-signer"_code, {{"purpose", std::string{nameOf(draft.request.purpose)}}}, {}};
    }
}

}  // namespace

base::Result<KeyEntry> Ceremonies::newSigner(Transaction& transaction, const Author& author,
                                             const SignerRequest& request) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (auto limits = checkLimits(request, m_clock.now()); !limits) return limits.refusal();
    m_book.take(transaction);
    if (request.purpose == CertifiedPurpose::ActSigner) return newActSigner(transaction, author, request);
    if (!isRevocable(request.purpose))
        return base::Fault{"pki.not-a-signer"_code, {{"purpose", std::string{nameOf(request.purpose)}}}, {}};
    if (request.purpose == CertifiedPurpose::SealSigner)
        if (auto few = checkSealSigners(m_book.ofPurpose(transaction.connection(), request.purpose), m_clock.now());
            !few)
            return few.refusal();
    const auto csca = m_succession.holder(transaction, author, CertifiedPurpose::Csca);
    if (!csca) return base::Fault{"pki.no-csca"_code};
    return certify(transaction, author, *csca, request);
}

base::Result<KeyEntry> Ceremonies::certify(Transaction& transaction, const Author& author, const KeyEntry& csca,
                                           const SignerRequest& request) const {
    const auto number = m_book.nextNumber(transaction.connection(), request.purpose);
    const Draft draft{request, number, periodsOf(request, csca.certificate, m_clock.now())};
    auto key = makeKey(request.purpose, entryIdOf(request.purpose, number), request.algorithm);
    auto certificate = certified({m_keys, csca.key, csca.certificate}, csca, key.id(), draft);
    if (!certificate) return certificate.refusal();
    demandFlawless(*certificate, csca.certificate.der);
    return m_book.enter(
        transaction, author,
        {request.purpose, key.keep(), csca.id, std::move(*certificate), draft.periods.use, request.documents});
}

// Papers of the house are checked against its own authority, whose certificate readers have: there is nobody to publish
// to, and the new signer serves at once.
base::Result<KeyEntry> Ceremonies::newActSigner(Transaction& transaction, const Author& author,
                                                const SignerRequest& request) const {
    const auto authority = m_book.active(transaction.connection(), CertifiedPurpose::HouseAuthority);
    if (!authority) return base::Fault{"pki.no-house-authority"_code};
    const auto validity = std::chrono::floor<std::chrono::days>(
        monthsAfter(m_clock.now(), request.months.value_or(kActSignerUse)) - m_clock.now());
    const auto made = enrolSigner(m_keys, {m_keys, authority->key, authority->certificate},
                                  {nameIn(authority->certificate).organisation, "Acts", "", validity,
                                   request.algorithm.value_or(signing::KeyAlgorithm::EcdsaP256)},
                                  m_clock.now());
    if (!made) return made.refusal();
    auto entry = m_book.enter(transaction, author,
                              {CertifiedPurpose::ActSigner, made->key, authority->id, made->certificate.der});
    if (auto before = m_book.active(transaction.connection(), CertifiedPurpose::ActSigner))
        m_book.retire(transaction, author, *before, "succeeded");
    m_book.activate(transaction, author, entry);
    return entry;
}

}  // namespace issuance
