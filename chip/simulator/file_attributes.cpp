// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/file_attributes.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;

constexpr tlv::Tag kDescriptor = 0x82, kLifeCycle = 0x8A, kCompact = 0x8C, kExpanded = 0xAB, kMode = 0x80,
                   kAlways = 0x90, kNever = 0x97, kCondition = 0x9E;
constexpr std::uint8_t kRead = 0x01, kUpdate = 0x02, kNeverCondition = 0xFF;

void setConditions(FileAttributes& attributes, std::uint8_t mode, std::uint8_t condition) {
    if ((mode & kRead) != 0) attributes.read = condition;
    if ((mode & kUpdate) != 0) attributes.update = condition;
}

/// The mode's bits from b7 down, one condition for each that is set.
bool readCompact(base::BytesView octets, FileAttributes& attributes) {
    if (octets.empty()) return false;
    std::size_t at = 1;
    for (unsigned bit = 0x40; bit != 0; bit >>= 1U) {
        if ((octets[0] & bit) == 0) continue;
        if (at == octets.size()) return false;
        setConditions(attributes, static_cast<std::uint8_t>(bit), octets[at++]);
    }
    return at == octets.size();
}

/// Modes, each followed by its condition.
bool readExpanded(base::BytesView octets, FileAttributes& attributes) {
    const auto objects = tlv::readAll(octets);
    if (!objects) return false;
    std::uint8_t mode = 0;
    for (const auto& object : *objects) {
        const bool single = object.value.size() == 1;
        if (object.tag == kMode && single)
            mode = object.value[0];
        else if (object.tag == kAlways)
            setConditions(attributes, mode, 0x00);
        else if (object.tag == kNever)
            setConditions(attributes, mode, kNeverCondition);
        else if (object.tag == kCondition && single)
            setConditions(attributes, mode, object.value[0]);
        else
            return false;
    }
    return true;
}

}  // namespace

std::optional<FileAttributes> readFileAttributes(const std::vector<tlv::Element>& control) {
    FileAttributes attributes;
    const auto descriptor = tlv::find(control, kDescriptor), life = tlv::find(control, kLifeCycle);
    if (!descriptor || descriptor->value.empty() || !life || life->value.size() != 1) return {};
    attributes.descriptor = descriptor->value[0];
    attributes.lifeCycle = life->value[0];
    if (const auto compact = tlv::find(control, kCompact); compact && !readCompact(compact->value, attributes))
        return {};
    if (const auto expanded = tlv::find(control, kExpanded); expanded && !readExpanded(expanded->value, attributes))
        return {};
    return attributes;
}

}  // namespace chip
