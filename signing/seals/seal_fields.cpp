// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/seal_fields.hpp"

#include <algorithm>

namespace signing {

base::Bytes encodeSealDate(base::Date day) {
    const auto number = static_cast<unsigned>(day.month()) * 1'000'000 + static_cast<unsigned>(day.day()) * 10'000 +
                        static_cast<unsigned>(static_cast<int>(day.year()));
    return base::bigEndian(number, 3);
}

base::Date readSealDate(base::BytesView octets) {
    const unsigned number = (static_cast<unsigned>(octets[0]) << 16U) | (static_cast<unsigned>(octets[1]) << 8U) |
                            static_cast<unsigned>(octets[2]);
    return {std::chrono::year{static_cast<int>(number % 10'000)}, std::chrono::month{number / 1'000'000},
            std::chrono::day{number / 10'000 % 100}};
}

bool isIssuingCountry(std::string_view country) {
    const auto letters = country.substr(0, country.find('<'));
    const auto filler = country.substr(letters.size());
    return country.size() == 3 && !letters.empty() &&
           std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           std::all_of(filler.begin(), filler.end(), [](char c) { return c == '<'; });
}

}  // namespace signing
