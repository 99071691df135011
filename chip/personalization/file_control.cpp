// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/file_control.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;
using base::Bytes;

constexpr tlv::Tag kDescriptor = 0x82, kIdentifier = 0x83, kName = 0x84, kShortIdentifier = 0x88, kLifeCycle = 0x8A,
                   kCompact = 0x8C, kExpanded = 0xAB, kAccessMode = 0x80, kAlways = 0x90, kNever = 0x97,
                   kCondition = 0x9E;
constexpr std::uint8_t kWorkingTransparent = 0x01, kInternalTransparent = 0x09, kDirectory = 0x38,
                       kInitialisation = 0x03;
// Access mode bits of 7816-4 tables 17 and 18: of a file reading, updating, and all else but both; of a directory all.
constexpr std::uint8_t kRead = 0x01, kUpdate = 0x02, kAllElse = 0x7C, kAll = 0x7F;
constexpr AccessCondition kNeverCondition = 0xFF;

/// One condition for each bit of the mode, the highest first.
Bytes compact(std::uint8_t mode, std::initializer_list<AccessCondition> conditions) {
    Bytes octets{mode};
    octets.insert(octets.end(), conditions);
    return tlv::encode(kCompact, octets);
}

Bytes conditionObject(AccessCondition condition) {
    if (condition == 0x00) return tlv::encode(kAlways, Bytes{});
    if (condition == kNeverCondition) return tlv::encode(kNever, Bytes{});
    return tlv::encode(kCondition, Bytes{condition});
}

Bytes expandedRule(std::uint8_t mode, AccessCondition condition) {
    return base::concat({tlv::encode(kAccessMode, Bytes{mode}), conditionObject(condition)});
}

Bytes attributeOf(AccessForm form, const AccessRule& access) {
    constexpr auto kNo = kNeverCondition;
    if (form == AccessForm::Compact) return compact(kAll, {kNo, kNo, kNo, kNo, kNo, access.update, access.read});
    return tlv::encode(kExpanded, {expandedRule(kRead, access.read), expandedRule(kUpdate, access.update),
                                   expandedRule(kAllElse, kNo)});
}

}  // namespace

Bytes encodeFileControl(const FileSystemRules& rules, const FileControl& file) {
    const bool internal = file.kind == FileControl::Kind::Internal;
    const Bytes descriptor{internal ? kInternalTransparent : kWorkingTransparent};
    const auto shortIdentifier =
        file.shortIdentifier
            ? tlv::encode(kShortIdentifier, Bytes{static_cast<std::uint8_t>(*file.shortIdentifier << 3U)})
            : Bytes{};
    return tlv::encode(
        rules.controlTemplate,
        {tlv::encode(kDescriptor, descriptor), tlv::encode(kIdentifier, base::bigEndian(file.identifier, 2)),
         shortIdentifier, tlv::encode(rules.sizeTag, base::bigEndian(file.size, 2)),
         tlv::encode(kLifeCycle, Bytes{kInitialisation}), attributeOf(rules.accessForm, file.access)});
}

Bytes encodeDirectoryControl(const FileSystemRules& rules, base::BytesView name) {
    constexpr auto kNo = kNeverCondition;
    const auto attribute = rules.accessForm == AccessForm::Compact ? compact(kAll, {kNo, kNo, kNo, kNo, kNo, kNo, kNo})
                                                                   : tlv::encode(kExpanded, expandedRule(kAll, kNo));
    return tlv::encode(
        rules.controlTemplate,
        {tlv::encode(kDescriptor, Bytes{kDirectory}), tlv::encode(kIdentifier, base::bigEndian(rules.application, 2)),
         tlv::encode(kName, name), tlv::encode(kLifeCycle, Bytes{kInitialisation}), attribute});
}

}  // namespace chip
