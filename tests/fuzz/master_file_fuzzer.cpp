// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/card_security.hpp"
#include "chip/lds/master_files.hpp"

/// The files of the master file: EF.DIR, EF.ATR/INFO, EF.CardAccess, EF.CardSecurity.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::BytesView octets{data, size};
    (void)chip::lds::decodeDirectory(octets);
    (void)chip::lds::decodeAtrInfo(octets);
    (void)chip::lds::decodeCardAccess(octets);
    (void)chip::lds::decodeCardSecurityInfos(octets);
    (void)chip::verifyCardSecurity(octets, {{}, {}}).holds();
    return 0;
}
