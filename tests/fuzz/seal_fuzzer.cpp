// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include "signing/seals/act_seal.hpp"
#include "signing/seals/seal_verification.hpp"
#include "signing/seals/travel_seal.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::BytesView octets{data, size};
    (void)signing::verifySeal(octets, {});
    const auto seal = signing::readSeal(octets);
    if (!seal) return 0;
    (void)signing::readVisaSeal(*seal);
    (void)signing::readEmergencyDocumentSeal(*seal);
    const auto act = signing::readActSeal(*seal);
    if (act && !act->holderShortened() && !signing::draftOf(*act)) std::abort();
    // There is one way to write a seal: what is read is written again as it stood.
    if (seal->header.version != 4) return 0;
    const auto content = signing::encodeSealContent(seal->header, seal->features);
    if (!content || *content != seal->signedPart) std::abort();
    return 0;
}
