// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/biometric_group.hpp"

#include <algorithm>
#include <array>

#include "base/der.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;
using base::Bytes;
using base::BytesView;
namespace tlv = base::tlv;

constexpr tlv::Tag kGroup = 0x7F61, kOne = 0x7F60, kCount = 0x02, kHeader = 0xA1, kRecord = 0x5F2E,
                   kExtensibleRecord = 0x7F2E, kStandardised = 0xA1, kIssuerContent = 0x53;
constexpr tlv::Tag kVersion = 0x80, kType = 0x81, kSubtype = 0x82, kFormatOwner = 0x87, kFormatType = 0x88;
constexpr tlv::Tag kFirstRecordObject = 0x64, kLastRecordObject = 0x66;
constexpr std::size_t kMostTemplates = 64;

Bytes encodeHeader(const BiometricHeader& header) {
    Bytes parts;
    if (header.version) base::append(parts, tlv::encode(kVersion, base::bigEndian(*header.version, 2)));
    if (header.type) {
        const std::size_t width = *header.type > 0xFFFF ? 3 : *header.type > 0xFF ? 2 : 1;
        base::append(parts, tlv::encode(kType, base::bigEndian(*header.type, width)));
    }
    if (header.subtype) base::append(parts, tlv::encode(kSubtype, base::bigEndian(*header.subtype, 1)));
    base::append(parts, tlv::encode(kFormatOwner, base::bigEndian(header.formatOwner, 2)));
    base::append(parts, tlv::encode(kFormatType, base::bigEndian(header.formatType, 2)));
    return tlv::encode(kHeader, parts);
}

Bytes encodeTemplate(const BiometricTemplate& one) {
    const bool extensible = one.standard == BiometricStandard::Iso39794;
    const Bytes record = extensible ? tlv::encode(kExtensibleRecord, {tlv::encode(kStandardised, one.record)})
                                    : tlv::encode(kRecord, one.record);
    return tlv::encode(kOne, {encodeHeader(one.header), record});
}

std::optional<std::uint32_t> numberOf(const std::vector<tlv::Element>& parts, tlv::Tag tag, std::size_t width) {
    const auto part = tlv::find(parts, tag);
    if (!part || part->value.empty() || part->value.size() > width) return std::nullopt;
    std::uint32_t number = 0;
    for (const auto octet : part->value) number = (number << 8U) | octet;
    return number;
}

/// Reads the templates one after the other; what is odd goes to the defects.
class GroupReader {
   public:
    GroupReader(File file, Defects& defects) : m_file(file), m_defects(defects) {}

    base::Result<BiometricGroup> read(const std::vector<tlv::Element>& parts) {
        const auto group = tlv::find(parts, kGroup);
        const auto within = group ? tlv::readAll(group->value) : malformed(m_file, "7f61");
        if (!within) return malformed(m_file, "7f61");
        BiometricGroup read;
        for (const auto& element : *within) {
            if (element.tag != kOne) continue;
            auto one = readTemplate(element);
            if (!one) return one.refusal();
            if (read.templates.size() == kMostTemplates) return malformed(m_file, "number of templates");
            read.templates.push_back(*std::move(one));
        }
        if (numberOf(*within, kCount, 1) != read.templates.size()) note("lds.instance-count"_code);
        if (const auto content = tlv::find(parts, kIssuerContent))
            read.issuerContent.assign(content->value.begin(), content->value.end());
        if (read.templates.empty() && read.issuerContent.empty()) note("lds.empty-group"_code);
        return read;
    }

   private:
    void note(base::FailureCode code) { m_defects.push_back(oddity(std::move(code), m_file)); }

    base::Result<BiometricTemplate> readTemplate(const tlv::Element& element) {
        const auto parts = tlv::readAll(element.value);
        if (!parts) return malformed(m_file, "7f60");
        BiometricTemplate one;
        one.header = readHeader(*parts);
        if (const auto record = tlv::find(*parts, kRecord)) {
            one.record.assign(record->value.begin(), record->value.end());
            return one;
        }
        const auto record = tlv::find(*parts, kExtensibleRecord);
        if (!record) return malformed(m_file, "5f2e, 7f2e");
        one.standard = BiometricStandard::Iso39794;
        const auto content = recordWithin(record->value);
        one.record.assign(content.begin(), content.end());
        return one;
    }

    /// The record's own object: within A1 as the standard asks, or without it.
    BytesView recordWithin(BytesView content) {
        const auto frame = tlv::readFirst(content);
        if (frame && frame->tag == kStandardised) return frame->value;
        if (!frame || frame->tag < kFirstRecordObject || frame->tag > kLastRecordObject) return content;
        note("lds.record-frame"_code);
        return content;
    }

    BiometricHeader readHeader(const std::vector<tlv::Element>& parts) {
        BiometricHeader header;
        const auto found = tlv::find(parts, kHeader);
        const auto fields = found ? tlv::readAll(found->value) : malformed(m_file, "a1");
        const auto within = fields ? *fields : std::vector<tlv::Element>{};
        if (const auto version = numberOf(within, kVersion, 2)) header.version = static_cast<std::uint16_t>(*version);
        header.type = numberOf(within, kType, 3);
        if (const auto subtype = numberOf(within, kSubtype, 1)) header.subtype = static_cast<std::uint8_t>(*subtype);
        const auto owner = numberOf(within, kFormatOwner, 2), type = numberOf(within, kFormatType, 2);
        header.formatOwner = static_cast<std::uint16_t>(owner.value_or(0));
        header.formatType = static_cast<std::uint16_t>(type.value_or(0));
        if (!owner || !type || (m_file != File::Dg2 && !header.subtype)) note("lds.biometric-header"_code);
        return header;
    }

    File m_file;
    Defects& m_defects;
};

}  // namespace

Bytes encodeBiometricGroup(File file, const BiometricGroup& group) {
    const std::array<std::uint8_t, 1> count{static_cast<std::uint8_t>(group.templates.size())};
    Bytes templates = tlv::encode(kCount, count);
    for (const auto& one : group.templates) base::append(templates, encodeTemplate(one));
    const Bytes content = group.issuerContent.empty() ? Bytes{} : tlv::encode(kIssuerContent, group.issuerContent);
    return tlv::encode(entryOf(file).tag, {tlv::encode(kGroup, templates), content});
}

base::Result<Decoded<BiometricGroup>> decodeBiometricGroup(File file, BytesView content) {
    Decoded<BiometricGroup> decoded;
    const auto parts = openTemplate(file, content, decoded.defects);
    if (!parts) return parts.refusal();
    auto group = GroupReader{file, decoded.defects}.read(*parts);
    if (!group) return group.refusal();
    decoded.content = *std::move(group);
    return decoded;
}

}  // namespace chip::lds
