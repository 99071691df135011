// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/keys/key_store.hpp"
#include "signing/keys/token_session.hpp"

/// Internal to signing/keys: shows PKCS#11 types.
namespace signing {

/// One key of a token with what is known of it; the handle is of a connection's age.
struct TokenKey {
    KeyDescription description;
    CK_OBJECT_HANDLE handle = 0;
    base::Bytes publicExplicit, publicNamed;
};

/// Makes a key inside the token, sensitive and not extractable, and makes sure that the token says so; throws
/// TokenError, and Failure "signing.token-failed" for a token that would give the key out.
void makeTokenKey(const TokenConnection::Session& session, const KeyDescription& description);
/// Every key of ours in the token.
std::vector<TokenKey> readTokenKeys(const TokenConnection::Session& session);
/// Destroys all objects of a key.
void destroyTokenKey(const TokenConnection::Session& session, const KeyId& id);

/// The signature in the form that KeyStore::sign promises.
base::Bytes signInToken(const TokenConnection::Session& session, const TokenKey& key, base::DigestAlgorithm digest,
                        base::BytesView message);

/// AES-256-GCM inside the token; the same form as sealing.hpp.
base::Bytes sealInToken(const TokenConnection::Session& session, const TokenKey& key, base::BytesView plain,
                        base::BytesView associated);
/// Nothing where key, content or associated octets are not those of the sealing.
std::optional<base::SecretBytes> unsealInToken(const TokenConnection::Session& session, const TokenKey& key,
                                               base::BytesView sealed, base::BytesView associated);

}  // namespace signing
