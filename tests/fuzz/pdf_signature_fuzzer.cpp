// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/moving_parts.hpp"
#include "printing/finalise/signature_reading.hpp"
#include "printing/finalise/validation_store.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::BytesView file{data, size};
    (void)printing::readValidationMaterial(file);
    (void)printing::movingParts(file);
    const auto signatures = printing::readSignatures(file);
    if (!signatures) return 0;
    for (const auto& signature : *signatures)
        if (signature.faults.empty()) (void)signature.signedOctets(file);
    return 0;
}
