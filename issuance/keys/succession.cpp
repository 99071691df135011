// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/succession.hpp"

#include "base/log.hpp"

namespace issuance {
namespace {

constexpr auto kRestOfNewCsca = std::chrono::hours{48};

}  // namespace

std::string endingOf(const KeyEntry& entry) { return entry.spent() ? "spent" : "ended"; }

std::optional<base::Timestamp> Succession::mayBegin(const KeyEntry& entry) {
    if (entry.purpose != CertifiedPurpose::Csca || entry.number == 1 || !entry.published) return entry.published;
    return *entry.published + kRestOfNewCsca;
}

std::optional<KeyEntry> Succession::next(records::Connection& connection, CertifiedPurpose purpose) const {
    const auto now = m_clock.now();
    const bool newestSigns = purpose == CertifiedPurpose::Csca;
    std::optional<KeyEntry> found;
    for (auto& entry : m_book.ofPurpose(connection, purpose)) {
        // A country signer that was passed over never follows a newer one.
        if (newestSigns && (entry.state == KeyState::Active || entry.state == KeyState::Retired)) found.reset();
        if (entry.state != KeyState::Published || !entry.maySignAt(now) || *mayBegin(entry) > now) continue;
        // Of country signers the newest, of others the one that was made first.
        if (!found || newestSigns) found = std::move(entry);
    }
    return found;
}

std::optional<KeyEntry> Succession::holder(records::Transaction& transaction, const records::Author& author,
                                           CertifiedPurpose purpose) const {
    auto& connection = transaction.connection();
    const bool newestSigns = purpose == CertifiedPurpose::Csca;
    auto active = m_book.active(connection, purpose);
    const bool serves = active && active->maySignAt(m_clock.now());
    if (serves && !newestSigns) return active;
    if (!next(connection, purpose)) return serves ? active : std::nullopt;
    // Somebody else may have changed the keys meanwhile.
    m_book.take(transaction);
    active = m_book.active(connection, purpose);
    if (active && active->maySignAt(m_clock.now()) && !newestSigns) return active;
    auto successor = next(connection, purpose);
    if (!successor) return active && active->maySignAt(m_clock.now()) ? active : std::nullopt;
    const auto reason = active && !active->maySignAt(m_clock.now()) ? endingOf(*active) : "succeeded";
    return handOver(transaction, author, std::move(active), std::move(*successor), reason);
}

bool Succession::replace(records::Transaction& transaction, const records::Author& author, KeyEntry& active,
                         const std::string& reason) const {
    auto successor = next(transaction.connection(), active.purpose);
    if (!successor) return false;
    handOver(transaction, author, active, std::move(*successor), reason);
    active.state = KeyState::Retired;
    return true;
}

std::optional<KeyEntry> Succession::handOver(records::Transaction& transaction, const records::Author& author,
                                             std::optional<KeyEntry> active, KeyEntry successor,
                                             const std::string& reason) const {
    if (active) m_book.retire(transaction, author, *active, reason);
    m_book.activate(transaction, author, successor);
    base::log::info("key " + successor.id + " signs from now on" + (active ? " in place of " + active->id : ""));
    if (successor.purpose == CertifiedPurpose::DocumentSigner && !next(transaction.connection(), successor.purpose))
        base::log::warning("no key stands by for " + successor.id);
    return successor;
}

}  // namespace issuance
