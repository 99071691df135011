// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/dialect.hpp"

namespace chip {

/// A data grouping (GlobalPlatform Card Specification 2.3.1 11.11.2.3): identifier, length, value.
struct DataGroup {
    StepKind kind = StepKind::WriteFile;
    std::string where = {};
    std::uint16_t identifier = 0;
    base::SecretBytes value = {};
    bool encrypted = false;  ///< the value is padded to whole blocks and goes out under the key for secrets
    bool parted = false;     ///< where blocks are whole: may be cut into parts, each behind its offset
};

/// Octets that a group takes beside its value.
std::size_t groupHeader(std::size_t valueSize);

/// STORE DATA commands that hold the groups in their order, as few as the room for plain data allows. The last one
/// says that it is the last. Blocks are numbered from 0; encrypted groups have blocks of their own, one each, in which
/// they fit.
std::vector<ChipStep> storeData(const std::vector<DataGroup>& groups, Blocks blocks, std::size_t room);

}  // namespace chip
