// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "issuance/document/document_kind.hpp"
#include "issuance/document/holder.hpp"

namespace issuance {

/// Why no document of this kind and validity can be made for this holder, all reasons at once: "holder.empty",
/// "holder.too-long", "mrz.no-transliteration", "mrz.name-empty", "holder.born-in-future", "holder.too-old",
/// "holder.too-young", "holder.nationality", "holder.cui-missing", "kind.validity". Argument "field" names the field as
/// the visual zone does (surname, given_names, date_of_birth, nationality, place_of_birth, personal_number, years).
std::vector<base::Fault> faultsOf(const Holder& holder, const DocumentKind& kind, int years, base::Date today);

/// The nationality that the document shows in its MRZ.
std::string printedNationality(const DocumentKind& kind, const Holder& holder);

}  // namespace issuance
