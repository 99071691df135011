// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/lint/parts.hpp"

namespace signing::lint {

/// One attribute of a Name. Views into what was read.
struct Attribute {
    std::string oid;
    Element value;
};

/// A Name (RFC 5280 4.1.2.4) as far as it can be read.
struct NameView {
    base::BytesView whole;
    std::vector<Attribute> attributes;

    [[nodiscard]] const Attribute* find(std::string_view oid) const;
    /// "C=GT, CN=…" for people.
    [[nodiscard]] std::string text() const;
    /// The same for two ways of writing one name: case, blanks and string types put aside.
    [[nodiscard]] std::string meaning() const;
};

inline constexpr std::string_view kCountryName = "2.5.4.6", kCommonName = "2.5.4.3", kLocalityName = "2.5.4.7",
                                  kStateName = "2.5.4.8";

/// Reads the attributes; `name` is the whole SEQUENCE.
NameView readName(const Element& name, const std::string& where, Findings& findings);
/// Issuer or subject against table 5 and 7.1.1.1.
void judgeName(const NameView& name, const std::string& where, Findings& findings);
/// What issuer and subject must have in common.
void judgeNamePair(const NameView& issuer, const NameView& subject, Findings& findings);

}  // namespace signing::lint
