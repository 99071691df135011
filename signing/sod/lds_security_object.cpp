// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/sod/lds_security_object.hpp"

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/asn1/der_builder.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::uint64_t kHighestGroup = 16;

void readHash(Cursor pair, LdsSecurityObject& object) {
    auto& trouble = pair.trouble();
    const auto number = der::readSmall(pair.take(der::kInteger, "dataGroupNumber").value);
    const auto hash = pair.take(der::kOctetString, "dataGroupHashValue").value;
    pair.finish("DataGroupHash");
    if (!number || *number < 1 || *number > kHighestGroup) trouble.note("dataGroupNumber");
    if (hash.size() != base::sizeOf(object.digest.algorithm)) trouble.note("dataGroupHashValue");
    if (trouble.any()) return;
    const int group = static_cast<int>(*number);
    if (!object.hashes.empty() && object.hashes.rbegin()->first > group) object.ascending = false;
    if (!object.hashes.emplace(group, base::Bytes(hash.begin(), hash.end())).second) trouble.note("data group twice");
}

void readVersions(Cursor versions, LdsSecurityObject& object) {
    object.ldsVersion = base::textOf(versions.take(der::kPrintableString, "ldsVersion").value);
    object.unicodeVersion = base::textOf(versions.take(der::kPrintableString, "unicodeVersion").value);
}

}  // namespace

base::Bytes encodeLdsSecurityObject(base::DigestAlgorithm digest, const std::map<int, base::Bytes>& hashes,
                                    LdsGeneration generation) {
    static const auto kVersions = der::sequence({der::printableString("0108"), der::printableString("040000")});
    static const auto kVersion0 = der::integer(0), kVersion1 = der::integer(1);
    const bool first = generation == LdsGeneration::V1;
    DerBuilder builder{64 + hashes.size() * (base::sizeOf(digest) + 16)};
    if (first) builder.put(kVersions);
    const auto list = builder.mark();
    for (auto each = hashes.rbegin(); each != hashes.rend(); ++each) {
        const auto number = static_cast<std::uint8_t>(each->first);
        const auto pair = builder.mark();
        builder.put(der::kOctetString, each->second);
        builder.put(der::kInteger, {&number, 1});
        builder.wrap(der::kSequence, pair);
    }
    builder.wrap(der::kSequence, list);
    builder.put(encodeDigestAlgorithm(digest));
    builder.put(first ? kVersion1 : kVersion0);
    builder.wrap(der::kSequence, 0);
    return builder.finish();
}

base::Result<LdsSecurityObject> readLdsSecurityObject(base::BytesView octets) {
    Trouble trouble;
    Cursor whole{octets, trouble, base::tlv::Lengths::Ber};
    auto parts = whole.enter(der::kSequence, "LDSSecurityObject");
    LdsSecurityObject object;
    const auto version = der::readSmall(parts.take(der::kInteger, "LDSSecurityObject version").value);
    if (!version || *version > 1) trouble.note("LDSSecurityObject version");
    const auto algorithm = parts.take(der::kSequence, "hashAlgorithm");
    if (trouble.any()) return base::Fault{"signing.malformed"_code, {{"what", trouble.what}}, {}};
    const auto digest = readDigestAlgorithm(algorithm);
    if (!digest) return digest.refusal();
    object.version = *version;
    object.digest = *digest;
    auto hashes = parts.enter(der::kSequence, "dataGroupHashValues");
    while (!hashes.atEnd()) readHash(hashes.enter(der::kSequence, "DataGroupHash"), object);
    if (const auto versions = parts.takeIf(der::kSequence)) readVersions(parts.inside(*versions), object);
    object.trailing = !parts.atEnd() || !whole.atEnd();
    if (trouble.any()) return base::Fault{"signing.malformed"_code, {{"what", trouble.what}}, {}};
    return object;
}

}  // namespace signing
