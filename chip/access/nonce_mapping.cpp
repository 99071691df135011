// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/nonce_mapping.hpp"

#include "base/failure.hpp"

namespace chip {
namespace {

using base::operator""_code;

/// c0 and c1 of 9303-11 4.4.3.3.2, for ciphers of 128 bits and for the longer ones.
struct Constants {
    base::Bytes first, second;
};
Constants constantsOf(CipherSuite suite) {
    const bool wide = suite == CipherSuite::Aes192 || suite == CipherSuite::Aes256;
    const auto octets = [](std::string_view digits) { return base::expected(base::fromHex(digits), "constant"); };
    if (!wide) return {octets("a668892a7c41e3ca739f40b057d85904"), octets("a4e136ac725f738b01c1f60217c188ad")};
    return {octets("d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676"),
            octets("54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517")};
}

base::SecretBytes encrypt(CipherSuite suite, const base::SecretBytes& key, base::BytesView text) {
    return encryptCbc(suite, key.reveal().first(keySizeOf(suite)), base::Bytes(blockSizeOf(suite), 0), text);
}

}  // namespace

std::size_t additionalNonceSizeOf(CipherSuite suite) { return keySizeOf(suite); }

std::size_t nonceSizeOf(CipherSuite suite) {
    const std::size_t block = blockSizeOf(suite);
    return (keySizeOf(suite) + block - 1) / block * block;
}

base::SecretBytes pseudoRandom(CipherSuite suite, std::size_t fieldBits, base::BytesView nonce,
                               base::BytesView additionalNonce) {
    const auto constants = constantsOf(suite);
    const std::size_t wanted = fieldBits + 64;
    base::SecretBytes key = encrypt(suite, base::SecretBytes::copyOf(additionalNonce), nonce);
    base::Bytes result;
    result.reserve((wanted + 7) / 8 + nonce.size());
    while (result.size() * 8 < wanted) {
        base::append(result, encrypt(suite, key, constants.second).reveal());
        key = encrypt(suite, key, constants.first);
    }
    return base::SecretBytes{std::move(result)};
}

base::Result<base::SecretBytes> mapGenerically(const KeyGroup& group, base::BytesView nonce, base::BytesView agreed) {
    const auto masked = group.multiply(group.generator(), nonce);
    if (!masked) return masked.refusal();
    return group.add(masked->reveal(), agreed);
}

base::Result<base::SecretBytes> mapIntegrated(const KeyGroup& group, CipherSuite suite, base::BytesView nonce,
                                              base::BytesView additionalNonce) {
    if (nonce.size() != nonceSizeOf(suite) || additionalNonce.size() != additionalNonceSizeOf(suite))
        return base::Fault{"access.malformed-answer"_code, {}, "nonce"};
    return group.elementFrom(pseudoRandom(suite, group.fieldBits(), nonce, additionalNonce).reveal());
}

}  // namespace chip
