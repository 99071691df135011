// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/state_codes.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <set>

namespace issuance {

using namespace base::literals;
namespace {

std::set<std::string> knownCodes() {
    // 9303-3 section 5, parts B to E: codes that are not in ISO 3166-1, and those of persons without a nationality.
    std::set<std::string> codes = {"D",   "EUE", "GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "UNO",
                                   "UNA", "UNK", "XBA", "XIM", "XCC", "XCE", "XCO", "XEC", "XPO",
                                   "XES", "XMP", "XOM", "XDC", "XXA", "XXB", "XXC", "XXX"};
    for (const char* const* country = icu::Locale::getISOCountries(); *country != nullptr; ++country) {
        const icu::Locale locale{"", *country};
        codes.insert(locale.getISO3Country());
    }
    codes.erase("");
    codes.erase("DEU");
    return codes;
}

}  // namespace

base::Result<std::string> readStateCode(std::string_view text) {
    static const std::set<std::string> kCodes = knownCodes();
    const std::string code{text == "DEU" ? "D" : text};
    if (kCodes.count(code) == 0) return base::Fault{"nationality.unknown"_code, {{"value", std::string{text}}}};
    return code;
}

}  // namespace issuance
