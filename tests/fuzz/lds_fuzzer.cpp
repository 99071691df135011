// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/com.hpp"
#include "chip/lds/dg1.hpp"
#include "chip/lds/dg11.hpp"
#include "chip/lds/dg12.hpp"
#include "chip/lds/dg15.hpp"
#include "chip/lds/dg2.hpp"
#include "chip/lds/dg7.hpp"
#include "chip/lds/security_infos.hpp"

/// Files of a chip, as any chip may answer them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::BytesView octets{data, size};
    (void)chip::lds::decodeCom(octets);
    (void)chip::lds::decodeDg1(octets);
    (void)chip::lds::decodeDg2(octets);
    (void)chip::lds::decodeDg7(octets);
    (void)chip::lds::decodeDg11(octets);
    (void)chip::lds::decodeDg12(octets);
    (void)chip::lds::decodeDg14(octets);
    (void)chip::lds::decodeDg15(octets);
    (void)chip::lds::decodeCardAccess(octets);
    (void)chip::lds::imageForChip(octets);
    return 0;
}
