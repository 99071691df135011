// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/asn1/cursor.hpp"

#include "base/der.hpp"

namespace signing {

base::tlv::Element Cursor::takeAny(std::string_view what) {
    if (m_trouble->any()) return {};
    const auto element = base::tlv::readFirst(m_rest, m_lengths);
    if (!element) {
        m_trouble->note(what);
        return {};
    }
    m_rest = m_rest.subspan(element->whole.size());
    return *element;
}

base::tlv::Element Cursor::take(base::tlv::Tag tag, std::string_view what) {
    const auto element = takeAny(what);
    if (m_trouble->any()) return {};
    if (element.tag != tag) {
        m_trouble->note(what);
        return {};
    }
    return element;
}

std::optional<base::tlv::Element> Cursor::takeIf(base::tlv::Tag tag) {
    if (atEnd()) return std::nullopt;
    const auto element = base::tlv::readFirst(m_rest, m_lengths);
    if (!element || element->tag != tag) return std::nullopt;
    m_rest = m_rest.subspan(element->whole.size());
    return *element;
}

Cursor Cursor::enter(base::tlv::Tag tag, std::string_view what) { return inside(take(tag, what)); }

void Cursor::finish(std::string_view what) {
    if (!m_rest.empty()) m_trouble->note(what);
}

std::string oidOf(const base::tlv::Element& element, Trouble& trouble) {
    if (trouble.any()) return {};
    const auto dotted = base::der::readOid(element.value);
    if (element.tag != base::der::kOid || !dotted) {
        trouble.note("OBJECT IDENTIFIER");
        return {};
    }
    return *dotted;
}

base::BytesView bitsOf(const base::tlv::Element& element, Trouble& trouble) {
    if (trouble.any()) return {};
    if (element.tag != base::der::kBitString || element.value.empty() || element.value[0] != 0) {
        trouble.note("BIT STRING");
        return {};
    }
    return element.value.subspan(1);
}

}  // namespace signing
