// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <span>

#include "chip/lint/file_rules.hpp"
#include "signing/asn1/cursor.hpp"

namespace chip::lint {
namespace {

using namespace base::literals;
using lds::File;
namespace tlv = base::tlv;

constexpr tlv::Tag kOthers = 0xA0, kCount = 0x02;
constexpr std::size_t kShortText = 99, kLongText = 999;

/// The elements of a file in the order of the standard's table.
struct Outline {
    File file;
    std::vector<tlv::Tag> elements;
    std::vector<tlv::Tag> repeated = {};    ///< may stand several times
    std::vector<tlv::Tag> elsewhere = {};   ///< belong into A0, which the decoders name
    std::vector<tlv::Tag> shortTexts = {};  ///< of at most 99 octets
    std::vector<tlv::Tag> longTexts = {};   ///< of at most 999 octets
};

const std::vector<Outline>& outlines() {
    static const std::vector<Outline> kOutlines{
        {File::Com, {0x5F01, 0x5F36, 0x5C}},
        {File::Dg1, {0x5F1F}},
        {File::Dg2, {0x7F61}},
        {File::Dg3, {0x7F61, 0x53}},
        {File::Dg4, {0x7F61, 0x53}},
        {File::Dg5, {kCount, 0x5F40}, {0x5F40}},
        {File::Dg7, {kCount, 0x5F43}, {0x5F43}},
        {File::Dg11,
         {0x5C, 0x5F0E, kOthers, 0x5F10, 0x5F2B, 0x5F11, 0x5F42, 0x5F12, 0x5F13, 0x5F14, 0x5F15, 0x5F16, 0x5F17,
          0x5F18},
         {},
         {0x5F0F},
         {0x5F0E, 0x5F0F, 0x5F10, 0x5F11, 0x5F42, 0x5F12, 0x5F13, 0x5F14, 0x5F15, 0x5F17},
         {0x5F18}},
        {File::Dg12,
         {0x5C, 0x5F19, 0x5F26, kOthers, 0x5F1B, 0x5F1C, 0x5F1D, 0x5F1E, 0x5F55, 0x5F56},
         {},
         {0x5F1A},
         {0x5F19, 0x5F1A, 0x5F1B, 0x5F1C, 0x5F56}},
    };
    return kOutlines;
}

bool contains(const std::vector<tlv::Tag>& tags, tlv::Tag tag) { return std::ranges::count(tags, tag) != 0; }

/// Well-formed UTF-8 of at most three octets a character (9303-10 3.9.1) or four.
bool isUtf8(base::BytesView text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::uint8_t first = text[at];
        const std::size_t size = first < 0x80   ? 1
                                 : first < 0xC2 ? 0
                                 : first < 0xE0 ? 2
                                 : first < 0xF0 ? 3
                                 : first < 0xF5 ? 4
                                                : 0;
        if (size == 0 || at + size > text.size()) return false;
        for (std::size_t i = 1; i < size; ++i)
            if ((text[at + i] & 0xC0U) != 0x80U) return false;
        const bool overlong = (first == 0xE0 && text[at + 1] < 0xA0) || (first == 0xF0 && text[at + 1] < 0x90);
        const bool surrogate = first == 0xED && text[at + 1] >= 0xA0;
        if (overlong || surrogate) return false;
        at += size;
    }
    return true;
}

class ElementCheck {
   public:
    ElementCheck(const Outline& outline, Findings& findings) : m_outline(outline), m_findings(findings) {}

    void check(const std::vector<tlv::Element>& parts) {
        std::size_t reached = 0;
        std::set<tlv::Tag> seen;
        for (const auto& part : parts) {
            if (contains(m_outline.elsewhere, part.tag)) continue;
            const auto found = std::ranges::find(m_outline.elements, part.tag);
            if (found == m_outline.elements.end()) {
                note("lint.foreign-element"_code, part.tag);
                continue;
            }
            if (!seen.insert(part.tag).second && !contains(m_outline.repeated, part.tag))
                note("lint.element-twice"_code, part.tag);
            const auto place = static_cast<std::size_t>(found - m_outline.elements.begin());
            if (place < reached) note("lint.element-order"_code, part.tag);
            reached = std::max(reached, place);
        }
        checkTexts(parts);
    }

   private:
    void note(base::FailureCode code, tlv::Tag tag) {
        m_findings.note(std::move(code), m_outline.file, {{"tag", lds::tagText(tag)}});
    }

    void checkTexts(const std::vector<tlv::Element>& parts) {
        for (const auto& part : parts) {
            if (part.tag == kOthers) {
                if (const auto within = tlv::readAll(part.value)) checkTexts(*within);
                continue;
            }
            const bool shortText = contains(m_outline.shortTexts, part.tag);
            if (!shortText && !contains(m_outline.longTexts, part.tag)) continue;
            if (part.value.size() > (shortText ? kShortText : kLongText)) note("lint.element-long"_code, part.tag);
            if (!isUtf8(part.value)) note("lint.not-utf-8"_code, part.tag);
        }
    }

    const Outline& m_outline;
    Findings& m_findings;
};

bool isAsn1(File file) {
    return file == File::Dg14 || file == File::Dg15 || file == File::CardAccess || file == File::CardSecurity;
}

void judgeLengths(File file, base::BytesView content, Findings& findings) {
    for (auto object = tlv::readFirst(content); object && !content.empty(); object = tlv::readFirst(content)) {
        if (!signing::isDer(object->whole))
            findings.note(isAsn1(file) ? "lint.not-der"_code : "lint.length-form"_code, file);
        if (file != File::Directory && file != File::AtrInfo) return;
        content = content.subspan(object->whole.size());
    }
}

}  // namespace

void judgeElements(File file, base::BytesView content, Findings& findings) {
    if (file == File::Sod) return;                        // judgeSecurityObject
    if (file == File::Dg6 || file == File::Dg13) return;  // whatever the issuer put there
    judgeLengths(file, content, findings);
    const auto outline = std::ranges::find(outlines(), file, &Outline::file);
    const auto whole = tlv::readFirst(content);
    if (outline == outlines().end() || !whole) return;
    if (const auto parts = tlv::readAll(whole->value)) ElementCheck{*outline, findings}.check(*parts);
}

}  // namespace chip::lint
