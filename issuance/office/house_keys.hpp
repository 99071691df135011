// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include "issuance/office/institution.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "signing/keys/key_store.hpp"

namespace issuance {

/// The key store of a home, in its folder or in a token, opened when a key is first asked for: who only looks something
/// up is asked for no PIN. Where it cannot be opened ("signing.pin-wrong" and the like), the use that needed it throws,
/// and the next one tries again.
class HouseKeys final : public signing::KeyStore {
   public:
    /// The secret comes from the file that the home names for it; where that is not there, it is asked for.
    HouseKeys(HomeFiles files, const Institution& institution, SecretEntry askSecret, const base::Clock& clock);
    /// Makes the store of a home that is founded: a folder with a passphrase of its own, or a token that is initialised
    /// already. Refuses what the token refuses.
    static base::Result<std::unique_ptr<HouseKeys>> found(HomeFiles files, const Institution& institution,
                                                          SecretEntry askSecret, const base::Clock& clock);

    /// Opens the store unless it is open. Acts do so before their transaction begins: nobody waits for a person's PIN.
    void ready() const { (void)opened(); }

    signing::KeyId generate(signing::KeyPurpose purpose, signing::KeyAlgorithm algorithm,
                            std::string_view label) override {
        return opened().generate(purpose, algorithm, label);
    }
    [[nodiscard]] signing::KeyDescription describe(const signing::KeyId& id) const override {
        return opened().describe(id);
    }
    [[nodiscard]] std::vector<signing::KeyDescription> keys() const override { return opened().keys(); }
    [[nodiscard]] base::Bytes publicKey(const signing::KeyId& id, signing::CurveForm form) const override {
        return opened().publicKey(id, form);
    }
    [[nodiscard]] base::Bytes sign(const signing::KeyId& id, base::DigestAlgorithm digest,
                                   base::BytesView message) const override {
        return opened().sign(id, digest, message);
    }
    [[nodiscard]] base::Bytes wrap(const signing::KeyId& id, const base::SecretBytes& secret,
                                   base::BytesView associated) const override {
        return opened().wrap(id, secret, associated);
    }
    [[nodiscard]] base::Result<base::SecretBytes> unwrap(const signing::KeyId& id, base::BytesView wrapped,
                                                         base::BytesView associated) const override {
        return opened().unwrap(id, wrapped, associated);
    }
    void destroy(const signing::KeyId& id) override { opened().destroy(id); }

   private:
    [[nodiscard]] signing::KeyStore& opened() const;
    [[nodiscard]] base::Result<std::unique_ptr<signing::KeyStore>> open() const;
    [[nodiscard]] base::SecretBytes secret() const;

    HomeFiles m_files;
    std::optional<TokenPlace> m_token;
    SecretEntry m_askSecret;
    const base::Clock& m_clock;
    mutable std::mutex m_opening;
    mutable std::unique_ptr<signing::KeyStore> m_store;
};

}  // namespace issuance
