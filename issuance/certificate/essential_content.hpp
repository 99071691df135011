// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/bytes.hpp"
#include "printing/flow/act_values.hpp"

namespace issuance {

/// The values of a template as JSON: names in the order of their octets, no white space, UTF-8 as it is (U+FFFD for
/// what is none, which drawing refuses). Equal values make equal octets.
std::string jsonOf(const printing::ActMap& values);
/// The values again. Refuses "certificate.values-malformed" where the text is no such JSON.
base::Result<printing::ActMap> valuesOf(const std::string& json);

/// What a certificate states, of which its seal holds the hash, or a paper of the house, which prints it: SHA-256 of
/// the JSON of its values (docs/formats/certificate.md).
base::Bytes essentialHash(const printing::ActMap& values);

/// A code by which people look a certificate up, drawn by chance: twelve characters that cannot be taken for one
/// another, in groups of four, the last one a check character: "7KQM-2F9X-TD4A".
std::string freshVerificationCode();
/// The code as the books have it, from what a person typed (small letters, no hyphens, O for 0, I or L for 1). Refuses
/// "certificate.code-mistyped".
base::Result<std::string> verificationCode(const std::string& typed);

}  // namespace issuance
