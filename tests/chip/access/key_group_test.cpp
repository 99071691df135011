// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/key_group.hpp"

#include <gtest/gtest.h>

#include "base/der.hpp"
#include "base/digest.hpp"
#include "tests/chip/access/scripted.hpp"
#include "tests/chip/support/chip_keys.hpp"

namespace chip {
namespace {

using scripted::hex;
using scripted::upper;

constexpr unsigned kAll[] = {0, 1, 2, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18};

KeyGroupPtr group(unsigned parameterId) { return base::expected(standardisedGroup(parameterId), "group"); }

TEST(KeyGroup, HasEveryStandardisedSetOfParameters) {
    const std::map<unsigned, std::size_t> bits = {{0, 1024}, {1, 2048}, {2, 2048}, {8, 192},  {9, 192},
                                                  {10, 224}, {11, 224}, {12, 256}, {13, 256}, {14, 320},
                                                  {15, 384}, {16, 384}, {17, 512}, {18, 521}};
    for (const auto& [id, size] : bits) EXPECT_EQ(group(id)->fieldBits(), size) << id;
    for (const unsigned id : {3U, 7U, 19U, 31U, 255U}) EXPECT_FALSE(standardisedGroup(id)) << id;
}

TEST(KeyGroup, KnowsTheFieldOfRfc5114AsTheStandardPrintsIt) {
    const auto example = scripted::example("9303-11_H2_DH_IM.json");
    EXPECT_EQ(upper(group(0)->generator()), std::string{example["g"]});
    EXPECT_EQ(upper(group(0)->order()), std::string{example["q"]});
}

TEST(KeyGroup, AgreesOnOneSecretFromBothSides) {
    for (const unsigned id : kAll) {
        const auto it = group(id);
        const auto one = it->drawScalar(systemRandom()), other = it->drawScalar(systemRandom());
        const auto oneKey = base::expected(it->multiply(it->generator(), one.reveal()), "key");
        const auto otherKey = base::expected(it->multiply(it->generator(), other.reveal()), "key");
        const auto left = base::expected(it->multiply(otherKey.reveal(), one.reveal()), "secret");
        const auto right = base::expected(it->multiply(oneKey.reveal(), other.reveal()), "secret");
        EXPECT_EQ(left, right) << id;
        EXPECT_EQ(it->secretOf(left.reveal()).size(), (it->fieldBits() + 7) / 8) << id;
        const bool field = it->agreement() == KeyAgreement::Dh;
        EXPECT_EQ(it->compress(oneKey.reveal()).size(), field ? 20U : (it->fieldBits() + 7) / 8) << id;
    }
}

TEST(KeyGroup, DividesScalars) {
    for (const unsigned id : {12U, 17U, 18U}) {
        const auto it = group(id);
        const auto secret = it->drawScalar(systemRandom()), mapping = it->drawScalar(systemRandom());
        const auto key = base::expected(it->multiply(it->generator(), secret.reveal()), "key");
        const auto mappingKey = base::expected(it->multiply(it->generator(), mapping.reveal()), "key");
        const auto proof = it->quotient(mapping.reveal(), secret.reveal());
        EXPECT_EQ(proof.size(), it->order().size());
        EXPECT_EQ(base::expected(it->multiply(key.reveal(), proof.reveal()), "proof"), mappingKey);
    }
}

TEST(KeyGroup, MapsNumbersToElementsOfItself) {
    for (const unsigned id : kAll) {
        const auto it = group(id);
        const auto mapped = it->elementFrom(base::randomBytes((it->fieldBits() + 7) / 8 + 8));
        if (id == 10) {  // 9303-11 table 12: P-224 cannot be used with the integrated mapping
            ASSERT_FALSE(mapped);
            EXPECT_EQ(mapped.refusal().first().code.name(), "access.unsupported-protocol");
            continue;
        }
        ASSERT_TRUE(mapped) << id;
        EXPECT_TRUE(it->multiply(mapped->reveal(), base::Bytes{1})) << id;
        EXPECT_FALSE(it->elementFrom(base::Bytes(16, 0))) << id;
    }
}

TEST(KeyGroup, RefusesElementsThatAreNone) {
    for (const unsigned id : {0U, 1U, 2U}) {
        const auto it = group(id);
        auto nonResidue = it->generator();
        nonResidue.back() ^= 0x01;
        const base::Bytes tooLarge(600, 0xFF);
        for (const auto& element : {base::Bytes{}, base::Bytes{0}, base::Bytes{1}, nonResidue, tooLarge}) {
            const auto product = it->multiply(element, base::Bytes{2});
            ASSERT_FALSE(product);
            EXPECT_EQ(product.refusal().first().code.name(), "access.bad-point");
        }
        EXPECT_FALSE(it->multiply(it->generator(), it->order()));
    }
    const auto curve = group(13);
    for (const char* digits : {"", "00", "04", "0401", "02"}) EXPECT_FALSE(curve->multiply(hex(digits), hex("02")));
    EXPECT_FALSE(curve->multiply(curve->generator(), curve->order()));
}

TEST(KeyGroup, RefusesFieldsThatAreTooSmallOrWrong) {
    const auto example = scripted::example("9303-11_H2_DH_IM.json");
    const auto p = hex(std::string{example["p"]}), g = hex(std::string{example["g"]}),
               q = hex(std::string{example["q"]});
    EXPECT_TRUE(fieldGroup({p, g, q}));
    EXPECT_TRUE(fieldGroup({p, g}));
    EXPECT_FALSE(fieldGroup({hex("17"), hex("05")}));
    EXPECT_FALSE(fieldGroup({p, base::Bytes{1}, q}));
    EXPECT_FALSE(fieldGroup({p, base::Bytes{2}, q}));  // 2 does not generate the subgroup
    auto even = p;
    even.back() &= 0xFE;
    EXPECT_FALSE(fieldGroup({even, g, q}));
}

TEST(AgreementKey, IsReadInEveryFormThatIssuersWrite) {
    for (const char* name : {"prime256v1", "brainpoolP256r1", "secp384r1", "brainpoolP384r1", "brainpoolP512r1"}) {
        const auto key = readAgreementKey(testing::newCurveKey(name).subjectPublicKeyInfo);
        ASSERT_TRUE(key) << name;
        EXPECT_EQ(key->group->agreement(), KeyAgreement::Ecdh);
    }
    for (const unsigned id : kAll) {
        const auto key = readAgreementKey(testing::newStandardisedKey(id).subjectPublicKeyInfo);
        ASSERT_TRUE(key) << id;
        EXPECT_EQ(key->group->generator(), group(id)->generator());
    }
    namespace der = base::der;
    const auto example = scripted::example("9303-11_H2_DH_IM.json");
    const auto number = [&](const char* name) { return der::integer(hex(std::string{example[name]})); };
    const auto value = der::bitString(number("eph_IC_public"));
    const auto x942 =
        der::sequence({der::oid("1.2.840.10046.2.1"), der::sequence({number("p"), number("g"), number("q")})});
    const auto pkcs3 = der::sequence({der::oid("1.2.840.113549.1.3.1"), der::sequence({number("p"), number("g")})});
    for (const auto& algorithm : {x942, pkcs3}) {
        const auto key = readAgreementKey(der::sequence({algorithm, value}));
        ASSERT_TRUE(key);
        EXPECT_EQ(upper(key->value), std::string{example["eph_IC_public"]});
    }
}

TEST(AgreementKey, RefusesWhatIsNone) {
    auto damaged = testing::newCurveKey("prime256v1").subjectPublicKeyInfo;
    damaged.back() ^= 0x01;
    EXPECT_FALSE(readAgreementKey(damaged));
    auto otherCurve = testing::newCurveKey("prime256v1").subjectPublicKeyInfo;
    otherCurve[60] ^= 0x01;  // within the prime
    EXPECT_FALSE(readAgreementKey(otherCurve));
    for (const char* digits : {"", "3000", "30023000", "3003020101"}) EXPECT_FALSE(readAgreementKey(hex(digits)));
}

}  // namespace
}  // namespace chip
