// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/asn1/oid.hpp"
#include "signing/keys/algorithm.hpp"

namespace signing {
using namespace base::literals;
using base::DigestAlgorithm;
namespace der = base::der;
namespace {

struct DigestEntry {
    DigestAlgorithm digest;
    Oid oid, ecdsa, rsa;
};

const std::array<DigestEntry, 5> kDigests{{
    {DigestAlgorithm::Sha1, Oid{"1.3.14.3.2.26"}, Oid{"1.2.840.10045.4.1"}, Oid{"1.2.840.113549.1.1.5"}},
    {DigestAlgorithm::Sha224, Oid{"2.16.840.1.101.3.4.2.4"}, Oid{"1.2.840.10045.4.3.1"}, Oid{"1.2.840.113549.1.1.14"}},
    {DigestAlgorithm::Sha256, Oid{"2.16.840.1.101.3.4.2.1"}, Oid{"1.2.840.10045.4.3.2"}, Oid{"1.2.840.113549.1.1.11"}},
    {DigestAlgorithm::Sha384, Oid{"2.16.840.1.101.3.4.2.2"}, Oid{"1.2.840.10045.4.3.3"}, Oid{"1.2.840.113549.1.1.12"}},
    {DigestAlgorithm::Sha512, Oid{"2.16.840.1.101.3.4.2.3"}, Oid{"1.2.840.10045.4.3.4"}, Oid{"1.2.840.113549.1.1.13"}},
}};
const Oid kRsaEncryption{"1.2.840.113549.1.1.1"}, kRsaPss{"1.2.840.113549.1.1.10"}, kMgf1{"1.2.840.113549.1.1.8"};
constexpr std::size_t kLargestSalt = 512;

const DigestEntry& entryOf(DigestAlgorithm digest) { return kDigests.at(static_cast<std::size_t>(digest)); }

base::Fault unknown(const std::string& oid) { return {"signing.algorithm-unknown"_code, {{"name", oid}}, {}}; }

std::string dotted(base::BytesView oid) {
    const auto text = der::readOid(oid);
    return text ? *text : "?";
}

/// RSASSA-PSS-params (RFC 4055 3.1); inside them the hash carries NULL, and defaults are not encoded.
base::Bytes encodePss(const SignatureAlgorithm& algorithm) {
    const auto hash = der::sequence({entryOf(algorithm.digest).oid.element(), der::null()});
    const auto mask = der::sequence({entryOf(algorithm.maskDigest).oid.element(), der::null()});
    base::Bytes salt;
    if (algorithm.saltLength != 20) salt = der::explicitTag(2, der::integer(algorithm.saltLength));
    return der::sequence(
        {kRsaPss.element(), der::sequence({der::explicitTag(0, hash),
                                           der::explicitTag(1, der::sequence({kMgf1.element(), mask})), salt})});
}

DigestAlgorithm digestIn(Cursor cursor) {
    const auto digest = readDigestAlgorithm(cursor.take(der::kSequence, "hash AlgorithmIdentifier"));
    cursor.finish("hash AlgorithmIdentifier");
    if (digest) return digest->algorithm;
    cursor.trouble().note("hash AlgorithmIdentifier");
    return DigestAlgorithm::Sha1;
}

DigestAlgorithm maskDigestIn(Cursor cursor) {
    auto mask = cursor.enter(der::kSequence, "MaskGenAlgorithm");
    if (!kMgf1.is(mask.take(der::kOid, "MaskGenAlgorithm").value)) mask.trouble().note("MGF1");
    return digestIn(mask);
}

base::Result<SignatureAlgorithm> readPss(Cursor parameters) {
    SignatureAlgorithm algorithm{SignatureScheme::RsaPss, DigestAlgorithm::Sha1, DigestAlgorithm::Sha1, 20};
    auto& trouble = parameters.trouble();
    if (const auto hash = parameters.takeIf(0xA0)) algorithm.digest = digestIn(parameters.inside(*hash));
    if (const auto mask = parameters.takeIf(0xA1)) algorithm.maskDigest = maskDigestIn(parameters.inside(*mask));
    if (const auto salt = parameters.takeIf(0xA2)) {
        const auto length = der::readSmall(parameters.inside(*salt).take(der::kInteger, "saltLength").value);
        if (!length || *length > kLargestSalt) trouble.note("saltLength");
        if (length) algorithm.saltLength = *length;
    }
    if (const auto trailer = parameters.takeIf(0xA3)) {
        const auto field = der::readSmall(parameters.inside(*trailer).take(der::kInteger, "trailerField").value);
        if (!field || *field != 1) trouble.note("trailerField");
    }
    parameters.finish("RSASSA-PSS-params");
    if (trouble.any()) return unknown("RSASSA-PSS " + trouble.what);
    return algorithm;
}

std::optional<SignatureAlgorithm> simpleAlgorithm(base::BytesView oid) {
    for (const auto& entry : kDigests) {
        if (entry.ecdsa.is(oid)) return SignatureAlgorithm{SignatureScheme::Ecdsa, entry.digest, entry.digest, 0};
        if (entry.rsa.is(oid)) return SignatureAlgorithm{SignatureScheme::RsaPkcs1, entry.digest, entry.digest, 0};
    }
    return std::nullopt;
}

}  // namespace

base::Bytes encodeSignatureAlgorithm(const SignatureAlgorithm& algorithm) {
    switch (algorithm.scheme) {
        case SignatureScheme::Ecdsa: return der::sequence({entryOf(algorithm.digest).ecdsa.element()});
        case SignatureScheme::RsaPkcs1: return der::sequence({entryOf(algorithm.digest).rsa.element(), der::null()});
        case SignatureScheme::RsaPss: return encodePss(algorithm);
    }
    return {};
}

base::Bytes encodeDigestAlgorithm(DigestAlgorithm digest) { return der::sequence({entryOf(digest).oid.element()}); }

base::Result<SignatureAlgorithm> readSignatureAlgorithm(const base::tlv::Element& identifier,
                                                        std::optional<DigestAlgorithm> digestIfUnnamed) {
    Trouble trouble;
    Cursor cursor{identifier.value, trouble};
    const auto oid = cursor.take(der::kOid, "AlgorithmIdentifier").value;
    if (trouble.any()) return unknown(trouble.what);
    if (kRsaPss.is(oid)) return readPss(cursor.enter(der::kSequence, "RSASSA-PSS-params"));
    if (kRsaEncryption.is(oid) && digestIfUnnamed)
        return SignatureAlgorithm{SignatureScheme::RsaPkcs1, *digestIfUnnamed, *digestIfUnnamed, 0};
    if (const auto simple = simpleAlgorithm(oid)) return *simple;
    return unknown(dotted(oid));
}

bool namesNoHash(const base::tlv::Element& identifier) {
    Trouble trouble;
    return kRsaEncryption.is(Cursor{identifier.value, trouble}.take(der::kOid, "AlgorithmIdentifier").value);
}

base::Result<NamedDigest> readDigestAlgorithm(const base::tlv::Element& identifier) {
    Trouble trouble;
    Cursor cursor{identifier.value, trouble};
    const auto oid = cursor.take(der::kOid, "AlgorithmIdentifier").value;
    if (trouble.any()) return unknown(trouble.what);
    for (const auto& entry : kDigests)
        if (entry.oid.is(oid)) return NamedDigest{entry.digest, !cursor.atEnd()};
    return unknown(dotted(oid));
}

}  // namespace signing
