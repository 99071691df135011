// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "chip/lds/dg15.hpp"
#include "chip/lds/master_files.hpp"
#include "chip/lds/open_groups.hpp"
#include "chip/lds/security_infos.hpp"
#include "signing/keys/public_key.hpp"
#include "tests/chip/lint/lint_case.hpp"

namespace chip::lint {
namespace {

using lds::File;
namespace der = base::der;

const std::string kMapped{"0.4.0.127.0.7.2.2.4.6.2"};

void putInfos(Specimen& chip, std::vector<base::Bytes> infos) {
    chip.put(File::Dg14, tlv(0x6E, {der::setOf(std::move(infos))}));
}

base::Bytes chipKey(std::string_view keyId = "") {
    const auto key = der::sequence({der::sequence({der::oid("1.2.840.10045.2.1")}), der::bitString(hex("04"))});
    return der::sequence({der::oid(lds::kPublicKeyEcdh), key, hex(keyId)});
}

void putCardSecurity(Specimen& chip, const base::Bytes& infos) {
    chip.file(File::CardSecurity) = *chip.house.documentSigner().sealSecurityInfos(infos, chip.house.clock.now());
}

/// EF.CardSecurity that vouches for a directory of one application.
void putDirectory(Specimen& chip, const base::Bytes& directory) {
    lds::SecurityOffers offers;
    offers.pace = {lds::PaceOffer{}};
    const auto one = lds::lds1Application();
    offers.directory = lds::encodeDirectory({{base::Bytes{one.begin(), one.end()}}});
    putCardSecurity(chip, *lds::encodeSecurityInfos(offers));
    chip.file(File::Directory) = directory;
}

base::Bytes keyOnANamedCurve() {
    const auto algorithm = der::sequence({der::oid("1.2.840.10045.2.1"), der::oid("1.2.840.10045.3.1.7")});
    return der::sequence({algorithm, der::bitString(base::Bytes(65, 4))});
}

}  // namespace

std::vector<Case> setCases() {
    return {
        {"lint.not-der", File::Dg14,
         [](auto& chip) {
             auto octets = chip.file(File::Dg14);
             octets.insert(octets.begin() + 1, 0x81);
             chip.put(File::Dg14, octets);
         }},
        {"lds.set-order", File::CardAccess,
         [](auto& chip) {
             chip.file(File::CardAccess) =
                 hex("31283012060a04007f0007020204060202010202010d3012060a04007f0007020204020202010202010d");
         }},
        {"lds.pace-parameters", File::CardAccess,
         [](auto& chip) { chip.file(File::CardAccess) = hex("3111300f060a04007f00070202040202020102"); }},
        {"lint.pace-version", File::CardAccess,
         [](auto& chip) {
             chip.file(File::CardAccess) =
                 lds::encodeCardAccess({{std::string{lds::kPaceEcdhGmAes128}, 1, lds::kParametersP256}});
         }},
        {"lint.pace-key", File::CardSecurity,
         [](auto& chip) {
             putCardSecurity(chip, lds::encodeCardAccess({{kMapped, 2, lds::kParametersBrainpoolP256r1}}));
         }},
        {"lds.chip-authentication", File::Dg14, [](auto& chip) { putInfos(chip, {chipKey()}); }},
        {"lint.chip-key-id", File::Dg14,
         [](auto& chip) {
             putInfos(chip, {chipKey(), chipKey("020101")});
         }},
        {"lint.security-infos-differ", File::Dg14,
         [](auto& chip) {
             chip.file(File::CardAccess) =
                 lds::encodeCardAccess({{std::string{lds::kPaceEcdhGmAes128}, 2, lds::kParametersP256}});
         }},
        {"lint.active-authentication-info", File::Dg14,
         [](auto& chip) { chip.put(File::Dg14, lds::encodeDg14({lds::PaceOffer{}}, std::nullopt)); }},
        {"lint.active-authentication-hash", File::Dg14,
         [](auto& chip) { chip.put(File::Dg14, lds::encodeDg14({lds::PaceOffer{}}, "0.4.0.127.0.7.1.1.4.1.1")); }},
        {"lint.named-curve", File::Dg15, [](auto& chip) { chip.put(File::Dg15, lds::encodeDg15(keyOnANamedCurve())); }},
        {"lint.directory-differs", File::Directory,
         [](auto& chip) { putDirectory(chip, published("lds/EF_DIR_9303p10_table31.bin")); }},
        {"lds.directory", File::Directory,
         [](auto& chip) { chip.file(File::Directory) = hex("61094f07a0000002472001"); }},
        {"lds.capabilities", File::AtrInfo, [](auto& chip) { chip.file(File::AtrInfo) = hex("800100"); }},
        {"lint.file-missing", File::Dg2,
         [](auto& chip) {
             chip.content.files.erase(File::Dg2);
             chip.seal();
         }},
        {"lint.file-needed", File::CardAccess, [](auto& chip) { chip.content.files.erase(File::CardAccess); }},
        {"lint.key-needed", File::Dg15,
         [](auto& chip) {
             chip.content.files.erase(File::Dg15);
             chip.seal();
         }},
        {"lint.not-hashed", File::Dg13, [](auto& chip) { chip.file(File::Dg13) = lds::encodeDg13({hex("00")}); }},
        {"lint.hashed-not-there", File::Dg11, [](auto& chip) { chip.content.files.erase(File::Dg11); }},
        {"lint.hash-differs", File::Dg12, [](auto& chip) { chip.file(File::Dg12).back() ^= 1U; }},
    };
}

}  // namespace chip::lint
