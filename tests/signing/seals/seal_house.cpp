// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signing/seals/seal_house.hpp"

namespace signing::testing {

SealHouse::SealHouse(KeyAlgorithm algorithm, std::vector<std::string> documentTypes) {
    key = house.keys->generate(KeyPurpose::SealSigning, algorithm, "seal");
    const auto made = makeSealSigner(house.countryAuthority(), key,
                                     {"GT", "01", documentSignerProfile().certificate, std::move(documentTypes)});
    certificate = base::expected(readCertificate(base::expected(made, "seal signer")), "seal signer");
}

SealSigner SealHouse::signer() const {
    return base::expected(SealSigner::make(*house.keys, key, certificate.der, "GTM"), "seal signer");
}

base::Bytes SealHouse::seal(const ActSeal& act) const {
    return base::expected(signer().seal(base::expected(draftOf(act), "draft"), house.clock.now()), "seal");
}

SealVerdict SealHouse::verify(base::BytesView octets) const {
    return verifySeal(octets, {{&certificate, 1}, {house.anchors, house.clock.now()}});
}

ActSeal someAct() {
    using namespace std::chrono_literals;
    return {"MOVIMIENTOS",
            "CM-2026-000417",
            2026y / 11 / 23,
            "María José Núñez Xitumul",
            "1234567890101",
            3,
            base::sha256(base::bytesOf("essential content"))};
}

std::vector<std::string> codesOf(const std::vector<base::Fault>& faults) {
    std::vector<std::string> codes;
    for (const auto& fault : faults) codes.push_back(fault.code.name());
    return codes;
}

}  // namespace signing::testing
