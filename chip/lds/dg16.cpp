// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg16.hpp"

#include <array>

#include "chip/lds/details.hpp"

namespace chip::lds {

using namespace base::literals;
namespace tlv = base::tlv;

namespace {

constexpr tlv::Tag kCount = 0x02, kFirst = 0xA1, kLast = 0xAF, kRecorded = 0x5F50, kName = 0x5F51, kTelephone = 0x5F52,
                   kAddress = 0x5F53;
constexpr std::size_t kMostPersons = kLast - kFirst + 1, kDateDigits = 8;

base::Fault incomplete() { return oddity("lds.person"_code, File::Dg16); }

bool isWhole(const PersonToNotify& person) {
    return !person.recorded.empty() && !person.name.empty() && !person.telephone.empty() && !person.address.empty();
}

std::string textIn(const std::vector<tlv::Element>& parts, tlv::Tag tag) {
    const auto part = tlv::find(parts, tag);
    return part ? base::textOf(part->value) : std::string{};
}

}  // namespace

base::Result<base::Bytes> encodeDg16(const Dg16& dg16) {
    if (dg16.persons.empty() || dg16.persons.size() > kMostPersons) return incomplete();
    const std::array<std::uint8_t, 1> count{static_cast<std::uint8_t>(dg16.persons.size())};
    base::Bytes content = tlv::encode(kCount, count);
    tlv::Tag tag = kFirst;
    for (const auto& person : dg16.persons) {
        if (!isWhole(person)) return incomplete();
        if (const auto date = checkDigits(person.recorded, kDateDigits, kRecorded, File::Dg16); !date)
            return date.refusal();
        base::append(content, tlv::encode(tag++, {tlv::encode(kRecorded, base::bytesOf(person.recorded)),
                                                  tlv::encode(kName, base::bytesOf(person.name)),
                                                  tlv::encode(kTelephone, base::bytesOf(person.telephone)),
                                                  tlv::encode(kAddress, base::bytesOf(person.address))}));
    }
    return tlv::encode(entryOf(File::Dg16).tag, content);
}

base::Result<Decoded<Dg16>> decodeDg16(base::BytesView content) {
    Decoded<Dg16> decoded;
    const auto parts = openTemplate(File::Dg16, content, decoded.defects);
    if (!parts) return parts.refusal();
    tlv::Tag expected = kFirst;
    for (const auto& part : *parts) {
        if (part.tag < kFirst || part.tag > kLast) continue;
        if (decoded.content.persons.size() == kMostPersons) return malformed(File::Dg16, "number of persons");
        const auto fields = tlv::readAll(part.value);
        if (!fields) return malformed(File::Dg16, tagText(part.tag));
        PersonToNotify person{textIn(*fields, kRecorded), textIn(*fields, kName), textIn(*fields, kTelephone),
                              textIn(*fields, kAddress)};
        if (part.tag != expected++ || !isWhole(person)) decoded.defects.push_back(incomplete());
        if (const auto date = checkDigits(person.recorded, kDateDigits, kRecorded, File::Dg16); !date)
            decoded.defects.push_back(date.refusal().faults().front());
        decoded.content.persons.push_back(std::move(person));
    }
    const auto count = tlv::find(*parts, kCount);
    if (!count || count->value.size() != 1 || count->value[0] != decoded.content.persons.size())
        decoded.defects.push_back(oddity("lds.instance-count"_code, File::Dg16));
    return decoded;
}

}  // namespace chip::lds
