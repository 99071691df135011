// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/secret_bytes.hpp"
#include "base/strong_id.hpp"
#include "signing/keys/algorithm.hpp"
#include "signing/keys/curve.hpp"

namespace signing {

using KeyId = base::StrongId<struct KeyIdTag>;

/// What a key is for; a key serves one purpose only.
enum class KeyPurpose {
    CountrySigning,
    DocumentSigning,
    OperationalRoot,
    OrderSigning,
    JournalCheckpoint,
    Wrapping,
    HouseAuthority,
    ElectronicSignature,
    MasterListSigning,
    SealSigning
};
/// "country-signing", "document-signing", …
std::string_view nameOf(KeyPurpose purpose);
base::Result<KeyPurpose> keyPurposeNamed(std::string_view name);

/// What anyone may know about a key.
struct KeyDescription {
    KeyId id;
    KeyPurpose purpose = KeyPurpose::DocumentSigning;
    KeyAlgorithm algorithm = KeyAlgorithm::EcdsaP256;
    std::string label;
    base::Timestamp created;
};

/// Keys that are used through this interface and never leave it. Asking for a key that is not there, or for what it
/// is not made for, throws Failure "signing.key-missing" or "signing.key-unsuitable". Safe to use from several threads.
class KeyStore {
   public:
    virtual ~KeyStore() = default;

    /// Makes a key; when this returns, the key is durable. Labels are for people and need not be unique.
    virtual KeyId generate(KeyPurpose purpose, KeyAlgorithm algorithm, std::string_view label) = 0;
    [[nodiscard]] virtual KeyDescription describe(const KeyId& id) const = 0;
    /// All keys, oldest first.
    [[nodiscard]] virtual std::vector<KeyDescription> keys() const = 0;
    /// SubjectPublicKeyInfo in DER; the form matters to EC keys only. Travel document certificates spell the curve out.
    [[nodiscard]] virtual base::Bytes publicKey(const KeyId& id, CurveForm form) const = 0;

    /// The signature over the message in the key's scheme: ECDSA as DER SEQUENCE of r and s, RSA as the bare number.
    [[nodiscard]] virtual base::Bytes sign(const KeyId& id, base::DigestAlgorithm digest,
                                           base::BytesView message) const = 0;

    /// A secret sealed under a wrapping key (AES-256-GCM). `associated` says what it belongs to and must be the same
    /// when it is unwrapped.
    [[nodiscard]] virtual base::Bytes wrap(const KeyId& id, const base::SecretBytes& secret,
                                           base::BytesView associated) const = 0;
    /// Refuses "signing.not-unwrapped" when key, content or `associated` are not those of the wrapping.
    [[nodiscard]] virtual base::Result<base::SecretBytes> unwrap(const KeyId& id, base::BytesView wrapped,
                                                                 base::BytesView associated) const = 0;

    /// Makes an end of a key: when this returns, neither the store nor this process holds anything of it, it is durably
    /// gone, and whatever is asked of it throws "signing.key-missing".
    virtual void destroy(const KeyId& id) = 0;
};

}  // namespace signing
