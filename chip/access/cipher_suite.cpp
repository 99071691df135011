// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/cipher_suite.hpp"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <bit>

#include "base/failure.hpp"
#include "base/openssl.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr std::size_t kDesBlock = 8, kAesBlock = 16, kMacSize = 8;

enum class Way { Decrypt = 0, Encrypt = 1 };

/// The cipher's name with OpenSSL.
const char* nameOf(CipherSuite suite) {
    switch (suite) {
        case CipherSuite::TripleDes: return "DES-EDE-CBC";
        case CipherSuite::Aes128: return "AES-128-CBC";
        case CipherSuite::Aes192: return "AES-192-CBC";
        case CipherSuite::Aes256: return "AES-256-CBC";
    }
    throw base::Failure{"openssl.failed"_code, base::NextStep::Stop, "cipher suite"};
}

base::DigestAlgorithm digestOf(CipherSuite suite) {
    return suite == CipherSuite::Aes192 || suite == CipherSuite::Aes256 ? base::DigestAlgorithm::Sha256
                                                                        : base::DigestAlgorithm::Sha1;
}

base::SecretBytes runCbc(CipherSuite suite, Way way, base::BytesView key, base::BytesView vector,
                         base::BytesView text) {
    const base::openssl::CipherContext context{base::openssl::check(EVP_CIPHER_CTX_new(), "EVP_CIPHER_CTX_new")};
    const EVP_CIPHER* cipher = base::openssl::check(EVP_get_cipherbyname(nameOf(suite)), nameOf(suite));
    if (key.size() != keySizeOf(suite) || vector.size() != blockSizeOf(suite) || text.size() % blockSizeOf(suite) != 0)
        throw base::Failure{"openssl.failed"_code, base::NextStep::Stop, nameOf(suite), "sizes"};
    base::openssl::check(
        EVP_CipherInit_ex(context.get(), cipher, nullptr, key.data(), vector.data(), static_cast<int>(way)),
        nameOf(suite));
    base::openssl::check(EVP_CIPHER_CTX_set_padding(context.get(), 0), nameOf(suite));
    base::SecretBytes result{text.size()};
    int size = 0;
    if (!text.empty())
        base::openssl::check(EVP_CipherUpdate(context.get(), result.revealForWriting().data(), &size, text.data(),
                                              static_cast<int>(text.size())),
                             nameOf(suite));
    return result;
}

/// The parity bit is the lowest of each octet: an odd number of ones in all eight.
void setOddParity(std::span<std::uint8_t> key) {
    for (auto& octet : key) {
        const auto upper = static_cast<std::uint8_t>(octet & 0xFE);
        octet = static_cast<std::uint8_t>(upper | ((std::popcount(upper) & 1) == 0 ? 1 : 0));
    }
}

/// Algorithm 3: single DES under the first half of the key over all blocks but the last, which gets the triple. Single
/// DES is triple DES with one key for all three; OpenSSL 3 keeps it in its legacy provider.
base::Bytes retailMac(base::BytesView key, base::BytesView text) {
    if (text.empty() || text.size() % kDesBlock != 0 || key.size() != 2 * kDesBlock)
        throw base::Failure{"openssl.failed"_code, base::NextStep::Stop, "retail MAC", "sizes"};
    base::Bytes chaining(kDesBlock, 0);
    const base::BytesView head = text.first(text.size() - kDesBlock), last = text.last(kDesBlock);
    if (!head.empty()) {
        const auto single = base::SecretBytes{base::concat({key.first(kDesBlock), key.first(kDesBlock)})};
        const auto chained = encryptCbc(CipherSuite::TripleDes, single.reveal(), chaining, head);
        const auto block = chained.reveal().last(kDesBlock);
        chaining.assign(block.begin(), block.end());
    }
    const auto mac = encryptCbc(CipherSuite::TripleDes, key, chaining, last);
    return {mac.reveal().begin(), mac.reveal().end()};
}

struct FreeMac {
    void operator()(EVP_MAC* mac) const noexcept { EVP_MAC_free(mac); }
    void operator()(EVP_MAC_CTX* context) const noexcept { EVP_MAC_CTX_free(context); }
};

}  // namespace

base::Bytes cmac(CipherSuite suite, base::BytesView key, base::BytesView text) {
    const std::unique_ptr<EVP_MAC, FreeMac> mac{base::openssl::check(EVP_MAC_fetch(nullptr, "CMAC", nullptr), "CMAC")};
    const std::unique_ptr<EVP_MAC_CTX, FreeMac> context{base::openssl::check(EVP_MAC_CTX_new(mac.get()), "CMAC")};
    std::string cipher = nameOf(suite);
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher.data(), 0),
                                     OSSL_PARAM_construct_end()};
    base::openssl::check(EVP_MAC_init(context.get(), key.data(), key.size(), parameters), "CMAC");
    base::openssl::check(EVP_MAC_update(context.get(), text.data(), text.size()), "CMAC");
    base::Bytes result(kAesBlock);
    std::size_t size = 0;
    base::openssl::check(EVP_MAC_final(context.get(), result.data(), &size, result.size()), "CMAC");
    result.resize(size);
    return result;
}

std::size_t blockSizeOf(CipherSuite suite) { return suite == CipherSuite::TripleDes ? kDesBlock : kAesBlock; }

std::size_t keySizeOf(CipherSuite suite) {
    switch (suite) {
        case CipherSuite::Aes192: return 24;
        case CipherSuite::Aes256: return 32;
        default: return 16;
    }
}

base::SecretBytes deriveKey(CipherSuite suite, base::BytesView sharedSecret, KeyUse use) {
    const base::SecretBytes input{base::concat({sharedSecret, base::bigEndian(static_cast<std::uint32_t>(use), 4)})};
    const base::SecretBytes hash{base::digest(digestOf(suite), input.reveal())};
    auto key = base::SecretBytes::copyOf(hash.reveal().first(keySizeOf(suite)));
    if (suite == CipherSuite::TripleDes) setOddParity(key.revealForWriting());
    return key;
}

base::SecretBytes encryptCbc(CipherSuite suite, base::BytesView key, base::BytesView vector, base::BytesView text) {
    return runCbc(suite, Way::Encrypt, key, vector, text);
}

base::SecretBytes decryptCbc(CipherSuite suite, base::BytesView key, base::BytesView vector, base::BytesView text) {
    return runCbc(suite, Way::Decrypt, key, vector, text);
}

base::Bytes encryptBlock(CipherSuite suite, base::BytesView key, base::BytesView block) {
    const auto result = encryptCbc(suite, key, base::Bytes(blockSizeOf(suite), 0), block);
    return {result.reveal().begin(), result.reveal().end()};
}

base::Bytes pad(CipherSuite suite, base::BytesView text) {
    base::Bytes padded(text.begin(), text.end());
    padded.push_back(0x80);
    padded.resize((padded.size() + blockSizeOf(suite) - 1) / blockSizeOf(suite) * blockSizeOf(suite), 0);
    return padded;
}

base::Result<base::Bytes> unpad(base::BytesView padded) {
    std::size_t end = padded.size();
    while (end > 0 && padded[end - 1] == 0) --end;
    if (end == 0 || padded[end - 1] != 0x80) return base::Fault{"access.malformed-answer"_code, {}, "padding"};
    return base::Bytes(padded.begin(), padded.begin() + static_cast<std::ptrdiff_t>(end - 1));
}

base::Bytes macOf(CipherSuite suite, base::BytesView key, base::BytesView text) {
    if (suite == CipherSuite::TripleDes) return retailMac(key, text);
    auto mac = cmac(suite, key, text);
    mac.resize(kMacSize);
    return mac;
}

}  // namespace chip
