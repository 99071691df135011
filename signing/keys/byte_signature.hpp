// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/keys/key_store.hpp"

namespace signing {

/// A bare signature over bytes with its algorithm, as one DER value: SEQUENCE{AlgorithmIdentifier, OCTET STRING}. What
/// is signed is the purpose's name, a zero octet and the message, so that a signature made for one thing is never one
/// for another. The journal's checkpoints are signed so.
base::Bytes signBytes(const KeyStore& keys, const KeyId& key, std::string_view purpose, base::BytesView message);

/// Refuses "signing.malformed", "signing.signature-wrong", and what PublicKey::read refuses.
base::Outcome verifyBytes(base::BytesView subjectPublicKeyInfo, std::string_view purpose, base::BytesView message,
                          base::BytesView signature);

}  // namespace signing
