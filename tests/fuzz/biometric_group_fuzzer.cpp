// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg2.hpp"
#include "chip/lds/dg3.hpp"
#include "chip/lds/dg4.hpp"

/// EF.DG2, EF.DG3 and EF.DG4, as any chip may answer them; what was read is written again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chip::lds;
    const base::BytesView octets{data, size};
    if (const auto dg2 = decodeDg2(octets))
        for (const auto& face : dg2->content.faces) (void)encodeDg2(face.image, face.standard, face.type);
    if (const auto dg3 = decodeDg3(octets)) (void)encodeDg3(dg3->content.fingers, BiometricStandard::Iso39794);
    if (const auto dg4 = decodeDg4(octets)) (void)encodeDg4(dg4->content.irises, BiometricStandard::Iso39794);
    return 0;
}
