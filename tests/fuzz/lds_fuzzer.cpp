// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/com.hpp"
#include "chip/lds/dg1.hpp"
#include "chip/lds/dg11.hpp"
#include "chip/lds/dg12.hpp"
#include "chip/lds/dg15.hpp"
#include "chip/lds/dg16.hpp"
#include "chip/lds/dg5.hpp"
#include "chip/lds/dg7.hpp"
#include "chip/lds/open_groups.hpp"
#include "chip/lds/security_infos.hpp"

/// Files of the LDS application that hold no biometric templates, as any chip may answer them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::BytesView octets{data, size};
    (void)chip::lds::decodeCom(octets);
    (void)chip::lds::decodeDg1(octets);
    (void)chip::lds::decodeDg5(octets);
    (void)chip::lds::decodeDg6(octets);
    (void)chip::lds::decodeDg7(octets);
    (void)chip::lds::decodeFeatures(chip::lds::File::Dg8, octets);
    (void)chip::lds::decodeFeatures(chip::lds::File::Dg9, octets);
    (void)chip::lds::decodeFeatures(chip::lds::File::Dg10, octets);
    (void)chip::lds::decodeDg11(octets);
    (void)chip::lds::decodeDg12(octets);
    (void)chip::lds::decodeDg13(octets);
    (void)chip::lds::decodeDg14(octets);
    (void)chip::lds::decodeDg15(octets);
    if (const auto dg16 = chip::lds::decodeDg16(octets)) (void)chip::lds::encodeDg16(dg16->content);
    (void)chip::lds::imageForChip(octets);
    return 0;
}
