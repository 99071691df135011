// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "issuance/document/document_kind.hpp"

namespace issuance {

/// Age in full years on a day; who was born on 29 February comes of age on 1 March in other years.
int ageOn(base::Date day, base::Date birth);

/// Last day of validity of a document issued on a day for so many years.
base::Date lastDayOf(const DocumentKind& kind, base::Date issued, int years);

}  // namespace issuance
