// SPDX-License-Identifier: GPL-3.0-or-later
#include <span>

#include "base/files.hpp"
#include "signing/cms/signed_data_writer.hpp"
#include "signing/keys/algorithm.hpp"
#include "tests/chip/lint/lint_case.hpp"

namespace chip::lint {
namespace {

using base::Bytes;
using base::BytesView;
using base::DigestAlgorithm;
using lds::File;
namespace der = base::der;

constexpr std::string_view kSecurityObject = "2.23.136.1.1.1";

/// A file with the object at the path replaced by what `change` makes of it; nothing leaves it out.
Bytes edited(BytesView whole, std::span<const std::size_t> path, const std::function<Bytes(BytesView)>& change) {
    const auto element = base::expected(base::tlv::readFirst(whole), "object");
    if (path.empty()) return change(element.whole);
    const auto parts = base::expected(base::tlv::readAll(element.value), "objects within");
    Bytes content;
    for (std::size_t at = 0; at < parts.size(); ++at)
        base::append(content, at == path.front() ? edited(parts[at].whole, path.subspan(1), change)
                                                 : Bytes{parts[at].whole.begin(), parts[at].whole.end()});
    return base::tlv::encode(element.tag, content);
}

/// Within SignedData, by the numbers of its fields.
void editSod(Specimen& chip, std::initializer_list<std::size_t> within, const std::function<Bytes(BytesView)>& change) {
    std::vector<std::size_t> path{0, 1, 0};
    path.insert(path.end(), within);
    chip.file(File::Sod) = edited(chip.file(File::Sod), path, change);
}

Bytes nothing(BytesView) { return {}; }

Bytes hashOf(int number, const Bytes& content) {
    return der::sequence({der::integer(static_cast<std::uint64_t>(number)), der::octetString(base::sha256(content))});
}

std::vector<Bytes> hashesOf(Specimen& chip) {
    std::vector<Bytes> hashes;
    for (const auto& [file, content] : chip.content.files)
        if (const auto number = lds::dataGroupNumber(file)) hashes.push_back(hashOf(*number, content));
    return hashes;
}

Bytes versions() { return der::sequence({der::printableString("0108"), der::printableString("040000")}); }

/// LDSSecurityObject version 1 of these hashes and what follows them.
Bytes objectOf(const std::vector<Bytes>& hashes, const Bytes& rest) {
    return der::sequence({der::integer(std::uint64_t{1}), signing::encodeDigestAlgorithm(DigestAlgorithm::Sha256),
                          der::sequence(hashes), rest});
}

void sign(Specimen& chip, const Bytes& object, std::string_view contentType = kSecurityObject,
          DigestAlgorithm digest = DigestAlgorithm::Sha256) {
    const auto& house = chip.house;
    const signing::SigningIdentity identity{*house.keys, house.signerKey, house.documentSignerCertificate};
    chip.file(File::Sod) =
        base::tlv::encode(0x77, signing::SignedDataWriter{identity, digest, contentType}.write({object}));
}

/// The first PrintableString within becomes a UTF8String.
Bytes otherStringType(BytesView name) {
    Bytes octets{name.begin(), name.end()};
    for (auto& octet : octets)
        if (octet == der::kPrintableString) {
            octet = static_cast<std::uint8_t>(der::kUtf8String);
            return octets;
        }
    return octets;
}

Bytes withAnotherAttribute(BytesView attributes) {
    const auto element = base::expected(base::tlv::readFirst(attributes), "attributes");
    const auto another =
        der::sequence({der::oid("1.2.840.113549.1.9.15"), base::tlv::encode(der::kSet, {der::sequence({hex("")})})});
    return base::tlv::encode(0xA0, {element.value, another});
}

}  // namespace

std::vector<Case> signatureCases() {
    return {
        {"lint.signature", File::Sod, [](auto& chip) { chip.file(File::Sod).back() ^= 1U; }},
        {"lint.signer-certificate", File::Sod, [](auto& chip) { editSod(chip, {3}, nothing); }},
        {"lint.sod-not-der", File::Sod,
         [](auto& chip) {
             auto& octets = chip.file(File::Sod);
             octets[1] = 0x83;
             octets.insert(octets.begin() + 2, 0);
         }},
        {"lint.sod-trailing-octets", File::Sod, [](auto& chip) { chip.file(File::Sod).push_back(0); }},
        {"lint.sod-content-type-unusual", File::Sod,
         [](auto& chip) { sign(chip, objectOf(hashesOf(chip), versions()), "1.3.27.1.1.1"); }},
        {"lint.sod-digest-parameters", File::Sod,
         [](auto& chip) { chip.file(File::Sod) = published("passports/AT_EF_SOD.bin"); }},
        {"lint.sod-hash-unnamed", File::Sod,
         [](auto& chip) { chip.file(File::Sod) = published("passports/US_EF_SOD.bin"); }},
        {"lint.sod-digests-differ", File::Sod,
         [](auto& chip) {
             sign(chip, objectOf(hashesOf(chip), versions()), kSecurityObject, DigestAlgorithm::Sha384);
         }},
        {"lint.sod-hashes-not-ascending", File::Sod,
         [](auto& chip) {
             auto hashes = hashesOf(chip);
             std::swap(hashes[0], hashes[1]);
             sign(chip, objectOf(hashes, versions()));
         }},
        {"lint.sod-extra-content", File::Sod,
         [](auto& chip) {
             sign(chip, objectOf(hashesOf(chip), base::concat({versions(), der::octetString(hex("00"))})));
         }},
        {"lint.sod-extra-attributes", File::Sod,
         [](auto& chip) {
             editSod(chip, {4, 0, 3}, withAnotherAttribute);
         }},
        {"lint.sod-signer-named-by-key", File::Sod,
         [](auto& chip) {
             editSod(chip, {4, 0, 1}, [](BytesView) { return hex("800401020304"); });
         }},
        {"lint.sod-signer-issuer-differs", File::Sod,
         [](auto& chip) {
             editSod(chip, {4, 0, 1, 0}, otherStringType);
         }},
        {"lint.sod-signed-version-unusual", File::Sod,
         [](auto& chip) { editSod(chip, {0}, [](BytesView) { return hex("020101"); }); }},
        {"lint.sod-version-info-missing", File::Sod, [](auto& chip) { sign(chip, objectOf(hashesOf(chip), {})); }},
        {"lint.sod-attributes-missing", File::Sod,
         [](auto& chip) {
             editSod(chip, {4, 0, 3}, nothing);
         }},
        {"lint.sod-sha-1", File::Sod, [](auto& chip) { chip.file(File::Sod) = published("bsi2008/EF_SOD.bin"); }},
    };
}

}  // namespace chip::lint
