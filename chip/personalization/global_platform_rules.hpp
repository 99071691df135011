// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "chip/personalization/file_system_rules.hpp"
#include "chip/personalization/secure_channel.hpp"

namespace chip {

/// How data groupings lie in the blocks of STORE DATA: one after the other, cut where a block is full; or each block
/// with groupings of its own, long contents in parts that each begin with their offset.
enum class Blocks { Running, Whole };

/// How a GlobalPlatform product is written: the element `globalPlatform` of a chip profile.
struct GlobalPlatformRules {
    struct Group {
        SecretKind secret;
        SecretForm form;
        std::uint16_t identifier;
        bool encrypted;
    };
    /// SET STATUS: of the application, or of the whole card.
    struct Status {
        bool ofCard;
        std::uint8_t state;
    };

    ScpProtocol protocol = ScpProtocol::Scp03S8;
    std::uint8_t level = security_level::kCommandMac;
    TransportKeyRule transportKey = {};
    std::uint8_t keyVersion = 0;
    base::Bytes domain = {};                      ///< who holds the keys
    std::optional<base::Bytes> application = {};  ///< to be installed for personalisation
    Blocks blocks = Blocks::Running;
    std::uint16_t createGroup = 0;
    std::vector<Group> groups = {};
    std::vector<Status> lock = {};
};

/// Of an element that the schema has passed.
GlobalPlatformRules readGlobalPlatformRules(const base::xml::Element& element);

}  // namespace chip
