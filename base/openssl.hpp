// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string_view>

#include "base/bytes.hpp"
#include "base/secret_bytes.hpp"

/// OpenSSL's objects with owners. Include this in sources only: no header of a room shows an OpenSSL type to another
/// room.
namespace base::openssl {

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T* object) const noexcept {
        Free(object);
    }
};

using PKey = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using PKeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeWith<EVP_PKEY_CTX_free>>;
using MdContext = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeWith<EVP_CIPHER_CTX_free>>;
using BigNumber = std::unique_ptr<BIGNUM, FreeWith<BN_clear_free>>;
using BigNumberContext = std::unique_ptr<BN_CTX, FreeWith<BN_CTX_free>>;
using Group = std::unique_ptr<EC_GROUP, FreeWith<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, FreeWith<EC_POINT_clear_free>>;
using Certificate = std::unique_ptr<X509, FreeWith<X509_free>>;

/// Throws Failure "openssl.failed" with OpenSSL's own reasons and empties its queue.
[[noreturn]] void throwFailure(std::string_view operation);
/// Throws unless `result` is 1, OpenSSL's word for success.
void check(int result, std::string_view operation);
/// Throws on a null object, else hands it on.
template <class T>
T* check(T* object, std::string_view operation) {
    if (object == nullptr) throwFailure(operation);
    return object;
}
/// Forgets queued errors after a failure that was expected (a signature that does not verify).
void forgetErrors();

}  // namespace base::openssl
