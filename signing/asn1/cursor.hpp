// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/tlv.hpp"

namespace signing {

/// The first thing that was wrong while a DER structure was read; empty while all is well.
struct Trouble {
    std::string what;
    [[nodiscard]] bool any() const { return !what.empty(); }
    void note(std::string_view problem) {
        if (what.empty()) what = problem;
    }
};

/// Steps through the content of one DER structure, element by element. The first mismatch is noted in the shared
/// Trouble; from then on every step gives empty elements, so a reader reads to its end and asks once.
class Cursor {
   public:
    Cursor(base::BytesView content, Trouble& trouble, base::tlv::Lengths lengths = base::tlv::Lengths::DerOnly)
        : m_rest(content), m_trouble(&trouble), m_lengths(lengths) {}

    /// The next element, which must have this tag.
    base::tlv::Element take(base::tlv::Tag tag, std::string_view what);
    base::tlv::Element takeAny(std::string_view what);
    /// The next element if it has this tag.
    std::optional<base::tlv::Element> takeIf(base::tlv::Tag tag);
    /// A cursor over the content of the next element.
    Cursor enter(base::tlv::Tag tag, std::string_view what);
    [[nodiscard]] Cursor inside(const base::tlv::Element& element) const {
        return {element.value, *m_trouble, m_lengths};
    }
    /// Nothing more to read, or something was wrong.
    [[nodiscard]] bool atEnd() const { return m_rest.empty() || m_trouble->any(); }
    /// Nothing may be left over.
    void finish(std::string_view what);
    [[nodiscard]] Trouble& trouble() { return *m_trouble; }

   private:
    base::BytesView m_rest;
    Trouble* m_trouble;
    base::tlv::Lengths m_lengths;
};

/// The dotted identifier of an OID element; notes trouble where it is none.
std::string oidOf(const base::tlv::Element& element, Trouble& trouble);
/// The octets of a BIT STRING without unused bits.
base::BytesView bitsOf(const base::tlv::Element& element, Trouble& trouble);

/// The definite-length form of a BER object: constructed OCTET STRINGs become one, all else that is already definite
/// stays octet by octet. Refuses "signing.malformed" beyond 32 levels.
base::Result<base::Bytes> definiteForm(base::BytesView ber);
/// Whether an object or one of its parts has an indefinite length or a length that is not minimal.
bool isDer(base::BytesView object);

}  // namespace signing
