// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "issuance/line/key_components.hpp"
#include "records/journal/journal.hpp"
#include "signing/keys/key_store.hpp"

namespace issuance {

/// A transport key as anybody may know it.
struct TransportKeyEntry {
    std::string name, cipher, checkBlock;
    std::vector<std::string> checkValues;
    std::string enteredAt, enteredBy, enteredWith;
    std::string endedAt, endedBy, endedWith, reason;  ///< empty while the house has it
};

/// "zeros", "ones".
std::string_view nameOf(chip::CheckBlock block);

/// The transport keys of the house, sealed under the key store's wrapping key (docs/formats/transport-keys.md). Changes
/// take the caller's transaction and two people.
class TransportKeyBook {
   public:
    TransportKeyBook(const signing::KeyStore& keys, signing::KeyId wrappingKey, const base::Clock& clock)
        : m_keys(keys), m_wrappingKey(std::move(wrappingKey)), m_clock(clock) {}

    /// Refuses "transport-key.known" where the house has one of the name, and what combining refuses.
    base::Result<CombinedKey> enter(records::Transaction& transaction, const records::Author& author,
                                    const chip::TransportKeyKind& kind, const KeyComponents& components) const;
    /// Destroys the one of the kind's name and enters another. Refuses "transport-key.not-entered", and what combining
    /// refuses.
    base::Result<CombinedKey> replace(records::Transaction& transaction, const records::Author& author,
                                      const chip::TransportKeyKind& kind, const KeyComponents& components,
                                      const std::string& reason) const;
    /// What is left are name and check values. Refuses "transport-key.not-entered".
    base::Outcome destroy(records::Transaction& transaction, const records::Author& author, const std::string& name,
                          const std::string& reason) const;

    /// By name, the oldest first; those that the house has, and those that it destroyed.
    [[nodiscard]] std::vector<TransportKeyEntry> entries(records::Connection& connection) const;
    [[nodiscard]] bool has(records::Connection& connection, const std::string& name) const;

    /// What opens chips of the profile, in the clear: to be dropped as soon as the chip is written. Empty for profiles
    /// without a transport key. Refuses "personalization.transport-key-missing" and, where it was entered for another
    /// cipher, "personalization.transport-key-unfit".
    [[nodiscard]] base::Result<std::shared_ptr<const chip::TransportKeys>> keysFor(
        records::Connection& connection, const chip::ChipProfile& profile) const;

   private:
    void keep(records::Transaction& transaction, const records::Author& author, const chip::TransportKeyKind& kind,
              const CombinedKey& combined) const;
    const signing::KeyStore& m_keys;
    signing::KeyId m_wrappingKey;
    const base::Clock& m_clock;
};

}  // namespace issuance
