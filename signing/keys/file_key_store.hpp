// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "signing/keys/key_store.hpp"

namespace signing {

/// How much work a guess at the passphrase costs (Argon2id, RFC 9106; these defaults are its second recommendation).
struct PassphraseCost {
    std::uint32_t memoryKib = 64 * 1024;
    std::uint32_t passes = 3;
    std::uint32_t lanes = 4;
};

/// Keys in a folder of encrypted files (docs/formats/key-store.md), opened with one passphrase. A key made by another
/// process in the same folder is found when it is asked for; one destroyed by another is wiped from this process's
/// memory at the first use a tenth of a second later.
class FileKeyStore final : public KeyStore {
   public:
    /// Refuses "signing.key-store-exists", "signing.passphrase-short" (fewer than 12 octets).
    static base::Result<std::unique_ptr<FileKeyStore>> create(const std::filesystem::path& folder,
                                                              const base::SecretBytes& passphrase,
                                                              const base::Clock& clock, PassphraseCost cost = {});
    /// Refuses "signing.key-store-missing", "signing.passphrase-wrong"; throws "signing.key-store-corrupt".
    static base::Result<std::unique_ptr<FileKeyStore>> open(const std::filesystem::path& folder,
                                                            const base::SecretBytes& passphrase,
                                                            const base::Clock& clock);
    ~FileKeyStore() override;

    /// Seals the store's master key anew; the keys' files stay as they are. Refuses "signing.passphrase-short".
    base::Outcome changePassphrase(const base::SecretBytes& passphrase, PassphraseCost cost = {});

    KeyId generate(KeyPurpose purpose, KeyAlgorithm algorithm, std::string_view label) override;
    [[nodiscard]] KeyDescription describe(const KeyId& id) const override;
    [[nodiscard]] std::vector<KeyDescription> keys() const override;
    [[nodiscard]] base::Bytes publicKey(const KeyId& id, CurveForm form) const override;
    [[nodiscard]] base::Bytes sign(const KeyId& id, base::DigestAlgorithm digest,
                                   base::BytesView message) const override;
    [[nodiscard]] base::Bytes wrap(const KeyId& id, const base::SecretBytes& secret,
                                   base::BytesView associated) const override;
    [[nodiscard]] base::Result<base::SecretBytes> unwrap(const KeyId& id, base::BytesView wrapped,
                                                         base::BytesView associated) const override;
    /// Its file is overwritten and removed; backups of the folder keep theirs.
    void destroy(const KeyId& id) override;

   private:
    struct State;
    explicit FileKeyStore(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace signing
