// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "base/der.hpp"
#include "base/digest.hpp"
#include "signing/keys/token_objects.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::size_t kNonce = 12, kTag = 16;

CK_BYTE* octetsOf(base::BytesView octets) {
    return const_cast<CK_BYTE*>(octets.data());  // the C interface takes what it only reads as non-const
}

struct Hash {
    CK_MECHANISM_TYPE hash;
    CK_RSA_PKCS_MGF_TYPE mask;
    CK_MECHANISM_TYPE pkcs1, pss;
};
Hash hashOf(base::DigestAlgorithm digest) {
    constexpr std::array<Hash, 4> kHashes{
        {{CKM_SHA224, CKG_MGF1_SHA224, CKM_SHA224_RSA_PKCS, CKM_SHA224_RSA_PKCS_PSS},
         {CKM_SHA256, CKG_MGF1_SHA256, CKM_SHA256_RSA_PKCS, CKM_SHA256_RSA_PKCS_PSS},
         {CKM_SHA384, CKG_MGF1_SHA384, CKM_SHA384_RSA_PKCS, CKM_SHA384_RSA_PKCS_PSS},
         {CKM_SHA512, CKG_MGF1_SHA512, CKM_SHA512_RSA_PKCS, CKM_SHA512_RSA_PKCS_PSS}}};
    return kHashes.at(static_cast<std::size_t>(digest) - static_cast<std::size_t>(base::DigestAlgorithm::Sha224));
}

base::Bytes signWith(const TokenConnection::Session& session, CK_MECHANISM mechanism, CK_OBJECT_HANDLE key,
                     base::BytesView data) {
    std::array<CK_BYTE, 1024> signature{};
    CK_ULONG size = signature.size();
    Pkcs11Module::check(session.functions()->C_SignInit(session.handle(), &mechanism, key), "C_SignInit");
    Pkcs11Module::check(
        session.functions()->C_Sign(session.handle(), octetsOf(data), data.size(), signature.data(), &size), "C_Sign");
    return {signature.begin(), signature.begin() + static_cast<std::ptrdiff_t>(size)};
}

/// r and s side by side become the SEQUENCE that X.509 wants.
base::Bytes ecdsaValue(const base::Bytes& raw) {
    const base::BytesView both{raw};
    return der::sequence({der::integer(both.first(raw.size() / 2)), der::integer(both.subspan(raw.size() / 2))});
}

CK_GCM_PARAMS gcm(base::BytesView nonce, base::BytesView associated) {
    CK_GCM_PARAMS parameters{};
    parameters.pIv = octetsOf(nonce);
    parameters.ulIvLen = nonce.size();
    parameters.ulIvBits = nonce.size() * 8;
    parameters.pAAD = octetsOf(associated);
    parameters.ulAADLen = associated.size();
    parameters.ulTagBits = kTag * 8;
    return parameters;
}

}  // namespace

base::Bytes signInToken(const TokenConnection::Session& session, const TokenKey& key, base::DigestAlgorithm digest,
                        base::BytesView message) {
    const auto algorithm = signatureAlgorithmOf(key.description.algorithm, digest);
    const auto hash = hashOf(digest);
    switch (algorithm.scheme) {
        case SignatureScheme::Ecdsa:
            return ecdsaValue(signWith(session, {CKM_ECDSA, nullptr, 0}, key.handle, base::digest(digest, message)));
        case SignatureScheme::RsaPkcs1: return signWith(session, {hash.pkcs1, nullptr, 0}, key.handle, message);
        case SignatureScheme::RsaPss: {
            CK_RSA_PKCS_PSS_PARAMS parameters{hash.hash, hash.mask, algorithm.saltLength};
            return signWith(session, {hash.pss, &parameters, sizeof parameters}, key.handle, message);
        }
    }
    return {};
}

base::Bytes sealInToken(const TokenConnection::Session& session, const TokenKey& key, base::BytesView plain,
                        base::BytesView associated) {
    auto sealed = base::randomBytes(kNonce);
    const base::Bytes nonce = sealed;
    auto parameters = gcm(nonce, associated);
    CK_MECHANISM mechanism{CKM_AES_GCM, &parameters, sizeof parameters};
    base::Bytes out(plain.size() + kTag);
    CK_ULONG size = out.size();
    Pkcs11Module::check(session.functions()->C_EncryptInit(session.handle(), &mechanism, key.handle), "C_EncryptInit");
    Pkcs11Module::check(
        session.functions()->C_Encrypt(session.handle(), octetsOf(plain), plain.size(), out.data(), &size),
        "C_Encrypt");
    out.resize(size);
    base::append(sealed, out);
    return sealed;
}

std::optional<base::SecretBytes> unsealInToken(const TokenConnection::Session& session, const TokenKey& key,
                                               base::BytesView sealed, base::BytesView associated) {
    if (sealed.size() < kNonce + kTag) return std::nullopt;
    auto parameters = gcm(sealed.first(kNonce), associated);
    CK_MECHANISM mechanism{CKM_AES_GCM, &parameters, sizeof parameters};
    const auto body = sealed.subspan(kNonce);
    base::SecretBytes room{body.size()};
    CK_ULONG size = room.size();
    Pkcs11Module::check(session.functions()->C_DecryptInit(session.handle(), &mechanism, key.handle), "C_DecryptInit");
    const auto value = session.functions()->C_Decrypt(session.handle(), octetsOf(body), body.size(),
                                                      room.revealForWriting().data(), &size);
    const TokenError error{"C_Decrypt", value};
    if (value != CKR_OK && error.lostConnection()) throw error;
    if (value != CKR_OK) return std::nullopt;
    return base::SecretBytes::copyOf(room.reveal().first(size));
}

}  // namespace signing
