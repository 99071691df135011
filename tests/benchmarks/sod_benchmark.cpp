// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/bare_signing.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/signing/house.hpp"

/// EF.SOD in every signature scheme against what OpenSSL signs and verifies bare with a key of the same kind.
namespace {

using signing::KeyAlgorithm;

/// Many short turns: what else the machine does falls on few of them.
constexpr int kTurns = 75;

constexpr int kRounds = 200;

struct Case {
    KeyAlgorithm algorithm;
    int rounds;  ///< in a turn
    double goal;
};

bool reportSealing(const Case& each) {
    benchmarks::BareKey bare{each.algorithm};
    const signing::testing::House house{KeyAlgorithm::EcdsaP256, each.algorithm};
    const auto signer = house.documentSigner();
    const auto digest = signer.recommendedDigest();
    const auto hashes = signing::testing::someHashes(digest);
    std::size_t octets = 0;
    const auto rates =
        benchmarks::measure({[&] { bare.sign(); }, [&] { octets += signer.sealDataGroups(digest, hashes).size(); }},
                            each.rounds, kTurns, benchmarks::Time::OfThread);
    const std::string what = "EF.SOD sealed (" + std::string{signing::nameOf(each.algorithm)} + ")";
    return benchmarks::report(what.c_str(), rates[0], rates[1], each.goal) && octets > 0;
}

bool reportVerified() {
    benchmarks::BareKey bare{KeyAlgorithm::EcdsaP256};
    const signing::testing::House house{KeyAlgorithm::EcdsaP256, KeyAlgorithm::EcdsaP256};
    const auto signer = house.documentSigner();
    const auto sha256 = base::DigestAlgorithm::Sha256;
    const auto hashes = signing::testing::someHashes(sha256);
    const auto now = house.clock.now();
    std::size_t octets = 0;
    const auto rates = benchmarks::measure({[&] { bare.sign(); }, [&] { bare.verify(); },
                                            [&] { octets += signer.sealAndVerify(sha256, hashes, now)->size(); }},
                                           kRounds, kTurns, benchmarks::Time::OfThread);
    std::printf("bare P-256: %.0f signatures/s, %.0f verifications/s\n", rates[0], rates[1]);
    const double both = 1.0 / (1.0 / rates[0] + 1.0 / rates[1]);
    return benchmarks::report("EF.SOD sealed and verified (ecdsa-p256)", both, rates[2], 0.85) && octets > 0;
}

}  // namespace

int main() {
    constexpr Case kCases[] = {{KeyAlgorithm::EcdsaP256, kRounds, 0.80},
                               {KeyAlgorithm::EcdsaBrainpoolP256r1, 20, 0.93},
                               {KeyAlgorithm::EcdsaBrainpoolP384r1, 10, 0.93},
                               {KeyAlgorithm::Rsa3072Pss, 10, 0.93},
                               {KeyAlgorithm::Rsa3072Pkcs1, 10, 0.93}};
    bool reached = reportVerified();
    for (const auto& each : kCases) reached = reportSealing(each) && reached;
    return reached ? 0 : 1;
}
