// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/keys/file_key_store.hpp"

namespace signing {

/// The head of a key store folder: how the master key is sealed under the passphrase (docs/formats/key-store.md).
struct StoreHead {
    std::string storeId;
    PassphraseCost cost;
    base::Bytes salt;    ///< 16 octets
    base::Bytes sealed;  ///< the master key
};
base::Bytes encodeStoreHead(const StoreHead& head);
/// What the sealing of the master key is bound to: the head without the sealed part.
base::Bytes associatedWith(const StoreHead& head);
/// Throws "signing.key-store-corrupt".
StoreHead readStoreHead(base::BytesView file, const std::string& where);

/// The key that the passphrase gives (Argon2id).
base::SecretBytes passphraseKey(const base::SecretBytes& passphrase, const StoreHead& head);

/// One key's file.
struct KeyFile {
    KeyDescription description;
    base::Bytes sealed;  ///< private octets under the master key
};
base::Bytes encodeKeyFile(const KeyFile& file);
/// What the sealing of a key is bound to: its store and its description.
base::Bytes associatedWith(const std::string& storeId, const KeyDescription& description);
/// Throws "signing.key-store-corrupt".
KeyFile readKeyFile(base::BytesView file, const std::string& where);

}  // namespace signing
