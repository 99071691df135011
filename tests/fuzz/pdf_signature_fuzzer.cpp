// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/signature_reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::BytesView file{data, size};
    const auto signatures = printing::readSignatures(file);
    if (!signatures) return 0;
    for (const auto& signature : *signatures)
        if (signature.faults.empty()) (void)signature.signedOctets(file);
    return 0;
}
