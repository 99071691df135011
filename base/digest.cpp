// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.hpp"

#include <openssl/hmac.h>
#include <openssl/rand.h>

#include "base/openssl.hpp"

namespace base {
namespace {

const EVP_MD* implementationOf(DigestAlgorithm algorithm) {
    switch (algorithm) {
        case DigestAlgorithm::Sha1: return EVP_sha1();
        case DigestAlgorithm::Sha224: return EVP_sha224();
        case DigestAlgorithm::Sha256: return EVP_sha256();
        case DigestAlgorithm::Sha384: return EVP_sha384();
        case DigestAlgorithm::Sha512: return EVP_sha512();
    }
    return EVP_sha256();
}

}  // namespace

std::string_view nameOf(DigestAlgorithm algorithm) {
    switch (algorithm) {
        case DigestAlgorithm::Sha1: return "sha1";
        case DigestAlgorithm::Sha224: return "sha224";
        case DigestAlgorithm::Sha256: return "sha256";
        case DigestAlgorithm::Sha384: return "sha384";
        case DigestAlgorithm::Sha512: return "sha512";
    }
    return "sha256";
}

std::size_t sizeOf(DigestAlgorithm algorithm) {
    return static_cast<std::size_t>(EVP_MD_get_size(implementationOf(algorithm)));
}

Bytes digest(DigestAlgorithm algorithm, BytesView octets) {
    Bytes value(sizeOf(algorithm));
    openssl::check(
        EVP_Digest(octets.data(), octets.size(), value.data(), nullptr, implementationOf(algorithm), nullptr),
        "digest");
    return value;
}

Bytes hmacSha256(BytesView key, BytesView octets) {
    Bytes value(32);
    openssl::check(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), octets.data(), octets.size(),
                        value.data(), nullptr),
                   "hmac");
    return value;
}

struct Sha256Stream::State {
    openssl::MdContext context{EVP_MD_CTX_new()};
};

Sha256Stream::Sha256Stream() : m_state(std::make_unique<State>()) {
    openssl::check(EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr), "digest");
}
Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::add(BytesView octets) {
    openssl::check(EVP_DigestUpdate(m_state->context.get(), octets.data(), octets.size()), "digest");
}

Bytes Sha256Stream::soFar() const {
    Bytes value(32);
    const openssl::MdContext copy{EVP_MD_CTX_new()};
    openssl::check(EVP_MD_CTX_copy_ex(copy.get(), m_state->context.get()), "digest");
    openssl::check(EVP_DigestFinal_ex(copy.get(), value.data(), nullptr), "digest");
    return value;
}

Bytes Sha256Stream::finish() {
    Bytes value(32);
    openssl::check(EVP_DigestFinal_ex(m_state->context.get(), value.data(), nullptr), "digest");
    return value;
}

Bytes randomBytes(std::size_t count) {
    Bytes octets(count);
    openssl::check(RAND_bytes(octets.data(), static_cast<int>(count)), "random");
    return octets;
}

std::string randomId() { return toHex(randomBytes(16)); }

}  // namespace base
