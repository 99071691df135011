// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/travel_document.hpp"

#include <fmt/format.h>

#include <array>

#include "issuance/document/cui.hpp"
#include "issuance/document/holder_check.hpp"
#include "issuance/document/names.hpp"

namespace issuance {

using namespace base::literals;
namespace {

constexpr std::array<const char*, 12> kMonths = {"ENE/JAN", "FEB/FEB", "MAR/MAR", "ABR/APR", "MAY/MAY", "JUN/JUN",
                                                 "JUL/JUL", "AGO/AUG", "SEP/SEP", "OCT/OCT", "NOV/NOV", "DIC/DEC"};

std::string nationalityInWords(const TravelDocument& document) {
    const NationalityRule& rule = document.kind->nationality;
    if (rule.es.empty()) return printedNationality(*document.kind, document.holder);
    return rule.en.empty() ? rule.es : rule.es + "/" + rule.en;
}

}  // namespace

MrzFields mrzFieldsOf(const TravelDocument& document) {
    const DocumentKind& kind = *document.kind;
    const bool showsCui = kind.optionalData == OptionalData::PersonalNumber && document.holder.cui;
    return {.format = kind.mrzFormat,
            .documentCode = kind.documentCode,
            .issuingState = kind.issuingState,
            .surname = document.holder.surname,
            .givenNames = document.holder.givenNames,
            .documentNumber = document.number,
            .nationality = printedNationality(kind, document.holder),
            .dateOfBirth = document.holder.dateOfBirth,
            .sex = document.holder.sex,
            .dateOfExpiry = document.expires,
            .optionalData = showsCui ? document.holder.cui->text() : std::string{},
            .optionalData2 = {},
            .transliteration = kind.transliteration};
}

base::Result<Mrz> composeMrz(const TravelDocument& document) { return composeMrz(mrzFieldsOf(document)); }

std::string visualDate(base::Date day) {
    return fmt::format("{:02} {} {:04}", static_cast<unsigned>(day.day()),
                       kMonths.at(static_cast<unsigned>(day.month()) - 1), static_cast<int>(day.year()));
}

std::map<std::string, std::string> pageValuesOf(const TravelDocument& document) {
    const DocumentKind& kind = *document.kind;
    const Holder& holder = document.holder;
    return {{"document_type", kind.documentCode.substr(0, kind.documentCode.find('<'))},
            {"state_code", kind.issuingState},
            {"document_number", document.number.text()},
            {"surname", upperCase(holder.surname)},
            {"given_names", upperCase(holder.givenNames)},
            {"nationality", upperCase(nationalityInWords(document))},
            {"date_of_birth", visualDate(holder.dateOfBirth)},
            {"personal_number", holder.cui ? groupedForReading(*holder.cui) : std::string{}},
            {"sex", letterOf(holder.sex)},
            {"place_of_birth", upperCase(holder.placeOfBirth)},
            {"date_of_issue", visualDate(document.issued)},
            {"date_of_expiry", visualDate(document.expires)},
            {"authority", upperCase(kind.authority)}};
}

}  // namespace issuance
