// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/house.hpp"

namespace issuance {

/// Whose signatures under the journal's checkpoints are believed. The key book lies in the same database as the
/// journal: its word alone is not taken, a key's certificate must come from an operational root whose certificate lies
/// in the home's files.
class CheckpointKeys {
   public:
    CheckpointKeys(const HomeFiles& files, const KeyBook& book, records::Connection& connection);

    /// Whether the key signed the checkpoint, at a time in which it was certified. Asked in the order of the
    /// checkpoints: once a key has signed, none before it signs again.
    bool signedBy(const std::string& keyId, base::BytesView content, base::BytesView signature);

   private:
    [[nodiscard]] bool certified(const signing::Certificate& certificate, base::Timestamp moment) const;

    std::vector<signing::Certificate> m_roots;
    std::vector<KeyEntry> m_keys;
    std::int64_t m_last = 0;  ///< number of the newest key that has signed
};

/// Refuses "pki.renewal-overdue" where the key of checkpoints may not sign at the moment.
base::Outcome checkSigns(const std::optional<KeyEntry>& key, base::Timestamp now);

/// Signs what the journal holds now.
void signCheckpoint(const House& house, records::Transaction& transaction, const signing::KeyId& key);

}  // namespace issuance
