// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/secret_bytes.hpp"
#include "chip/access/cipher_suite.hpp"

namespace chip {

/// How a chip's own transport key is made from the house's: not at all; EMV CPS 2.1 (3DES over six octets of the
/// chip's diversification data, F0 or 0F and the key's number); GlobalPlatform's KDF3 (SP 800-108 in counter mode with
/// AES-CMAC over the diversification data).
enum class Diversification { None, Emv, Kdf3 };

/// The three keys of a GlobalPlatform key set; other products have one, which counts as the first.
enum class KeyRole : std::uint8_t { Encryption = 1, Authentication = 2, Secrets = 3 };

/// "3des", "aes-128", "aes-192", "aes-256", as profiles write it.
std::string_view nameOf(CipherSuite cipher);
/// Of a name that the schema has passed.
CipherSuite cipherNamed(std::string_view name);

/// Which key opens the chips of a product.
struct TransportKeyRule {
    std::string name = {};  ///< by which the house keeps it
    CipherSuite cipher = CipherSuite::Aes128;
    Diversification diversification = Diversification::None;
};

/// The chip's key for the role. `data` is the ten octets of diversification data from INITIALIZE UPDATE, or what stands
/// for them. Throws Failure "personalization.transport-key-unfit" where key and cipher do not fit each other.
base::SecretBytes diversify(const TransportKeyRule& rule, base::BytesView masterKey, base::BytesView data,
                            KeyRole role);

/// The transport keys of the house, by name: of a key set one after the other, encryption, authentication, secrets.
class TransportKeys {
   public:
    void add(std::string name, base::SecretBytes key) { m_keys[std::move(name)] = std::move(key); }
    /// Null where there is none.
    [[nodiscard]] const base::SecretBytes* find(const std::string& name) const;
    /// The part of the key that has the role: all of a single key, a third of a key set. Throws
    /// "personalization.transport-key-unfit" for keys of another length.
    [[nodiscard]] static base::BytesView partOf(const TransportKeyRule& rule, const base::SecretBytes& key,
                                                KeyRole role);

   private:
    std::map<std::string, base::SecretBytes> m_keys;
};

}  // namespace chip
