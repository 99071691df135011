// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.hpp"
#include "base/secret_bytes.hpp"

namespace signing {

/// A fresh P-256 key for a program that keeps it in a file of its own, as TLS servers do; no key store holds it.
struct ExportedKey {
    base::SecretBytes pem;  ///< PKCS#8, not encrypted
    base::Bytes publicKey;  ///< SubjectPublicKeyInfo, the curve named
};
ExportedKey makeExportedKey();

}  // namespace signing
