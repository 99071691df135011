// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/files.hpp"

/// The blocks that records of ISO/IEC 39794 are made of: fields with implicit context tags, in DER.
namespace chip::lds::extensible {

/// [field] with a number, an octet string, or a block of fields.
base::Bytes number(unsigned field, std::uint64_t value);
base::Bytes octets(unsigned field, base::BytesView value);
base::Bytes block(unsigned field, std::initializer_list<base::BytesView> fields);
/// [field] with a code out of a list that later editions may extend.
base::Bytes code(unsigned field, std::uint64_t value);
/// versionBlock of the first editions: generation 3, year 2019 (39794-1).
base::Bytes version();

/// The fields of a block that was read. Views into it.
class Block {
   public:
    /// Nothing where the content is no string of objects.
    static std::optional<Block> of(base::BytesView content);
    [[nodiscard]] std::optional<Block> within(unsigned field) const;
    [[nodiscard]] std::optional<std::uint64_t> number(unsigned field) const;
    [[nodiscard]] std::optional<base::BytesView> octets(unsigned field) const;
    /// The code itself, or the one that an extension names to fall back on.
    [[nodiscard]] std::optional<std::uint64_t> code(unsigned field) const;
    /// The first of a SEQUENCE OF blocks.
    [[nodiscard]] std::optional<Block> firstOf(unsigned field) const;
    [[nodiscard]] const std::vector<base::tlv::Element>& fields() const { return m_fields; }

   private:
    explicit Block(std::vector<base::tlv::Element> fields) : m_fields(std::move(fields)) {}
    std::vector<base::tlv::Element> m_fields;
};

/// The first representation of a record in the object with the tag (64, 65, 66).
std::optional<Block> firstRepresentation(base::BytesView record, base::tlv::Tag tag);
/// The object around version and one representation.
base::Bytes dataBlock(base::tlv::Tag tag, base::BytesView representation);

}  // namespace chip::lds::extensible
