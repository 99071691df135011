// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include "issuance/document/document_kind.hpp"
#include "issuance/document/holder.hpp"

namespace issuance {

/// What one document says: the same values go to page, MRZ and chip.
struct TravelDocument {
    const DocumentKind* kind = nullptr;  ///< never null; the catalogue outlives the document
    Holder holder;
    DocumentNumber number;
    base::Date issued{};
    base::Date expires{};
    std::optional<SignatureWaiver> signatureWaiver = {};  ///< none where the document bears a signature
};

/// The fields of its machine readable zone.
MrzFields mrzFieldsOf(const TravelDocument& document);
base::Result<Mrz> composeMrz(const TravelDocument& document);

/// The values of its visual zone by field id: document_type, state_code, document_number, surname, given_names,
/// nationality, date_of_birth, personal_number, sex, place_of_birth, date_of_issue, date_of_expiry, authority. Upper
/// case, no labels; personal_number is empty where the holder has none.
std::map<std::string, std::string> pageValuesOf(const TravelDocument& document);

/// "07 ENE/JAN 1990" (9303-3 3.5: day, month in the national language and English, year).
std::string visualDate(base::Date day);

}  // namespace issuance
