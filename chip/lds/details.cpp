// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/details.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace chip::lds {

using namespace base::literals;
using base::Bytes;
using base::BytesView;
namespace tlv = base::tlv;

namespace {

constexpr tlv::Tag kTagList = 0x5C, kRepeated = 0xA0, kCount = 0x02;

bool allDigits(std::string_view text) {
    return std::ranges::all_of(text, [](char each) { return each >= '0' && each <= '9'; });
}

}  // namespace

void DetailsWriter::octets(tlv::Tag tag, BytesView octets) {
    if (octets.empty()) return;
    m_tags.push_back(tag);
    base::append(m_fields, tlv::encode(tag, octets));
}

void DetailsWriter::repeated(tlv::Tag tag, const std::vector<std::string>& texts) {
    Bytes fields;
    std::uint8_t count = 0;
    for (const auto& text : texts) {
        if (text.empty() || count == 0xFF) continue;
        ++count;
        base::append(fields, tlv::encode(tag, base::bytesOf(text)));
    }
    if (count == 0) return;
    m_tags.push_back(tag);
    base::append(m_fields, tlv::encode(kRepeated, {tlv::encode(kCount, BytesView{&count, 1}), fields}));
}

Bytes DetailsWriter::finish(File file) const {
    return tlv::encode(entryOf(file).tag, {tlv::encode(kTagList, writeTagList(m_tags)), m_fields});
}

base::Result<DetailsReader> DetailsReader::open(File file, BytesView content) {
    DetailsReader reader{file};
    auto parts = openTemplate(file, content, reader.m_defects);
    if (!parts) return parts.refusal();
    reader.m_parts = *std::move(parts);
    if (const auto repeated = tlv::find(reader.m_parts, kRepeated)) {
        auto within = tlv::readAll(repeated->value);
        if (!within) return malformed(file, "a0");
        reader.m_within = *std::move(within);
    }
    for (const auto& part : reader.m_parts)
        if (part.value.empty()) reader.note("lds.empty-element"_code, part.tag);
    for (const auto& part : reader.m_within)
        if (part.value.empty()) reader.note("lds.empty-element"_code, part.tag);
    reader.compareTagList();
    return reader;
}

void DetailsReader::note(base::FailureCode code, tlv::Tag tag) {
    m_defects.push_back({std::move(code), {{"tag", tagText(tag)}}, std::string{nameOf(m_file)}});
}

void DetailsReader::compareTagList() {
    const auto list = tlv::find(m_parts, kTagList);
    const auto tags = list ? readTagList(list->value) : std::vector<tlv::Tag>{};
    const std::set<tlv::Tag> listed{tags.begin(), tags.end()};
    std::set<tlv::Tag> present;
    for (const auto& part : m_parts)
        if (part.tag != kTagList && part.tag != kRepeated) present.insert(part.tag);
    for (const auto& part : m_within)
        if (part.tag != kCount) present.insert(part.tag);
    std::set<tlv::Tag> different;
    std::ranges::set_symmetric_difference(listed, present, std::inserter(different, different.end()));
    for (const auto tag : different) note("lds.tag-list"_code, tag);
}

Bytes DetailsReader::octets(tlv::Tag tag) {
    const auto part = tlv::find(m_parts, tag);
    return part ? Bytes{part->value.begin(), part->value.end()} : Bytes{};
}

std::string DetailsReader::text(tlv::Tag tag) { return base::textOf(octets(tag)); }

std::vector<Bytes> DetailsReader::all(tlv::Tag tag) {
    std::vector<Bytes> values;
    for (const auto& part : m_parts)
        if (part.tag == tag && !part.value.empty()) values.emplace_back(part.value.begin(), part.value.end());
    return values;
}

std::vector<std::string> DetailsReader::repeated(tlv::Tag tag) {
    std::vector<std::string> texts;
    for (const auto& part : m_within)
        if (part.tag == tag && !part.value.empty()) texts.push_back(base::textOf(part.value));
    for (const auto& value : all(tag)) {
        note("lds.outside-template"_code, tag);
        texts.push_back(base::textOf(value));
    }
    return texts;
}

std::string DetailsReader::digits(tlv::Tag tag, std::size_t count) {
    const Bytes value = octets(tag);
    if (value.empty()) return {};
    if (value.size() == count && allDigits(base::textOf(value))) return base::textOf(value);
    std::string packed = base::toHex(value);
    if (packed.size() == count && allDigits(packed)) {
        note("lds.binary-date"_code, tag);
        return packed;
    }
    note("lds.bad-date"_code, tag);
    return {};
}

base::Outcome checkDigits(std::string_view text, std::size_t count, tlv::Tag tag, File file) {
    if (text.empty() || (text.size() == count && allDigits(text))) return {};
    return base::Fault{"lds.bad-date"_code, {{"tag", tagText(tag)}}, std::string{nameOf(file)}};
}

base::Outcome checkTexts(std::initializer_list<DetailText> texts, File file) {
    for (const auto& each : texts)
        if (each.text.size() > each.limit)
            return base::Fault{"lds.text-too-long"_code,
                               {{"tag", tagText(each.tag)}, {"limit", std::to_string(each.limit)}},
                               std::string{nameOf(file)}};
    return {};
}

std::string dateDigits(base::Date day) {
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

}  // namespace chip::lds
