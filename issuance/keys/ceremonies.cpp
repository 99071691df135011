// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/ceremonies.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "issuance/keys/fresh_key.hpp"
#include "issuance/keys/pki_profiles.hpp"
#include "records/approvals/approval.hpp"
#include "signing/lint/lint.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Author;
using records::Transaction;
using signing::KeyAlgorithm;

constexpr std::size_t kLongestReason = 200;

KeyAlgorithm usualAlgorithm(CertifiedPurpose purpose) {
    switch (purpose) {
        case CertifiedPurpose::Csca:
        case CertifiedPurpose::CscaLink: return KeyAlgorithm::EcdsaBrainpoolP384r1;
        case CertifiedPurpose::MasterListSigner: return KeyAlgorithm::EcdsaP384;
        default: return KeyAlgorithm::EcdsaP256;
    }
}

}  // namespace

std::optional<KeyEntry> newestCsca(const KeyBook& book, records::Connection& connection) {
    auto all = book.ofPurpose(connection, CertifiedPurpose::Csca);
    return all.empty() ? std::nullopt : std::optional{std::move(all.back())};
}

void demandFlawless(base::BytesView made, base::BytesView issuer) {
    for (const auto& object : signing::lint::judgeFile(made, {std::nullopt, issuer}))
        for (const auto& finding : object.findings)
            if (finding.grade == signing::lint::Grade::Deviation)
                throw base::Failure{"pki.own-work-deviates"_code, base::NextStep::Stop, object.kind,
                                    finding.fault.code.name() + " " + finding.fault.where};
}

base::Outcome checkReason(const std::string& text, std::string_view field) {
    const bool control = std::ranges::any_of(text, [](unsigned char letter) { return letter < ' ' || letter == 127; });
    if (!text.empty() && text.size() <= kLongestReason && !control) return {};
    return base::Fault{"pki.reason-missing"_code, {{"field", std::string{field}}}, {}};
}

Ceremonies::FreshKey Ceremonies::makeKey(CertifiedPurpose purpose, const std::string& id,
                                         std::optional<KeyAlgorithm> algorithm) const {
    return {m_keys, m_keys.generate(keyPurposeOf(purpose), algorithm.value_or(usualAlgorithm(purpose)), id)};
}

signing::CscaProfile Ceremonies::profileAfter(const std::optional<KeyEntry>& before, const CscaRequest& request) const {
    signing::DistinguishedName name;
    signing::Contact contact;
    if (before) {
        name = nameIn(before->certificate);
        contact = contactIn(before->certificate);
    }
    if (!request.commonName.empty()) name.commonName = request.commonName;
    if (!request.contact.empty()) contact.email = request.contact;
    return cscaProfile(std::move(name), std::move(contact), beginFor(m_clock.now()));
}

base::Result<KeyEntry> Ceremonies::newCsca(Transaction& transaction, const Author& author,
                                           const CscaRequest& request) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (auto reason = checkReason(request.reason, "reason"); !reason) return reason.refusal();
    m_book.take(transaction);
    auto& connection = transaction.connection();
    const auto profile = profileAfter(newestCsca(m_book, connection), request);
    const auto id = entryIdOf(CertifiedPurpose::Csca, m_book.nextNumber(connection, CertifiedPurpose::Csca));
    auto key = makeKey(CertifiedPurpose::Csca, id, request.algorithm);
    auto certificate = signing::makeCsca(m_keys, key.id(), profile);
    if (!certificate) return certificate.refusal();
    demandFlawless(*certificate, {});
    return m_book.enter(transaction, author, {CertifiedPurpose::Csca, key.keep(), "", std::move(*certificate)});
}

base::Result<std::vector<KeyEntry>> Ceremonies::rollOver(Transaction& transaction, const Author& author,
                                                         const CscaRequest& request) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    m_book.take(transaction);
    auto& connection = transaction.connection();
    const auto old = m_succession.holder(transaction, author, CertifiedPurpose::Csca);
    if (!old) return base::Fault{"pki.no-csca"_code};
    if (const auto newest = newestCsca(m_book, connection);
        newest->id != old->id && (newest->state == KeyState::Made || newest->state == KeyState::Published))
        return base::Fault{"pki.successor-waits"_code, {{"entry", newest->id}}, {}};
    const auto profile = profileAfter(old, request);
    const auto id = entryIdOf(CertifiedPurpose::Csca, m_book.nextNumber(connection, CertifiedPurpose::Csca));
    auto key = makeKey(CertifiedPurpose::Csca, id, request.algorithm);
    auto root = signing::makeCsca(m_keys, key.id(), profile);
    if (!root) return root.refusal();
    auto link = signing::makeCscaLink({m_keys, old->key, old->certificate}, key.id(), profile);
    if (!link) return link.refusal();
    demandFlawless(*root, {});
    demandFlawless(*link, old->certificate.der);
    std::vector<KeyEntry> made;
    made.push_back(m_book.enter(transaction, author, {CertifiedPurpose::Csca, key.id(), "", std::move(*root)}));
    made.push_back(
        m_book.enter(transaction, author, {CertifiedPurpose::CscaLink, key.keep(), old->id, std::move(*link)}));
    return made;
}

base::Result<KeyEntry> Ceremonies::publish(Transaction& transaction, const Author& author, const std::string& id,
                                           const std::string& reference) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (auto reason = checkReason(reference, "reference"); !reason) return reason.refusal();
    m_book.take(transaction);
    auto& connection = transaction.connection();
    auto entry = m_book.find(connection, id);
    if (!entry) return entry;
    if (!mustBePublished(entry->purpose) || entry->purpose == CertifiedPurpose::CscaLink)
        return base::Fault{"pki.not-for-publication"_code, {{"entry", id}}, {}};
    if (entry->state != KeyState::Made)
        return base::Fault{"pki.wrong-state"_code, {{"entry", id}, {"state", std::string{nameOf(entry->state)}}}, {}};
    if (entry->issuer != entry->id)
        if (const auto issuer = base::expected(m_book.find(connection, entry->issuer), id); !issuer.published)
            return base::Fault{"pki.issuer-not-published"_code, {{"entry", id}, {"issuer", issuer.id}}, {}};
    m_book.publish(transaction, author, *entry, reference);
    for (auto& link : m_book.ofPurpose(connection, CertifiedPurpose::CscaLink))
        if (link.key == entry->key && entry->purpose == CertifiedPurpose::Csca)
            m_book.publish(transaction, author, link, reference);
    (void)m_succession.holder(transaction, author, entry->purpose);
    return m_book.find(connection, id);
}

}  // namespace issuance
