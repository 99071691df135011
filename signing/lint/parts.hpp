// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/der.hpp"
#include "signing/lint/findings.hpp"

/// Lenient reading: whatever can still be read is read, and what cannot is a finding. Internal to signing/lint.
namespace signing::lint {

using Element = base::tlv::Element;

/// The parts of one constructed object, taken one after the other. Views into what was read.
class Parts {
   public:
    Parts(base::BytesView content, std::string where, Findings& findings);

    /// The next part if it has this tag, else null.
    const Element* takeIf(base::tlv::Tag tag);
    /// The same; what is missing is a finding.
    const Element* take(base::tlv::Tag tag, std::string_view what);
    const Element* takeAny();
    [[nodiscard]] const Element* peek() const { return m_next < m_parts.size() ? &m_parts[m_next] : nullptr; }
    [[nodiscard]] bool atEnd() const { return m_next >= m_parts.size(); }
    [[nodiscard]] std::size_t size() const { return m_parts.size(); }
    /// What is left over is a finding.
    void finish();

   private:
    std::vector<Element> m_parts;
    std::size_t m_next = 0;
    std::string m_where;
    Findings& m_findings;
};

/// Printable characters of octets, at most 64, others as question marks.
std::string legible(base::BytesView octets);
/// The dotted form, or "?".
std::string dotted(const Element& oid);
/// "basicConstraints" of "2.5.29.19"; the dotted form of what has no name here.
std::string extensionName(const std::string& oid);
/// "commonName" of "2.5.4.3".
std::string attributeName(const std::string& oid);

/// Everything in which an object departs from DER, down to its last part: lengths, truth values, integers, bit strings,
/// order in sets, depth. `except` is an element that is judged by rules of its own.
void judgeEncoding(base::BytesView object, const std::string& where, Findings& findings,
                   const Element* except = nullptr);

/// A number in two's complement and the smallest number of octets.
bool minimal(base::BytesView integer);

/// A Time as tables 5 and 9 have it; its moment where it can be told.
std::optional<base::Timestamp> judgeTime(const Element* element, const std::string& where, Findings& findings);

}  // namespace signing::lint
