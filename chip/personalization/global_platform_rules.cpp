// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/global_platform_rules.hpp"

#include <algorithm>
#include <array>

#include "base/failure.hpp"

namespace chip {
namespace {

using base::xml::Element;

constexpr std::array<std::string_view, 4> kProtocols{"scp02-15", "scp02-55", "scp03-s8", "scp03-s16"};

base::Bytes octetsOf(const Element& element, std::string_view attribute) {
    return base::expected(base::fromHex(element.attributeOr(attribute, "")), attribute);
}

}  // namespace

GlobalPlatformRules readGlobalPlatformRules(const Element& element) {
    GlobalPlatformRules rules;
    const auto channel = *element.child("channel"), groups = *element.child("groups");
    const auto protocol = std::ranges::find(kProtocols, channel.attributeOr("protocol", ""));
    rules.protocol = static_cast<ScpProtocol>(protocol - kProtocols.begin());
    rules.level = static_cast<std::uint8_t>(readHexadecimal(channel, "level"));
    rules.transportKey = readTransportKey(channel);
    rules.keyVersion = static_cast<std::uint8_t>(readHexadecimal(channel, "version"));
    rules.domain = octetsOf(channel, "domain");
    if (const auto install = element.child("install")) rules.application = octetsOf(*install, "application");
    rules.blocks = groups.attributeOr("blocks", "") == "running" ? Blocks::Running : Blocks::Whole;
    rules.createGroup = readHexadecimal(groups, "create");
    for (const auto& secret : groups.children("secret"))
        rules.groups.push_back({*secretKindNamed(secret.attributeOr("secret", "")),
                                *secretFormNamed(secret.attributeOr("form", "")), readHexadecimal(secret, "group"),
                                secret.attributeOr("encrypted", "") == "yes"});
    for (const auto& status : element.child("lockSequence")->children("status"))
        rules.lock.push_back(
            {status.attributeOr("of", "") == "card", static_cast<std::uint8_t>(readHexadecimal(status, "state"))});
    return rules;
}

}  // namespace chip
