// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/cui.hpp"

#include <algorithm>
#include <array>

namespace issuance {

using namespace base::literals;
namespace {

constexpr std::size_t kLength = 13;
constexpr std::size_t kSerialLength = 8;

// Departments 01 Guatemala to 22 Jutiapa, 340 municipalities, 0514 Sipacate and 1333 Petatán included.
constexpr std::array<int, 22> kMunicipalities = {17, 8,  16, 16, 14, 14, 19, 8,  24, 21, 9,
                                                 30, 33, 21, 8,  17, 14, 5,  11, 11, 7,  17};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

base::Result<Cui> readCui(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ' ') digits += c;
    if (digits.size() != kLength || !std::all_of(digits.begin(), digits.end(), isDigit))
        return base::Fault{"cui.malformed"_code};
    return Cui{digits};
}

std::optional<char> cuiCheckDigit(std::string_view serial) {
    int sum = 0;
    for (std::size_t at = 0; at < kSerialLength; ++at) sum += (serial.at(at) - '0') * static_cast<int>(at + 2);
    if (sum % 11 == 10) return std::nullopt;
    return static_cast<char>('0' + sum % 11);
}

int municipalitiesOf(int department) {
    return department >= 1 && department <= 22 ? kMunicipalities.at(static_cast<std::size_t>(department - 1)) : 0;
}

std::vector<base::Fault> odditiesOf(const Cui& cui) {
    std::vector<base::Fault> oddities;
    const std::string& digits = cui.text();
    if (cuiCheckDigit(digits) != digits.at(kSerialLength)) oddities.push_back({"cui.check-digit"_code});
    const std::string department = digits.substr(9, 2);
    const std::string municipality = digits.substr(11, 2);
    const int number = std::stoi(municipality);
    if (number < 1 || number > municipalitiesOf(std::stoi(department)))
        oddities.push_back({"cui.unknown-place"_code, {{"department", department}, {"municipality", municipality}}});
    return oddities;
}

std::string groupedForReading(const Cui& cui) {
    const std::string& digits = cui.text();
    return digits.substr(0, 4) + " " + digits.substr(4, 5) + " " + digits.substr(9);
}

}  // namespace issuance
