// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "issuance/document/holder.hpp"
#include "issuance/document/identifiers.hpp"
#include "issuance/document/transliteration.hpp"

/// The machine readable zone: 9303-4 4.2 (TD3), 9303-5 4.2 (TD1), 9303-6 4.2 (TD2), 9303-7 (visas, MRV-A and MRV-B).
namespace issuance {

enum class MrzFormat { Td1, Td2, Td3, MrvA, MrvB };

/// "TD1" and so on.
std::string_view nameOf(MrzFormat format);

/// What a machine readable zone is made of; names in Unicode, codes as the MRZ writes them without fillers.
struct MrzFields {
    MrzFormat format = MrzFormat::Td3;
    std::string documentCode;
    std::string issuingState;
    std::string surname;
    std::string givenNames;
    DocumentNumber documentNumber;
    std::string nationality;
    base::Date dateOfBirth{};
    Sex sex = Sex::Unspecified;
    base::Date dateOfExpiry{};
    /// Personal number or other optional data; of TD1 that of the upper line.
    std::string optionalData;
    /// TD1 only: that of the middle line.
    std::string optionalData2;
    TransliterationRules transliteration;
};

struct Mrz {
    MrzFormat format = MrzFormat::Td3;
    std::vector<std::string> lines;
    /// The name was shortened; the reader sees it by a letter in the last position of the name field.
    bool nameTruncated = false;

    /// All lines without breaks, as DG1 holds them.
    [[nodiscard]] std::string text() const;
};

/// Refuses with every fault at once: "mrz.no-transliteration", "mrz.name-empty", "mrz.bad-character",
/// "mrz.field-too-long"; argument "field" names the field. A long name is truncated (mrz_name.hpp), a long document
/// number of TD1 and TD2 flows into the optional data (9303-5 4.2.2 note j).
base::Result<Mrz> composeMrz(const MrzFields& fields);

/// A zone that was read: fillers removed, dates as yyMMdd (unknown parts are '<'), names with spaces for fillers.
struct ParsedMrz {
    MrzFormat format = MrzFormat::Td3;
    std::string documentCode;
    std::string issuingState;
    std::string surname;
    std::string givenNames;
    DocumentNumber documentNumber;
    std::string nationality;
    std::string dateOfBirth;
    Sex sex = Sex::Unspecified;
    std::string dateOfExpiry;
    std::string optionalData;
    std::string optionalData2;
    bool nameMayBeTruncated = false;
};

/// Two or three lines as printed. Refuses with every fault at once: "mrz.wrong-length", "mrz.bad-character",
/// "mrz.wrong-check-digit" (field, expected, found), "mrz.bad-date", "mrz.bad-sex", "mrz.name-empty".
base::Result<ParsedMrz> parseMrz(const std::vector<std::string>& lines);
/// The same from the unbroken text of DG1.
base::Result<ParsedMrz> parseMrz(std::string_view text);

}  // namespace issuance
