// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/key_watch.hpp"

#include <algorithm>
#include <set>

#include "base/failure.hpp"
#include "issuance/keys/house_authorities.hpp"
#include "issuance/keys/key_endings.hpp"
#include "issuance/keys/pki_profiles.hpp"
#include "signing/certificates/revocation_list.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using std::chrono::days;

constexpr auto kSignerNotice = days{21}, kCscaNotice = days{120}, kActSignerNotice = days{60}, kListNotice = days{7};
/// Signers of certificates get two years from the house authority: later they would end with it.
constexpr auto kAuthorityNotice = days{2 * 365}, kCheckpointNotice = days{120};
constexpr auto kRevocationTerm = std::chrono::hours{48};
/// Of a signer's documents, when this many parts in a hundred are left.
constexpr std::int64_t kFewLeft = 10;

std::string dayText(base::Timestamp moment) { return base::formatDate(base::dayOf(moment)); }

}  // namespace

/// One look at everything.
class KeyWatch::Round {
   public:
    Round(const KeyWatch& watch, records::Connection& connection)
        : m_watch(watch),
          m_connection(connection),
          m_entries(watch.m_book.all(connection)),
          m_now(watch.m_clock.now()) {}

    std::vector<KeyNotice> look() {
        lookAtStore();
        lookAtCsca();
        lookAtSigners(CertifiedPurpose::DocumentSigner);
        for (const auto purpose : {CertifiedPurpose::MasterListSigner, CertifiedPurpose::SealSigner})
            if (std::ranges::any_of(m_entries, [&](const auto& entry) { return entry.purpose == purpose; }))
                lookAtSigners(purpose);
        lookAtActSigner();
        lookAtRenewed(CertifiedPurpose::HouseAuthority, kAuthorityNotice);
        lookAtRenewed(CertifiedPurpose::OperationalRoot, kRootNotice);
        lookAtRenewed(CertifiedPurpose::JournalCheckpoint, kCheckpointNotice);
        lookAtRevocations();
        for (const auto& entry : m_entries)
            if (entry.state == KeyState::Made && entry.purpose != CertifiedPurpose::CscaLink &&
                mustBePublished(entry.purpose))
                warn({"pki.not-published"_code, {{"entry", entry.id}}, {}});
        std::ranges::stable_sort(m_notices, {}, &KeyNotice::grade);
        return std::move(m_notices);
    }

   private:
    void alarm(base::Fault fault) { m_notices.push_back({KeyNotice::Grade::Alarm, std::move(fault)}); }
    void warn(base::Fault fault) { m_notices.push_back({KeyNotice::Grade::Warning, std::move(fault)}); }

    [[nodiscard]] const KeyEntry* active(CertifiedPurpose purpose) const {
        const auto found = std::ranges::find_if(
            m_entries, [&](const auto& entry) { return entry.purpose == purpose && entry.state == KeyState::Active; });
        return found != m_entries.end() ? &*found : nullptr;
    }

    void lookAtStore() {
        std::set<signing::KeyId> stored;
        for (const auto& key : m_watch.m_keys.keys()) stored.insert(key.id);
        for (const auto& entry : m_entries) {
            if (entry.hasKey() && !stored.contains(entry.key))
                alarm({"pki.key-not-in-store"_code, {{"entry", entry.id}}, {}});
            if (entry.state == KeyState::Destroyed && stored.contains(entry.key))
                alarm({"pki.key-came-back"_code, {{"entry", entry.id}}, {}});
            if (entry.state == KeyState::Retired && stored.contains(entry.key) &&
                !lastInForceUnder(m_connection, m_watch.m_book, entry, m_now))
                warn({"pki.key-not-destroyed"_code, {{"entry", entry.id}}, {}});
        }
        for (const auto& key : orphans(m_watch.m_keys, m_watch.m_book, m_connection))
            alarm({"pki.key-orphan"_code, {{"key", key.id.text()}, {"label", key.label}}, {}});
    }

    void lookAtCsca() {
        const auto* csca = active(CertifiedPurpose::Csca);
        const bool successor = std::ranges::any_of(m_entries, [&](const auto& entry) {
            return entry.purpose == CertifiedPurpose::Csca && csca != nullptr && entry.number > csca->number &&
                   (entry.state == KeyState::Made || entry.state == KeyState::Published);
        });
        lookAtList(csca != nullptr);
        if (csca == nullptr) return alarm({"pki.no-csca"_code});
        if (successor) return;
        if (!csca->maySignAt(m_now)) return alarm({"pki.csca-over"_code, {{"entry", csca->id}}, {}});
        if (csca->use.end - m_now < kCscaNotice)
            warn({"pki.csca-ends"_code, {{"entry", csca->id}, {"day", dayText(csca->use.end)}}, {}});
    }

    /// Before a country signer was published there is nothing to list, and nobody to sign it.
    void lookAtList(bool signs) {
        const auto list = m_watch.m_lists.lastRevocationList(m_connection);
        if (!list && !signs) return;
        if (!list) return alarm({"pki.crl-missing"_code});
        if (m_now >= list->nextUpdate) return alarm({"pki.crl-overdue"_code, {{"day", dayText(list->nextUpdate)}}, {}});
        if (list->nextUpdate - m_now < kListNotice)
            warn({"pki.crl-due"_code, {{"day", dayText(list->nextUpdate)}}, {}});
    }

    /// Whether a key of the purpose stands by that signs beyond the moment.
    [[nodiscard]] bool standsBy(CertifiedPurpose purpose, base::Timestamp beyond) const {
        return std::ranges::any_of(m_entries, [&](const auto& entry) {
            return entry.purpose == purpose && entry.state == KeyState::Published && !entry.revoked &&
                   entry.use.end > beyond;
        });
    }

    void lookAtSigners(CertifiedPurpose purpose) {
        const auto* signer = active(purpose);
        const std::string name{nameOf(purpose)};
        if (signer == nullptr || !signer->maySignAt(m_now)) {
            if (standsBy(purpose, m_now)) return;
            return alarm({"pki.nobody-signs"_code, {{"purpose", name}}, {}});
        }
        if (standsBy(purpose, signer->use.end)) return;
        const bool few =
            signer->mostDocuments && (*signer->mostDocuments - signer->documents) * kFewLeft <= *signer->mostDocuments;
        if (!few && signer->use.end - m_now >= kSignerNotice) {
            if (purpose == CertifiedPurpose::DocumentSigner && !standsBy(purpose, m_now))
                warn({"pki.no-standby"_code, {{"entry", signer->id}}, {}});
            return;
        }
        const auto left = signer->mostDocuments ? std::to_string(*signer->mostDocuments - signer->documents) : "-";
        alarm({"pki.signer-ends"_code, {{"entry", signer->id}, {"day", dayText(signer->use.end)}, {"left", left}}, {}});
    }

    /// Papers are signed without a list too; readers of what must hold for years want one in force.
    void lookAtHouseLists() {
        const auto lists = m_watch.m_lists.lastHouseLists(m_connection);
        std::optional<base::Timestamp> first;
        for (const auto& authority : authoritiesThatList(m_connection, m_watch.m_book, m_now)) {
            const auto list = std::ranges::find(lists, authority.id, &IssuedRevocationList::issuer);
            if (list == lists.end()) return alarm({"pki.house-crl-missing"_code});
            first = std::min(first.value_or(list->nextUpdate), list->nextUpdate);
        }
        if (!first) return;
        if (m_now >= *first) return alarm({"pki.house-crl-overdue"_code, {{"day", dayText(*first)}}, {}});
        if (*first - m_now < kListNotice) warn({"pki.house-crl-due"_code, {{"day", dayText(*first)}}, {}});
    }

    /// Nobody stands by for them: the renewal itself brings the new key into use.
    void lookAtRenewed(CertifiedPurpose purpose, days notice) {
        const auto* entry = active(purpose);
        if (entry == nullptr) return;
        base::Fault fault{
            "pki.renewal-due"_code,
            {{"entry", entry->id}, {"day", dayText(entry->use.end)}, {"purpose", std::string{nameOf(purpose)}}},
            {}};
        if (!entry->maySignAt(m_now)) {
            fault.code = "pki.renewal-overdue"_code;
            alarm(std::move(fault));
        } else if (entry->use.end - m_now < notice) {
            warn(std::move(fault));
        }
    }

    void lookAtActSigner() {
        lookAtHouseLists();
        const auto* signer = active(CertifiedPurpose::ActSigner);
        if (signer == nullptr || !signer->maySignAt(m_now))
            return alarm(
                {"pki.nobody-signs"_code, {{"purpose", std::string{nameOf(CertifiedPurpose::ActSigner)}}}, {}});
        if (signer->use.end - m_now < kActSignerNotice)
            warn({"pki.signer-ends"_code,
                  {{"entry", signer->id}, {"day", dayText(signer->use.end)}, {"left", "-"}},
                  {}});
    }

    void lookAtRevocations() {
        std::set<base::Bytes> ofCountry, ofHouse;
        if (const auto list = m_watch.m_lists.lastRevocationList(m_connection)) addSerials(*list, ofCountry);
        for (const auto& list : m_watch.m_lists.lastHouseLists(m_connection)) addSerials(list, ofHouse);
        for (const auto& entry : m_entries) {
            if (!entry.revoked) continue;
            const bool houseTells = entry.purpose == CertifiedPurpose::ActSigner;
            if ((houseTells ? ofHouse : ofCountry).contains(entry.certificate.serialNumber)) continue;
            if (houseTells && !entry.certificate.validAt(m_now)) continue;
            unlisted(houseTells ? "pki.house-revocation-unlisted"_code : "pki.revocation-unlisted"_code, entry.id,
                     *entry.revoked);
        }
        for (const auto& each : ListBook::compromisedCertifiers(m_connection))
            if (each.certificate.validAt(m_now) && !ofHouse.contains(each.certificate.serialNumber))
                unlisted("pki.house-revocation-unlisted"_code, each.entry, each.revoked);
    }

    static void addSerials(const IssuedRevocationList& list, std::set<base::Bytes>& serials) {
        for (const auto& [serial, when] :
             base::expected(signing::readRevocationList(list.content), "revocation list").revoked)
            serials.insert(serial);
    }

    void unlisted(base::FailureCode code, const std::string& entry, base::Timestamp revoked) {
        const auto until = revoked + kRevocationTerm;
        base::Fault fault{std::move(code), {{"entry", entry}, {"until", dayText(until)}}, {}};
        m_now > until ? alarm(std::move(fault)) : warn(std::move(fault));
    }

    const KeyWatch& m_watch;
    records::Connection& m_connection;
    std::vector<KeyEntry> m_entries;
    base::Timestamp m_now;
    std::vector<KeyNotice> m_notices;
};

std::vector<KeyNotice> KeyWatch::notices(records::Connection& connection) const {
    return Round{*this, connection}.look();
}

}  // namespace issuance
