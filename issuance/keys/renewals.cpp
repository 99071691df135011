// SPDX-License-Identifier: GPL-3.0-or-later
// The ceremony that renews what the house certifies for itself.
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

/// The name of the one before, with the number of the new one behind it: lists and certificates name their issuer so.
signing::DistinguishedName nameAfter(const KeyEntry& before, std::int64_t number) {
    auto name = nameIn(before.certificate);
    if (before.number > 1) name.commonName.resize(name.commonName.rfind(' '));
    name.commonName += ' ' + std::to_string(number);
    return name;
}

}  // namespace

/// One renewal: what is renewed, and by what.
struct Ceremonies::Renewal {
    const KeyEntry& before;
    std::int64_t number;
    std::optional<KeyEntry> issuer;  ///< nothing where the new key signs for itself
};

base::Result<base::Bytes> Ceremonies::renewed(const Renewal& renewal, const signing::KeyId& key) const {
    const auto name = nameAfter(renewal.before, renewal.number);
    const auto now = m_clock.now();
    if (renewal.before.purpose == CertifiedPurpose::HouseAuthority)
        return certifyHouseAuthority(m_keys, key, name.organisation, name.commonName, now);
    if (!renewal.issuer)
        return signing::makeOperationalRoot(m_keys, key,
                                            {name, "", {beginFor(now), monthsAfter(beginFor(now), kOperationalUse)}});
    const auto& root = renewal.issuer->certificate;
    const auto begin = beginFor(now, root);
    const auto end = std::min(monthsAfter(begin, kOperationalUse), root.notAfter);
    return signing::makeCheckpointSigner({m_keys, renewal.issuer->key, root}, key, {name, "", {begin, end}});
}

base::Result<KeyEntry> Ceremonies::renew(Transaction& transaction, const Author& author, CertifiedPurpose purpose,
                                         std::optional<signing::KeyAlgorithm> algorithm) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (!isRenewed(purpose))
        return base::Fault{"pki.not-renewable"_code, {{"purpose", std::string{nameOf(purpose)}}}, {}};
    m_book.take(transaction);
    auto& connection = transaction.connection();
    auto before = m_book.active(connection, purpose);
    if (!before) return base::Fault{"pki.unknown-entry"_code, {{"entry", entryIdOf(purpose, 1)}}, {}};
    Renewal renewal{*before, m_book.nextNumber(connection, purpose), {}};
    if (purpose == CertifiedPurpose::JournalCheckpoint) {
        renewal.issuer = m_book.active(connection, CertifiedPurpose::OperationalRoot);
        if (!renewal.issuer || renewal.issuer->use.end - m_clock.now() < kRootNotice)
            return base::Fault{"pki.renew-first"_code,
                               {{"entry", renewal.issuer ? renewal.issuer->id : entryIdOf(purpose, 1)},
                                {"purpose", std::string{nameOf(CertifiedPurpose::OperationalRoot)}}},
                               {}};
    }
    auto key = makeKey(purpose, entryIdOf(purpose, renewal.number), algorithm);
    auto certificate = renewed(renewal, key.id());
    if (!certificate) return certificate.refusal();
    auto entry = m_book.enter(transaction, author,
                              {purpose, key.keep(), renewal.issuer ? renewal.issuer->id : "", std::move(*certificate)});
    m_book.retire(transaction, author, *before, "succeeded");
    m_book.activate(transaction, author, entry);
    return entry;
}

}  // namespace issuance
