// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"

namespace inventory {

/// One number as the database of stolen and lost travel documents takes it: docs/formats/lost-and-stolen.md.
struct ReportedNumber {
    std::string number;      ///< of the document, or of the blank where none was made of it
    std::string type;        ///< document code of its kind ("PP"); empty where no kind of document is made of the item
    std::string issuer;      ///< "GTM"
    std::string country;     ///< "GTM"
    std::string status;      ///< "lost", "stolen", "recovered"
    std::string issueState;  ///< "blank", "personalised"
    std::string reportDate;  ///< "2026-11-23"
    std::string report;
    std::string authority;
};

/// RFC 4180 with a heading, lines end in CR LF.
std::string csvOf(const std::vector<ReportedNumber>& numbers);
/// After templates/schemas/lost-and-stolen.xsd.
std::string xmlOf(const std::vector<ReportedNumber>& numbers, base::Timestamp made);

}  // namespace inventory
