// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/sealing.hpp"

#include "base/digest.hpp"
#include "base/openssl.hpp"

namespace signing {
namespace {

using base::openssl::check;
using base::openssl::CipherContext;

constexpr std::size_t kNonceSize = 12, kTagSize = 16;

}  // namespace

base::Bytes seal(const base::SecretBytes& key, base::BytesView plain, base::BytesView associated) {
    base::Bytes sealed = base::randomBytes(kNonceSize);
    sealed.resize(kNonceSize + plain.size() + kTagSize);
    const CipherContext context{check(EVP_CIPHER_CTX_new(), "AES-GCM")};
    int size = 0;
    check(EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.reveal().data(), sealed.data()), "AES-GCM");
    check(EVP_EncryptUpdate(context.get(), nullptr, &size, associated.data(), static_cast<int>(associated.size())),
          "AES-GCM");
    check(EVP_EncryptUpdate(context.get(), sealed.data() + kNonceSize, &size, plain.data(),
                            static_cast<int>(plain.size())),
          "AES-GCM");
    check(EVP_EncryptFinal_ex(context.get(), sealed.data() + kNonceSize + size, &size), "AES-GCM");
    check(
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTagSize, sealed.data() + kNonceSize + plain.size()),
        "AES-GCM");
    return sealed;
}

std::optional<base::SecretBytes> unseal(const base::SecretBytes& key, base::BytesView sealed,
                                        base::BytesView associated) {
    if (sealed.size() < kNonceSize + kTagSize) return std::nullopt;
    const auto inside = sealed.subspan(kNonceSize, sealed.size() - kNonceSize - kTagSize);
    base::Bytes tag(sealed.end() - kTagSize, sealed.end());
    base::SecretBytes plain{inside.size()};
    const CipherContext context{check(EVP_CIPHER_CTX_new(), "AES-GCM")};
    int size = 0;
    check(EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.reveal().data(), sealed.data()), "AES-GCM");
    check(EVP_DecryptUpdate(context.get(), nullptr, &size, associated.data(), static_cast<int>(associated.size())),
          "AES-GCM");
    check(EVP_DecryptUpdate(context.get(), plain.revealForWriting().data(), &size, inside.data(),
                            static_cast<int>(inside.size())),
          "AES-GCM");
    check(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTagSize, tag.data()), "AES-GCM");
    if (EVP_DecryptFinal_ex(context.get(), plain.revealForWriting().data() + size, &size) != 1) {
        base::openssl::forgetErrors();
        return std::nullopt;
    }
    return plain;
}

}  // namespace signing
