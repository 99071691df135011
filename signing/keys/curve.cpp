// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/curve.hpp"

#include <openssl/obj_mac.h>

#include <algorithm>
#include <array>

#include "base/der.hpp"
#include "base/failure.hpp"
#include "base/openssl.hpp"
#include "signing/asn1/cursor.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

using base::openssl::check;

constexpr std::string_view kPrimeField = "1.2.840.10045.1.1";

struct CurveEntry {
    int number;
    std::string_view name;
    std::string_view oid;
};
constexpr std::array<CurveEntry, 9> kCurves{{
    {NID_secp224r1, "secp224r1", "1.3.132.0.33"},
    {NID_X9_62_prime256v1, "prime256v1", "1.2.840.10045.3.1.7"},
    {NID_secp384r1, "secp384r1", "1.3.132.0.34"},
    {NID_secp521r1, "secp521r1", "1.3.132.0.35"},
    {NID_brainpoolP224r1, "brainpoolP224r1", "1.3.36.3.3.2.8.1.1.5"},
    {NID_brainpoolP256r1, "brainpoolP256r1", "1.3.36.3.3.2.8.1.1.7"},
    {NID_brainpoolP320r1, "brainpoolP320r1", "1.3.36.3.3.2.8.1.1.9"},
    {NID_brainpoolP384r1, "brainpoolP384r1", "1.3.36.3.3.2.8.1.1.11"},
    {NID_brainpoolP512r1, "brainpoolP512r1", "1.3.36.3.3.2.8.1.1.13"},
}};

base::Bytes octetsOf(const BIGNUM* number, std::size_t width) {
    base::Bytes octets(width);
    if (BN_bn2binpad(number, octets.data(), static_cast<int>(width)) < 0) base::openssl::throwFailure("big number");
    return octets;
}

Curve describe(const CurveEntry& entry) {
    const base::openssl::Group group{check(EC_GROUP_new_by_curve_name(entry.number), "curve")};
    const base::openssl::BigNumber p{BN_new()}, a{BN_new()}, b{BN_new()};
    check(EC_GROUP_get_curve(group.get(), p.get(), a.get(), b.get(), nullptr), "curve");
    const auto width = static_cast<std::size_t>(BN_num_bytes(p.get()));
    base::Bytes generator(1 + 2 * width);
    EC_POINT_point2oct(group.get(), EC_GROUP_get0_generator(group.get()), POINT_CONVERSION_UNCOMPRESSED,
                       generator.data(), generator.size(), nullptr);
    const BIGNUM* order = EC_GROUP_get0_order(group.get());
    return {std::string{entry.name},
            std::string{entry.oid},
            octetsOf(p.get(), width),
            octetsOf(a.get(), width),
            octetsOf(b.get(), width),
            generator,
            octetsOf(order, static_cast<std::size_t>(BN_num_bytes(order))),
            BN_get_word(EC_GROUP_get0_cofactor(group.get()))};
}

base::Bytes magnitude(base::BytesView octets) {
    while (!octets.empty() && octets[0] == 0) octets = octets.subspan(1);
    return {octets.begin(), octets.end()};
}

bool sameGenerator(const Curve& curve, base::BytesView point) {
    if (std::equal(point.begin(), point.end(), curve.generator.begin(), curve.generator.end())) return true;
    const std::size_t width = curve.prime.size();
    if (point.size() != 1 + width || point[0] != (2U | (curve.generator.back() & 1U))) return false;
    return std::equal(point.begin() + 1, point.end(), curve.generator.begin() + 1);
}

/// ECParameters as they were read; the cofactor is optional in X9.62.
struct SpelledOut {
    base::Bytes prime, a, b, generator, order;
    std::optional<std::uint64_t> cofactor;
};

bool same(const Curve& curve, const SpelledOut& read) {
    return curve.prime == read.prime && magnitude(curve.a) == read.a && magnitude(curve.b) == read.b &&
           curve.order == read.order && sameGenerator(curve, read.generator) &&
           read.cofactor.value_or(curve.cofactor) == curve.cofactor;
}

SpelledOut readSpelledOut(const base::tlv::Element& parameters, Trouble& trouble) {
    SpelledOut read;
    Cursor cursor{parameters.value, trouble};
    cursor.take(der::kInteger, "ECParameters version");
    auto field = cursor.enter(der::kSequence, "FieldID");
    if (oidOf(field.take(der::kOid, "FieldID"), trouble) != kPrimeField) trouble.note("FieldID");
    read.prime = magnitude(field.take(der::kInteger, "prime").value);
    auto curve = cursor.enter(der::kSequence, "Curve");
    read.a = magnitude(curve.take(der::kOctetString, "Curve a").value);
    read.b = magnitude(curve.take(der::kOctetString, "Curve b").value);
    const auto generator = cursor.take(der::kOctetString, "base point").value;
    read.generator.assign(generator.begin(), generator.end());
    read.order = magnitude(cursor.take(der::kInteger, "order").value);
    if (const auto cofactor = cursor.takeIf(der::kInteger)) {
        const auto number = der::readSmall(cofactor->value);
        read.cofactor = number ? *number : 0;
    }
    return read;
}

base::Fault unknown(std::string_view what) { return {"signing.curve-unknown"_code, {{"what", std::string{what}}}, {}}; }

}  // namespace

const std::vector<Curve>& knownCurves() {
    static const std::vector<Curve> kKnown = [] {
        std::vector<Curve> curves;
        for (const auto& entry : kCurves) curves.push_back(describe(entry));
        return curves;
    }();
    return kKnown;
}

const Curve& curveNamed(std::string_view name) {
    for (const auto& curve : knownCurves())
        if (curve.name == name) return curve;
    throw base::Failure{"signing.algorithm-unknown"_code, base::NextStep::Stop, "curve", std::string{name}};
}

base::Bytes encodeExplicitParameters(const Curve& curve) {
    const auto field = der::sequence({der::oid(kPrimeField), der::integer(curve.prime)});
    const auto coefficients = der::sequence({der::octetString(curve.a), der::octetString(curve.b)});
    return der::sequence({der::integer(1), field, coefficients, der::octetString(curve.generator),
                          der::integer(curve.order), der::integer(curve.cofactor)});
}

base::Result<CurveUse> readCurve(const base::tlv::Element& parameters) {
    Trouble trouble;
    if (parameters.tag == der::kOid) {
        const auto oid = oidOf(parameters, trouble);
        for (const auto& curve : knownCurves())
            if (curve.oid == oid) return CurveUse{&curve, CurveForm::Named};
        return unknown(oid);
    }
    if (parameters.tag != der::kSequence) return unknown("ECParameters");
    const auto read = readSpelledOut(parameters, trouble);
    if (trouble.any()) return unknown(trouble.what);
    for (const auto& curve : knownCurves())
        if (same(curve, read)) return CurveUse{&curve, CurveForm::Explicit};
    return unknown("ECParameters");
}

}  // namespace signing
