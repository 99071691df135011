// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.hpp"

/// C40 as visible digital seals write texts: three characters in two octets (9303-13 2.6).
namespace signing {

/// Whether a text has only A to Z, 0 to 9 and spaces, and so comes back from C40 as it went in. '<' does not.
bool fitsC40(std::string_view text);
/// '<' is written as a space. Refuses "signing.seal-value-refused" for all other characters; an empty text gives no
/// octets.
base::Result<base::Bytes> encodeC40(std::string_view text);
/// Each text has one encoding and each encoding one text; all else is refused as "signing.seal-malformed".
base::Result<std::string> decodeC40(base::BytesView octets);
/// The octets that a text of so many characters takes.
constexpr std::size_t sizeInC40(std::size_t characters) { return (characters + 2) / 3 * 2; }

}  // namespace signing
