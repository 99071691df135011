// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/strand_walk.hpp"

#include <algorithm>

namespace records {
namespace {

/// Up to so many rows are named one by one and tried elsewhere; what is wrong beyond is named as it is met.
constexpr std::size_t kSorted = 20'000;
constexpr std::size_t kTried = 256;

}  // namespace

StrandWalk::StrandWalk(std::int64_t strand, std::optional<StrandHead> head, FixedHashes fixed)
    : m_strand(strand), m_head(std::move(head)), m_fixed(std::move(fixed)), m_lastHash(firstHash()) {
    if (!m_head) find(Tampering::Head, 0, 0);
}

void StrandWalk::find(Tampering tampering, std::int64_t first, std::int64_t last, std::int64_t belongsAt) {
    m_findings.insert({tampering, m_strand, first, last, belongsAt});
}

void StrandWalk::noteGap(std::int64_t first, std::int64_t last) {
    for (; first <= last && m_missing.size() < kSorted; ++first) m_missing.insert(first);
    if (first <= last) find(Tampering::Removed, first, last);
}

void StrandWalk::take(const StoredEntry& entry) {
    if (entry.sequence <= m_last) return find(Tampering::Inserted, entry.sequence, entry.sequence);
    if (entry.sequence > m_last + 1) {
        noteGap(m_last + 1, entry.sequence - 1);
        m_linked = false;
    }
    const base::Bytes digest = digestOf(entry);
    const bool covered = entry.readable && chainHash(entry.previous, m_strand, entry.sequence, digest) == entry.hash;
    if (covered) {
        checkLink(entry);
        checkFixed(entry);
    } else if (m_suspects.size() < kSorted) {
        m_suspects[entry.sequence] = {entry.previous, digest, entry.hash, m_linked && entry.hash == m_lastHash};
    } else {
        find(Tampering::Altered, entry.sequence, entry.sequence);
    }
    m_last = entry.sequence;
    m_hashBeforeLast = std::exchange(m_lastHash, entry.hash);
    m_linked = true;
}

/// A row that is sound in itself must cover the one before. Where it does not, the one before is not the one that was
/// there: put in between, or rewritten together with its hash.
void StrandWalk::checkLink(const StoredEntry& entry) {
    if (!m_linked || entry.previous == m_lastHash || m_suspects.contains(m_last)) return;
    const bool covered = m_last > 0 && entry.previous == m_hashBeforeLast;
    const std::int64_t culprit = m_last > 0 ? m_last : entry.sequence;
    find(covered ? Tampering::Inserted : Tampering::Altered, culprit, culprit);
}

void StrandWalk::checkFixed(const StoredEntry& entry) {
    if (m_head && m_head->sequence == entry.sequence && m_head->hash != entry.hash)
        find(Tampering::Altered, entry.sequence, entry.sequence);
    const auto fixed = m_fixed.find(entry.sequence);
    if (fixed == m_fixed.end()) return;
    if (fixed->second != entry.hash) find(Tampering::Rewritten, m_lastFixed + 1, entry.sequence);
    m_lastFixed = entry.sequence;
}

void StrandWalk::noteMissingTail() {
    m_known = m_head ? m_head->sequence : 0;
    if (!m_fixed.empty()) m_known = std::max(m_known, m_fixed.rbegin()->first);
    if (m_known > m_last) noteGap(m_last + 1, m_known);
}

bool StrandWalk::fits(std::int64_t at, const Suspect& suspect) const {
    return chainHash(suspect.previous, m_strand, at, suspect.digest) == suspect.hash;
}

/// Where a row was written that does not belong where it stands; nothing where it was altered.
std::optional<std::int64_t> StrandWalk::placeOf(std::int64_t at, const Suspect& suspect) const {
    const bool open = m_missing.contains(at + 1) || m_suspects.contains(at + 1);
    if (at > 1 && !suspect.copyOfTheOneBefore && fits(at - 1, suspect)) return at - 1;
    if (open && fits(at + 1, suspect)) return at + 1;
    std::size_t tried = 0;
    for (auto place = m_missing.begin(); place != m_missing.end() && tried < kTried; ++place, ++tried)
        if (fits(*place, suspect)) return *place;
    tried = 0;
    for (auto place = m_suspects.begin(); place != m_suspects.end() && tried < kTried; ++place, ++tried)
        if (place->first != at && fits(place->first, suspect)) return place->first;
    return std::nullopt;
}

std::map<std::int64_t, std::int64_t> StrandWalk::sortOutSuspects() {
    std::map<std::int64_t, std::int64_t> moved;
    for (const auto& [at, suspect] : m_suspects) {
        if (const auto place = placeOf(at, suspect)) {
            moved[at] = *place;
            find(Tampering::Reordered, at, at, *place);
        } else {
            find(Tampering::Altered, at, at);
        }
    }
    return moved;
}

void StrandWalk::nameInsertedAndRemoved(const std::map<std::int64_t, std::int64_t>& moved) {
    std::set<std::int64_t> claimed;
    for (const auto& [at, place] : moved) {
        claimed.insert(place);
        const bool takenBySoundRow = !m_suspects.contains(place) && !m_missing.contains(place);
        if (takenBySoundRow) find(Tampering::Inserted, place, place);
    }
    for (const auto& [at, place] : moved) m_missing.insert(at);
    for (const std::int64_t place : m_missing)
        if (!claimed.contains(place) && place <= m_known) find(Tampering::Removed, place, place);
}

std::vector<JournalFinding> StrandWalk::finish(const std::optional<StrandHead>& headNow) {
    noteMissingTail();
    const auto moved = sortOutSuspects();
    nameInsertedAndRemoved(moved);
    std::int64_t last = m_last;
    while (moved.contains(last)) --last;
    if (headNow && headNow->sequence < last) find(Tampering::Inserted, headNow->sequence + 1, last);
    return {m_findings.begin(), m_findings.end()};
}

}  // namespace records
