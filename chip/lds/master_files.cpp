// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/master_files.hpp"

#include <algorithm>
#include <array>

#include "base/der.hpp"

namespace chip::lds {

using namespace base::literals;
namespace tlv = base::tlv;

namespace {

constexpr std::array<std::uint8_t, 7> kTravelRecords{0xA0, 0x00, 0x00, 0x02, 0x47, 0x20, 0x01},
    kVisaRecords{0xA0, 0x00, 0x00, 0x02, 0x47, 0x20, 0x02},
    kAdditionalBiometrics{0xA0, 0x00, 0x00, 0x02, 0x47, 0x20, 0x03};
constexpr tlv::Tag kTemplate = 0x61, kIdentifier = 0x4F, kCapabilities = 0x47, kSizes = 0x7F66, kSize = 0x02;
constexpr std::size_t kMostApplications = 64, kCapabilityOctets = 3;
// ISO/IEC 7816-4 tables 117 to 119: first, second and third software function.
constexpr std::uint8_t kByName = 0x80, kShort = 0x04, kRecord = 0x02, kOneOctetUnits = 0x01, kChaining = 0x80,
                       kExtended = 0x40, kSizesHere = 0x20;

std::uint8_t bit(bool on, std::uint8_t mask) { return on ? mask : std::uint8_t{0}; }

void takeSizes(AtrInfo& info, base::BytesView value) {
    const auto sizes = tlv::readAll(value);
    if (!sizes || sizes->size() != 2 || (*sizes)[0].tag != kSize || (*sizes)[1].tag != kSize) return;
    const auto command = base::der::readSmall((*sizes)[0].value), response = base::der::readSmall((*sizes)[1].value);
    if (!command || !response) return;
    info.largestCommand = *command;
    info.largestResponse = *response;
}

}  // namespace

base::BytesView travelRecordsApplication() { return kTravelRecords; }
base::BytesView visaRecordsApplication() { return kVisaRecords; }
base::BytesView additionalBiometricsApplication() { return kAdditionalBiometrics; }

base::Bytes encodeDirectory(const ApplicationDirectory& directory) {
    base::Bytes content;
    for (const auto& application : directory.applications)
        base::append(content, tlv::encode(kTemplate, {tlv::encode(kIdentifier, application)}));
    return content;
}

base::Result<Decoded<ApplicationDirectory>> decodeDirectory(base::BytesView content) {
    const auto objects = tlv::readAll(content);
    if (!objects || objects->empty() || objects->size() > kMostApplications)
        return malformed(File::Directory, "content");
    Decoded<ApplicationDirectory> decoded;
    bool odd = false;
    for (const auto& object : *objects) {
        if (object.tag != kTemplate) {
            odd = true;
            continue;
        }
        const auto parts = tlv::readAll(object.value);
        const auto identifier = parts ? tlv::find(*parts, kIdentifier) : std::nullopt;
        if (!identifier) return malformed(File::Directory, "4f");
        decoded.content.applications.emplace_back(identifier->value.begin(), identifier->value.end());
    }
    const bool listed = std::ranges::any_of(decoded.content.applications, [](const base::Bytes& each) {
        return std::ranges::equal(each, lds1Application());
    });
    if (odd || !listed) decoded.defects.push_back(oddity("lds.directory"_code, File::Directory));
    return decoded;
}

base::Bytes encodeAtrInfo(const AtrInfo& info) {
    const bool sizes = info.largestCommand && info.largestResponse;
    const std::array<std::uint8_t, kCapabilityOctets> capabilities{
        static_cast<std::uint8_t>(bit(info.selectionByName, kByName) | bit(info.shortIdentifiers, kShort) |
                                  bit(info.recordNumbers, kRecord)),
        kOneOctetUnits,
        static_cast<std::uint8_t>(bit(info.chaining, kChaining) | bit(info.extendedLengths, kExtended) |
                                  bit(sizes, kSizesHere))};
    base::Bytes content = tlv::encode(kCapabilities, capabilities);
    if (sizes)
        base::append(content, tlv::encode(kSizes, {base::der::integer(*info.largestCommand),
                                                   base::der::integer(*info.largestResponse)}));
    return content;
}

base::Result<Decoded<AtrInfo>> decodeAtrInfo(base::BytesView content) {
    const auto objects = tlv::readAll(content);
    if (!objects || objects->empty()) return malformed(File::AtrInfo, "content");
    Decoded<AtrInfo> decoded{{false, false, false, false, false, {}, {}}, {}};
    const auto capabilities = tlv::find(*objects, kCapabilities);
    const bool told = capabilities && capabilities->value.size() == kCapabilityOctets;
    if (told) {
        const auto octets = capabilities->value;
        decoded.content.selectionByName = (octets[0] & kByName) != 0;
        decoded.content.shortIdentifiers = (octets[0] & kShort) != 0;
        decoded.content.recordNumbers = (octets[0] & kRecord) != 0;
        decoded.content.chaining = (octets[2] & kChaining) != 0;
        decoded.content.extendedLengths = (octets[2] & kExtended) != 0;
    }
    if (const auto sizes = tlv::find(*objects, kSizes)) takeSizes(decoded.content, sizes->value);
    const bool announced = told && (capabilities->value[2] & kSizesHere) != 0;
    if (!told || announced != decoded.content.largestCommand.has_value())
        decoded.defects.push_back(oddity("lds.capabilities"_code, File::AtrInfo));
    return decoded;
}

}  // namespace chip::lds
