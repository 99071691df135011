// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/bytes.hpp"
#include "base/clock.hpp"

/// Fields that the writer and the reader of seals share.
namespace signing {

/// MMDDYYYY as a number of three octets (9303-13 2.3.1).
base::Bytes encodeSealDate(base::Date day);
/// From three octets; a day that is not ok() where the calendar has none.
base::Date readSealDate(base::BytesView octets);

/// One to three letters, filled with '<' to three characters (9303-13 table 1).
bool isIssuingCountry(std::string_view country);

}  // namespace signing
