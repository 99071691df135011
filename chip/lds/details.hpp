// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "chip/lds/decoded.hpp"

namespace chip::lds {

/// Writes the files that hold a tag list and then optional fields (EF.DG11, EF.DG12). Fields go in the order of the
/// standard's table; empty ones are left out, from the list too.
class DetailsWriter {
   public:
    void text(base::tlv::Tag tag, std::string_view text) { octets(tag, base::bytesOf(text)); }
    void octets(base::tlv::Tag tag, base::BytesView octets);
    /// Repeated fields: A0 { 02 count, tag, tag … }; the tag list names the tag of the field.
    void repeated(base::tlv::Tag tag, const std::vector<std::string>& texts);
    [[nodiscard]] base::Bytes finish(File file) const;

   private:
    std::vector<base::tlv::Tag> m_tags;
    base::Bytes m_fields;
};

/// Reads them, and names "lds.tag-list", "lds.empty-element", "lds.outside-template", "lds.binary-date",
/// "lds.bad-date".
class DetailsReader {
   public:
    static base::Result<DetailsReader> open(File file, base::BytesView content);

    std::string text(base::tlv::Tag tag);
    base::Bytes octets(base::tlv::Tag tag);
    std::vector<base::Bytes> all(base::tlv::Tag tag);
    /// Fields within A0, or beside it where issuers put them.
    std::vector<std::string> repeated(base::tlv::Tag tag);
    /// Digits of a date of the given number of digits; issuers' packed decimals are unpacked.
    std::string digits(base::tlv::Tag tag, std::size_t count);

    [[nodiscard]] Defects takeDefects() { return std::move(m_defects); }

   private:
    explicit DetailsReader(File file) : m_file(file) {}
    void note(base::FailureCode code, base::tlv::Tag tag);
    void compareTagList();

    File m_file;
    std::vector<base::tlv::Element> m_parts;
    std::vector<base::tlv::Element> m_within;  ///< what A0 holds
    Defects m_defects;
};

/// Refuses "lds.bad-date" unless the text is empty or that many digits.
base::Outcome checkDigits(std::string_view text, std::size_t count, base::tlv::Tag tag, File file);
/// Refuses "lds.text-too-long" for texts of more octets than the standard's table allows.
inline constexpr std::size_t kMostTextOctets = 99;
struct DetailText {
    base::tlv::Tag tag;
    std::string_view text;
    std::size_t limit = kMostTextOctets;
};
base::Outcome checkTexts(std::initializer_list<DetailText> texts, File file);
/// "20261123", as data groups write a day.
std::string dateDigits(base::Date day);

}  // namespace chip::lds
