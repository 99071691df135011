// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "signing/keys/key_store.hpp"

namespace signing {

/// Which token: the vendor's PKCS#11 module and the token's label, in whatever slot it is.
struct TokenAddress {
    std::filesystem::path module;
    std::string label;
};

/// Asks a person for the token's PIN.
using PinEntry = std::function<base::SecretBytes(const std::string& label)>;

/// Keys in a token behind PKCS#11 (docs/formats/key-store.md): made inside, sensitive and not extractable, so that no
/// call can bring one out. Handles are cached; sessions are kept, one a thread at work. When the token vanishes, the
/// next use finds it by its label and logs in again; while it is away, uses throw Failure "signing.token-missing",
/// which may be tried again.
class TokenKeyStore final : public KeyStore {
   public:
    /// Refuses "signing.token-missing", "signing.token-ambiguous", "signing.pin-wrong", "signing.pin-locked"; throws
    /// "signing.module-unusable", "signing.token-failed".
    static base::Result<std::unique_ptr<TokenKeyStore>> open(const TokenAddress& address, const PinEntry& askPin,
                                                             const base::Clock& clock);
    ~TokenKeyStore() override;

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
    void destroy(const KeyId& id) override;

   private:
    struct State;
    explicit TokenKeyStore(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace signing
