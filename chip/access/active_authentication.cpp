// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/active_authentication.hpp"

#include <openssl/core_names.h>
#include <openssl/rsa.h>

#include "base/der.hpp"
#include "base/openssl.hpp"
#include "chip/access/exchange.hpp"
#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace ssl = base::openssl;

constexpr std::size_t kChallenge = 8;
constexpr std::uint8_t kHeader = 0x6A, kSha1Trailer = 0xBC, kNamedTrailer = 0xCC;

base::Fault wrong() { return {"aa.signature-wrong"_code}; }
base::Fault unsupported() { return {"aa.unsupported-key"_code}; }

ssl::PKey readPublicKey(base::BytesView publicKey) {
    const unsigned char* at = publicKey.data();
    ssl::PKey key{d2i_PUBKEY(nullptr, &at, static_cast<long>(publicKey.size()))};
    ssl::forgetErrors();
    return key;
}

const EVP_MD* digestMethod(base::DigestAlgorithm digest) {
    return ssl::check(EVP_get_digestbyname(std::string{base::nameOf(digest)}.c_str()), "EVP_get_digestbyname");
}

base::Outcome checkEcdsa(EVP_PKEY* key, base::BytesView challenge, base::BytesView signature,
                         std::optional<base::DigestAlgorithm> digest) {
    const auto bits = static_cast<std::size_t>(EVP_PKEY_get_bits(key));
    const std::size_t half = (bits + 7) / 8;
    if (signature.size() != 2 * half) return wrong();
    const auto encoded =
        base::der::sequence({base::der::integer(signature.first(half)), base::der::integer(signature.last(half))});
    const ssl::MdContext context{ssl::check(EVP_MD_CTX_new(), "EVP_MD_CTX_new")};
    const EVP_MD* method = digestMethod(digest.value_or(digestForKeySize(bits)));
    ssl::check(EVP_DigestVerifyInit(context.get(), nullptr, method, nullptr, key), "EVP_DigestVerifyInit");
    const int verified =
        EVP_DigestVerify(context.get(), encoded.data(), encoded.size(), challenge.data(), challenge.size());
    ssl::forgetErrors();
    if (verified != 1) return wrong();
    return {};
}

/// The signature to the power of the public exponent; empty where it is no number below the modulus.
base::Bytes recover(EVP_PKEY* key, base::BytesView signature) {
    const ssl::PKeyContext context{ssl::check(EVP_PKEY_CTX_new(key, nullptr), "EVP_PKEY_CTX_new")};
    ssl::check(EVP_PKEY_verify_recover_init(context.get()), "EVP_PKEY_verify_recover_init");
    ssl::check(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING), "EVP_PKEY_CTX_set_rsa_padding");
    base::Bytes recovered(static_cast<std::size_t>(EVP_PKEY_get_size(key)));
    std::size_t size = recovered.size();
    const int done =
        EVP_PKEY_verify_recover(context.get(), recovered.data(), &size, signature.data(), signature.size());
    ssl::forgetErrors();
    recovered.resize(done == 1 ? size : 0);
    return recovered;
}

/// n - I: signatures after ISO/IEC 9796-2 B.4 are the smaller of the two.
base::Bytes complement(EVP_PKEY* key, base::BytesView recovered) {
    BIGNUM* modulus = nullptr;
    ssl::check(EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &modulus), "EVP_PKEY_get_bn_param");
    const ssl::BigNumber n{modulus};
    const ssl::BigNumber number{BN_bin2bn(recovered.data(), static_cast<int>(recovered.size()), nullptr)};
    ssl::check(BN_sub(number.get(), n.get(), number.get()), "BN_sub");
    base::Bytes octets(recovered.size());
    if (BN_bn2binpad(number.get(), octets.data(), static_cast<int>(octets.size())) < 0)
        ssl::throwFailure("BN_bn2binpad");
    return octets;
}

base::Outcome checkRsa(EVP_PKEY* key, base::BytesView challenge, base::BytesView signature) {
    const auto recovered = recover(key, signature);
    if (recovered.empty()) return wrong();
    if (checkRecoveredMessage(recovered, challenge)) return {};
    return checkRecoveredMessage(complement(key, recovered), challenge);
}

/// The hash function that the trailer names, and the trailer's size.
std::optional<std::pair<base::DigestAlgorithm, std::size_t>> trailerOf(base::BytesView recovered) {
    if (recovered.back() == kSha1Trailer) return std::pair{base::DigestAlgorithm::Sha1, std::size_t{1}};
    if (recovered.back() != kNamedTrailer) return {};
    switch (recovered[recovered.size() - 2]) {
        case 0x38: return std::pair{base::DigestAlgorithm::Sha224, std::size_t{2}};
        case 0x34: return std::pair{base::DigestAlgorithm::Sha256, std::size_t{2}};
        case 0x36: return std::pair{base::DigestAlgorithm::Sha384, std::size_t{2}};
        case 0x35: return std::pair{base::DigestAlgorithm::Sha512, std::size_t{2}};
        default: return {};
    }
}

}  // namespace

base::DigestAlgorithm digestForKeySize(std::size_t bits) {
    if (bits < 256) return base::DigestAlgorithm::Sha224;
    if (bits < 384) return base::DigestAlgorithm::Sha256;
    return bits < 512 ? base::DigestAlgorithm::Sha384 : base::DigestAlgorithm::Sha512;
}

base::Outcome checkRecoveredMessage(base::BytesView recovered, base::BytesView challenge) {
    if (recovered.size() < 3 || recovered[0] != kHeader) return wrong();
    const auto trailer = trailerOf(recovered);
    if (!trailer) return wrong();
    const auto [digest, trailerSize] = *trailer;
    const std::size_t tail = base::sizeOf(digest) + trailerSize;
    if (recovered.size() < 1 + tail) return wrong();
    const auto random = recovered.subspan(1, recovered.size() - 1 - tail);
    const auto hash = recovered.subspan(1 + random.size(), base::sizeOf(digest));
    if (!base::equalInConstantTime(base::digest(digest, base::concat({random, challenge})), hash)) return wrong();
    return {};
}

base::Outcome checkActiveAuthentication(base::BytesView publicKey, base::BytesView challenge, base::BytesView signature,
                                        std::optional<base::DigestAlgorithm> digest) {
    const auto key = readPublicKey(publicKey);
    if (!key) return unsupported();
    switch (EVP_PKEY_get_base_id(key.get())) {
        case EVP_PKEY_EC: return checkEcdsa(key.get(), challenge, signature, digest);
        case EVP_PKEY_RSA: return checkRsa(key.get(), challenge, signature);
        default: return unsupported();
    }
}

base::Outcome activeAuthenticate(Card& card, base::BytesView publicKey, std::optional<base::DigestAlgorithm> digest,
                                 RandomSource& random) {
    const auto drawn = random.octets(kChallenge);
    const base::Bytes challenge(drawn.reveal().begin(), drawn.reveal().end());
    const auto response = card.transmit({0x00, ins::kInternalAuthenticate, 0x00, 0x00, challenge, 256});
    if (response.status == status::kSecurityStatusNotSatisfied)
        return base::Fault{"access.denied"_code, {{"file", "INTERNAL AUTHENTICATE"}}};
    if (!response.ok()) return unexpectedStatus(Exchange::InternalAuthenticate, response.status);
    return checkActiveAuthentication(publicKey, challenge, response.data, digest);
}

}  // namespace chip
