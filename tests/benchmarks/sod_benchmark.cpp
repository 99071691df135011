// SPDX-License-Identifier: GPL-3.0-or-later
#include <openssl/evp.h>

#include "base/openssl.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/signing/house.hpp"

/// EF.SOD on P-256 against what OpenSSL signs and verifies bare.
namespace {

using base::openssl::check;
using base::openssl::PKey;
using base::openssl::PKeyContext;

struct BareKey {
    PKey key{check(EVP_EC_gen("prime256v1"), "key")};
    PKeyContext signer{check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr), "context")};
    PKeyContext verifier{check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr), "context")};
    base::Bytes digest = base::sha256(base::bytesOf("benchmark"));
    base::Bytes signature = base::Bytes(128);
    std::size_t size = 0;

    BareKey() {
        check(EVP_PKEY_sign_init(signer.get()), "sign");
        check(EVP_PKEY_verify_init(verifier.get()), "verify");
        sign();
    }
    void sign() {
        size = signature.size();
        check(EVP_PKEY_sign(signer.get(), signature.data(), &size, digest.data(), digest.size()), "sign");
    }
    void verify() {
        check(EVP_PKEY_verify(verifier.get(), signature.data(), size, digest.data(), digest.size()), "verify");
    }
};

}  // namespace

int main() {
    BareKey bare;
    const signing::testing::House house{signing::KeyAlgorithm::EcdsaP256, signing::KeyAlgorithm::EcdsaP256};
    const auto signer = house.documentSigner();
    const auto sha256 = base::DigestAlgorithm::Sha256;
    const auto hashes = signing::testing::someHashes(sha256);
    const auto now = house.clock.now();
    std::size_t octets = 0;
    const auto rates = benchmarks::measure(
        {[&] { bare.sign(); }, [&] { bare.verify(); }, [&] { octets += signer.sealDataGroups(sha256, hashes).size(); },
         [&] { octets += signer.sealAndVerify(sha256, hashes, now)->size(); }},
        1000);
    const double both = 1.0 / (1.0 / rates[0] + 1.0 / rates[1]);
    std::printf("bare P-256: %.0f signatures/s, %.0f verifications/s\n", rates[0], rates[1]);
    const bool sealing = benchmarks::report("EF.SOD sealed (P-256)", rates[0], rates[2], 0.80);
    const bool verified = benchmarks::report("EF.SOD sealed and verified (P-256)", both, rates[3], 0.85);
    return sealing && verified && octets > 0 ? 0 : 1;
}
