// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/key_renewal.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "issuance/keys/ceremonies.hpp"
#include "issuance/office/checkpoint_keys.hpp"
#include "issuance/office/service_files.hpp"

namespace issuance {
namespace {

constexpr std::int64_t kDaysOfFirstList = 90;

std::string certificateNameOf(const KeyEntry& entry) {
    return fileNameOf(std::string{nameOf(entry.purpose)}, entry.number);
}

/// A key that was lost cannot vouch for the next one; the renewal is what helps then.
bool inStore(const House& house, const signing::KeyId& key) {
    return std::ranges::any_of(house.keys->keys(), [&](const auto& each) { return each.id == key; });
}

}  // namespace

base::Result<std::vector<IssuedRevocationList>> issuePublishedHouseLists(House& house, Call& call, std::int64_t days) {
    auto lists = house.lists->issueHouseLists(call.transaction(), call.author, days);
    if (!lists) return lists;
    for (const auto& list : *lists) {
        const auto authority = base::expected(house.keyBook->find(call.connection, list.issuer), list.issuer);
        base::writeFileDurably(house.files.revocationList(certificateNameOf(authority)), list.content);
    }
    return lists;
}

base::Result<KeyEntry> renewKey(House& house, Call& call, CertifiedPurpose purpose,
                                std::optional<signing::KeyAlgorithm> algorithm) {
    auto& transaction = call.transaction();
    const auto before = house.keyBook->active(call.connection, purpose);
    auto entry =
        Ceremonies{*house.keys, *house.keyBook, house.clock}.renew(transaction, call.author, purpose, algorithm);
    if (!entry) return entry;
    base::writeFileDurably(house.files.certificate(certificateNameOf(*entry)), entry->certificate.der);
    if (purpose == CertifiedPurpose::OperationalRoot) writeServiceRoots(house, call.connection);
    if (purpose == CertifiedPurpose::HouseAuthority)
        if (const auto lists = issuePublishedHouseLists(house, call, kDaysOfFirstList); !lists) return lists.refusal();
    if (purpose == CertifiedPurpose::JournalCheckpoint) {
        if (before && before->maySignAt(house.clock.now()) && inStore(house, before->key))
            signCheckpoint(house, transaction, before->key);
        signCheckpoint(house, transaction, entry->key);
    }
    return entry;
}

}  // namespace issuance
