// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inventory {

/// How the serials of an item are written: letters, a fixed number of digits and, where the item has one, a check digit
/// (9303-3 4.9) over both. No digits: the item has no serials.
struct SerialPattern {
    static constexpr std::size_t kMostCharacters = 20;
    static constexpr std::size_t kMostOfDocumentNumber = 9;  ///< 9303-3 4.2.2

    std::string prefix;
    int digits = 0;
    bool checkDigit = false;
    bool documentNumber = true;  ///< the serial is the number of the document that is made of the blank

    /// The number in a serial; none where the text is no serial of this pattern.
    [[nodiscard]] std::optional<std::int64_t> numberOf(std::string_view serial) const;
    /// The serial with this number, which is neither negative nor longer than `digits`.
    [[nodiscard]] std::string serialOf(std::int64_t number) const;
    [[nodiscard]] std::size_t length() const;
    /// Whether it has more characters than it may have.
    [[nodiscard]] bool isTooLong() const;
};

}  // namespace inventory
