// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/dialect.hpp"

namespace chip {

/// UPDATE BINARY of the current file's whole content in the largest parts that the chunk takes: the even instruction
/// below offset 32768, the odd one from there on (ISO/IEC 7816-4 11.3.2).
void appendWriting(std::vector<ChipStep>& plan, const ChipStep& like, base::BytesView octets, std::size_t chunk);

/// SELECT of the master file or of the application, without an answer.
ChipStep selectHome(lds::Home home);
Command selectFile(std::uint16_t identifier);

}  // namespace chip
