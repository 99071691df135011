// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/chip_signer.hpp"

#include "base/der.hpp"
#include "base/failure.hpp"
#include "base/openssl.hpp"
#include "chip/access/active_authentication.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace ssl = base::openssl;
namespace der = base::der;

constexpr base::tlv::Tag kPrime = 0x81, kA = 0x82, kB = 0x83, kGenerator = 0x84, kOrder = 0x85, kPrivate = 0x86;
constexpr std::string_view kPrimeField = "1.2.840.10045.1.1";

/// ECPrivateKey (RFC 5915) with explicit parameters (X9.62), which is how OpenSSL takes a key on any curve.
base::SecretBytes encodeKey(const std::vector<base::tlv::Element>& parts) {
    const auto value = [&](base::tlv::Tag tag) { return base::tlv::find(parts, tag)->value; };
    const auto field = der::sequence({der::oid(kPrimeField), der::integer(value(kPrime))});
    const auto curve = der::sequence({der::octetString(value(kA)), der::octetString(value(kB))});
    const auto parameters =
        der::sequence({der::integer(std::uint64_t{1}), field, curve, der::octetString(value(kGenerator)),
                       der::integer(value(kOrder)), der::integer(std::uint64_t{1})});
    return base::SecretBytes{der::sequence(
        {der::integer(std::uint64_t{1}), der::octetString(value(kPrivate)), der::explicitTag(0, parameters)})};
}

/// Null where the objects are no key.
ssl::PKey readKey(base::BytesView objects) {
    const auto parts = base::tlv::readAll(objects);
    if (!parts) return nullptr;
    for (const auto tag : {kPrime, kA, kB, kGenerator, kOrder, kPrivate})
        if (!base::tlv::find(*parts, tag)) return nullptr;
    const auto encoded = encodeKey(*parts);
    const unsigned char* at = encoded.reveal().data();
    ssl::PKey key{d2i_PrivateKey(EVP_PKEY_EC, nullptr, &at, static_cast<long>(encoded.size()))};
    ssl::forgetErrors();
    return key;
}

/// r || s of the DER sequence, each filled to the width.
base::Bytes plainSignature(base::BytesView encoded, std::size_t width) {
    const auto sequence = base::expected(base::tlv::readFirst(encoded), "ECDSA signature");
    base::Bytes plain;
    for (const auto& part : base::expected(base::tlv::readAll(sequence.value), "ECDSA signature")) {
        const auto number = base::expected(der::readUnsigned(part.value), "ECDSA signature");
        plain.resize(plain.size() + width - number.size(), 0);
        base::append(plain, number);
    }
    return plain;
}

/// BC for SHA-1, else the number of ISO/IEC 10118-3 and CC.
base::Bytes trailerOf(base::DigestAlgorithm digest) {
    switch (digest) {
        case base::DigestAlgorithm::Sha1: return {0xBC};
        case base::DigestAlgorithm::Sha224: return {0x38, 0xCC};
        case base::DigestAlgorithm::Sha256: return {0x34, 0xCC};
        case base::DigestAlgorithm::Sha384: return {0x36, 0xCC};
        case base::DigestAlgorithm::Sha512: return {0x35, 0xCC};
    }
    throw base::Failure{"simulator.memory-malformed"_code, base::NextStep::Stop, "digest"};
}

}  // namespace

bool isEcKey(base::BytesView objects) { return readKey(objects) != nullptr; }

base::Bytes signEcdsa(base::BytesView objects, base::BytesView message) {
    const auto key = readKey(objects);
    if (!key) throw base::Failure{"simulator.memory-malformed"_code, base::NextStep::CallSupervisor, "EC key"};
    const auto bits = static_cast<std::size_t>(EVP_PKEY_get_bits(key.get()));
    const std::string digest{base::nameOf(digestForKeySize(bits))};
    const ssl::MdContext context{ssl::check(EVP_MD_CTX_new(), "EVP_MD_CTX_new")};
    ssl::check(EVP_DigestSignInit(context.get(), nullptr, EVP_get_digestbyname(digest.c_str()), nullptr, key.get()),
               "EVP_DigestSignInit");
    base::Bytes encoded(static_cast<std::size_t>(EVP_PKEY_get_size(key.get())));
    std::size_t size = encoded.size();
    ssl::check(EVP_DigestSign(context.get(), encoded.data(), &size, message.data(), message.size()), "EVP_DigestSign");
    return plainSignature(base::BytesView{encoded}.first(size), (bits + 7) / 8);
}

base::Bytes signRsa(const RsaPrivateKey& key, base::BytesView challenge, base::DigestAlgorithm digest,
                    RandomSource& random) {
    constexpr std::uint8_t kHeader = 0x6A;
    const auto modulus = key.modulus, exponent = key.exponent;
    const auto trailer = trailerOf(digest);
    const auto first = random.octets(modulus.size() - base::sizeOf(digest) - trailer.size() - 1);
    const auto hash = base::digest(digest, base::concat({first.reveal(), challenge}));
    const auto message = base::concat({base::Bytes{kHeader}, first.reveal(), hash, trailer});
    const auto number = [](base::BytesView octets) {
        return ssl::BigNumber{
            ssl::check(BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr), "BN_bin2bn")};
    };
    const ssl::BigNumber n = number(modulus), d = number(exponent), m = number(message);
    BN_set_flags(d.get(), BN_FLG_CONSTTIME);
    const ssl::BigNumberContext context{ssl::check(BN_CTX_new(), "BN_CTX_new")};
    ssl::check(BN_mod_exp(m.get(), m.get(), d.get(), n.get(), context.get()), "BN_mod_exp");
    base::Bytes signature(modulus.size());
    if (BN_bn2binpad(m.get(), signature.data(), static_cast<int>(signature.size())) < 0)
        ssl::throwFailure("BN_bn2binpad");
    return signature;
}

}  // namespace chip
