// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/exported_key.hpp"

#include <openssl/pem.h>

#include "base/openssl.hpp"

namespace signing {
namespace openssl = base::openssl;

ExportedKey makeExportedKey() {
    const openssl::PKey key{openssl::check(EVP_EC_gen("P-256"), "EVP_EC_gen")};
    // In secure memory, so that it is wiped when it is freed.
    const std::unique_ptr<BIO, openssl::FreeWith<BIO_free>> text{openssl::check(BIO_new(BIO_s_secmem()), "BIO_new")};
    openssl::check(PEM_write_bio_PKCS8PrivateKey(text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr),
                   "PEM_write_bio_PKCS8PrivateKey");
    char* octets = nullptr;
    const auto count = BIO_get_mem_data(text.get(), &octets);
    ExportedKey made{base::SecretBytes::copyOf({octets, static_cast<std::size_t>(count)}), {}};
    std::uint8_t* encoded = nullptr;
    const int size = i2d_PUBKEY(key.get(), &encoded);
    if (size <= 0) openssl::throwFailure("i2d_PUBKEY");
    made.publicKey.assign(encoded, encoded + size);
    OPENSSL_free(encoded);
    return made;
}

}  // namespace signing
