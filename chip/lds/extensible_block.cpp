// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/extensible_block.hpp"

#include "base/der.hpp"

namespace chip::lds::extensible {

using base::Bytes;
using base::BytesView;
namespace der = base::der;
namespace tlv = base::tlv;

namespace {

constexpr std::uint64_t kGeneration = 3, kYear = 2019;
constexpr tlv::Tag primitive(unsigned field) { return 0x80U | field; }
constexpr tlv::Tag constructed(unsigned field) { return 0xA0U | field; }

}  // namespace

Bytes number(unsigned field, std::uint64_t value) {
    Bytes octets = der::integer(value);
    octets.front() = static_cast<std::uint8_t>(primitive(field));
    return octets;
}

Bytes octets(unsigned field, BytesView value) { return tlv::encode(primitive(field), value); }

Bytes block(unsigned field, std::initializer_list<BytesView> fields) { return tlv::encode(constructed(field), fields); }

Bytes code(unsigned field, std::uint64_t value) { return block(field, {number(0, value)}); }

Bytes version() { return block(0, {number(0, kGeneration), number(1, kYear)}); }

std::optional<Block> Block::of(BytesView content) {
    auto fields = tlv::readAll(content);
    if (!fields) return std::nullopt;
    return Block{*std::move(fields)};
}

std::optional<Block> Block::within(unsigned field) const {
    const auto found = tlv::find(m_fields, constructed(field));
    return found ? of(found->value) : std::nullopt;
}

std::optional<BytesView> Block::octets(unsigned field) const {
    const auto found = tlv::find(m_fields, primitive(field));
    return found ? std::optional{found->value} : std::nullopt;
}

std::optional<std::uint64_t> Block::number(unsigned field) const {
    const auto value = octets(field);
    if (!value) return std::nullopt;
    const auto read = der::readSmall(*value);
    return read ? std::optional{*read} : std::nullopt;
}

std::optional<std::uint64_t> Block::code(unsigned field) const {
    const auto choice = within(field);
    if (!choice) return std::nullopt;
    if (const auto known = choice->number(0)) return known;
    const auto extension = choice->within(1);
    return extension ? extension->number(0) : std::nullopt;
}

std::optional<Block> Block::firstOf(unsigned field) const {
    const auto sequence = within(field);
    if (!sequence || sequence->m_fields.empty() || sequence->m_fields.front().tag != der::kSequence)
        return std::nullopt;
    return of(sequence->m_fields.front().value);
}

std::optional<Block> firstRepresentation(BytesView record, tlv::Tag tag) {
    const auto object = tlv::readFirst(record);
    if (!object || object->tag != tag) return std::nullopt;
    const auto data = Block::of(object->value);
    return data ? data->firstOf(1) : std::nullopt;
}

Bytes dataBlock(tlv::Tag tag, BytesView representation) {
    return tlv::encode(tag, {version(), block(1, {tlv::encode(der::kSequence, representation)})});
}

}  // namespace chip::lds::extensible
