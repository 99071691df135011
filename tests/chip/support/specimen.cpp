// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chip/support/specimen.hpp"

#include "chip/lds/com.hpp"
#include "chip/lds/dg15.hpp"
#include "chip/lds/security_infos.hpp"

namespace chip::testing {
namespace {

using base::expected;
using lds::File;

std::string withCheckDigit(std::string_view field) { return std::string{field} + mrzCheckDigit(field); }

lds::Dg1 zone() {
    const std::string number = withCheckDigit(kDocumentNumber), birth = withCheckDigit(kBirth),
                      expiry = withCheckDigit(kExpiry), optional = std::string(15, '<');
    const std::string line = number + "GTM" + birth + "F" + expiry + optional;
    return {{"PPGTMIBANEZ<DE<PRUEBA<<ZOE<ANALU<<<<<<<<<<<<", line + mrzCheckDigit(number + birth + expiry + optional)}};
}

lds::Dg11 details() {
    lds::Dg11 dg11;
    dg11.fullName = "IBÁÑEZ<DE<PRUEBA<<ZOÉ<ANALÚ";
    dg11.otherNames = {"ZOÉ"};
    dg11.birthDate = "19900214";
    dg11.placeOfBirth = "QUETZALTENANGO<GTM";
    return dg11;
}

}  // namespace

base::Bytes portrait(std::size_t noise) {
    auto jpeg = *base::fromHex(
        "ffd8ffe000104a46494600010200000100010000"
        "ffc00011080190012c03012200021101031101ffda000c03010002110311003f00");
    for (std::size_t i = 0; i < noise; ++i) jpeg.push_back(static_cast<std::uint8_t>((i * 31 + i / 251) % 251));
    base::append(jpeg, base::Bytes{0xFF, 0xD9});
    return jpeg;
}

ChipContent specimen(const signing::testing::House& house, Access access, Originality originality) {
    ChipContent content;
    auto& files = content.files;
    content.mrz = MrzKey::of(kDocumentNumber, kBirth, kExpiry);
    files[File::Dg1] = expected(lds::encodeDg1(zone()), "DG1");
    files[File::Dg2] = expected(lds::encodeDg2(portrait()), "DG2");
    files[File::Dg7] = expected(lds::encodeDg7(portrait(700)), "DG7");
    files[File::Dg11] = expected(lds::encodeDg11(details()), "DG11");
    files[File::Dg12] =
        expected(lds::encodeDg12({"INSTITUTO", "20261123", {}, {}, {}, {}, {}, "20261123101530", "T-1"}), "DG12");
    const bool active = originality == Originality::ActiveAuthentication;
    if (active) {
        content.activeAuthentication = lds::generateActiveAuthenticationKey(lds::KeyCurve::P256);
        files[File::Dg15] = lds::encodeDg15(content.activeAuthentication->subjectPublicKeyInfo);
    }
    std::vector<lds::PaceOffer> offers;
    if (access == Access::PaceAndBac) {
        offers.emplace_back();
        files[File::CardAccess] = lds::encodeCardAccess(offers);
        content.cardAccessNumber = base::SecretBytes::copyOf(kCardAccessNumber);
    }
    if (active || !offers.empty())
        files[File::Dg14] = lds::encodeDg14(offers, active ? std::optional{lds::kEcdsaPlainSha256} : std::nullopt);
    seal(content, house);
    return content;
}

ChipContent smallSpecimen(const signing::testing::House& house, Access access) {
    auto content = specimen(house, access);
    content.files[File::Dg2] = expected(lds::encodeDg2(portrait(600)), "DG2");
    seal(content, house);
    return content;
}

void seal(ChipContent& content, const signing::testing::House& house) {
    lds::Com com;
    std::map<int, base::Bytes> hashes;
    for (const auto& [file, octets] : content.files)
        if (const auto number = lds::dataGroupNumber(file)) {
            com.dataGroups.push_back(file);
            hashes[*number] = base::sha256(octets);
        }
    content.files[File::Com] = lds::encodeCom(com);
    content.files[File::Sod] = house.documentSigner().sealDataGroups(base::DigestAlgorithm::Sha256, hashes);
}

InspectionKeys mrzKeys() { return {MrzKey::of(kDocumentNumber, kBirth, kExpiry), std::nullopt}; }

InspectionKeys numberKeys() {
    return {MrzKey::of(kDocumentNumber, kBirth, kExpiry), base::SecretBytes::copyOf(kCardAccessNumber)};
}

ChipProfile chipProfile(const std::string& name) {
    const auto templates = support::sourceDir() / "templates";
    return expected(
        ChipProfile::load(templates / "chips" / (name + ".xml"), templates / "schemas" / "chip-profile.xsd"), name);
}

ChipProfile icaoAppletProfile() { return chipProfile("icao-applet"); }

std::shared_ptr<const TransportKeys> transportKeys() {
    auto keys = std::make_shared<TransportKeys>();
    base::Bytes key;
    for (std::uint8_t octet = 0x40; octet < 0x50; ++octet) key.push_back(octet);
    for (const auto* name : {"iso-7816-9", "globalplatform-scp02", "globalplatform-scp03"})
        keys->add(name, base::SecretBytes::copyOf(key));
    return keys;
}

}  // namespace chip::testing
