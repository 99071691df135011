// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "signing/lint/parts.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr int kDeepest = 40;

bool isString(base::tlv::Tag tag) {
    return tag == 0x23 || tag == 0x24 || (tag >= 0x2C && tag <= 0x3E && tag != der::kSequence && tag != der::kSet);
}

bool goodBits(base::BytesView bits) {
    if (bits.empty() || bits[0] > 7 || (bits.size() == 1 && bits[0] != 0)) return false;
    return (bits.back() & ((1U << bits[0]) - 1U)) == 0 || bits.size() == 1;
}

bool minimalArcs(base::BytesView oid) {
    bool first = true;
    for (const auto octet : oid) {
        if (first && octet == 0x80) return false;
        first = (octet & 0x80U) == 0;
    }
    return !oid.empty() && first;
}

/// One walk over an object; each kind of departure is noted where it is met first.
class Walk {
   public:
    Walk(std::string where, const Element* except, Findings& findings)
        : m_where(std::move(where)), m_except(except), m_findings(findings) {}

    void objects(base::BytesView content, int depth) {
        if (depth > kDeepest) return found("too-deep");
        while (!content.empty()) {
            const auto element = base::tlv::readFirst(content);
            if (!element) return;  // who reads the structure says what is broken
            if (!base::tlv::readFirst(content, base::tlv::Lengths::DerOnly)) found("long-length");
            object(*element, depth);
            content = content.subspan(element->whole.size());
        }
    }

   private:
    void object(const Element& element, int depth) {
        if (m_except != nullptr && m_except->whole.data() == element.whole.data()) return;
        if (element.constructed()) {
            if (isString(element.tag)) found("constructed-string");
            objects(element.value, depth + 1);
            if (element.tag == der::kSet) order(element.value);
            return;
        }
        primitive(element);
    }

    void primitive(const Element& element) {
        const auto value = element.value;
        if (element.tag == der::kBoolean && (value.size() != 1 || (value[0] != 0 && value[0] != 0xFF)))
            found("boolean-not-ff");
        if (element.tag == der::kInteger && !minimal(value)) found("long-integer");
        if (element.tag == der::kBitString && !goodBits(value)) found("unused-bits");
        if (element.tag == der::kNull && !value.empty()) found("null-with-content");
        if (element.tag == der::kOid && !minimalArcs(value)) found("long-oid");
        if (element.tag == der::kSequence - 0x20U || element.tag == der::kSet - 0x20U) found("primitive-sequence");
    }

    void order(base::BytesView content) {
        const auto parts = base::tlv::readAll(content);
        if (!parts) return;
        const auto after = [](const Element& left, const Element& right) {
            return std::lexicographical_compare(right.whole.begin(), right.whole.end(), left.whole.begin(),
                                                left.whole.end());
        };
        if (std::adjacent_find(parts->begin(), parts->end(), after) != parts->end()) found("set-order");
    }

    void found(const char* what) { m_findings.note("pki.not-der"_code, m_where, {{"what", what}}); }

    std::string m_where;
    const Element* m_except;
    Findings& m_findings;
};

}  // namespace

void judgeEncoding(base::BytesView object, const std::string& where, Findings& findings, const Element* except) {
    Walk{where, except, findings}.objects(object, 0);
}

}  // namespace signing::lint
